import { isMissing } from '#plugins/sdk/conditions/evaluate.ts';
import type { EntryEvent } from '#plugins/sdk/registers/entry.ts';
import { responsibleOf } from '#plugins/sdk/registers/new-entry.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { recordFieldsOf, subjectOf } from '../registers.domain.ts';
import { registersErrors } from '../registers.errors.ts';
import { assertAnswers, citeFiles } from './check-answers.ts';
import { commitEntry } from './commit-entry.ts';
import type { EntryMade } from './commit-entry.ts';
import { assertSeen, loadEntry } from './load-entry.ts';
import type { LoadedEntry } from './load-entry.ts';

/** Until somebody has taken the first step, whoever recorded an entry may still put it right. */
export function mayEdit({ row, definition, entry }: LoadedEntry, personId: string): boolean {
  const isFirst = row.state === definition.register.workflow?.start;
  const untouched = entry.events.every(({ kind }) => kind !== 'step');
  return isFirst && untouched && row.recordedBy === personId;
}

/** Puts right what was recorded. */
export async function editEntry(request: {
  context: TenantContext;
  input: {
    id: string;
    seenVersion: number;
    answers: Answers;
    requestKey?: RequestKey | undefined;
  };
}): Promise<EntryMade> {
  const { context, input } = request;
  const loaded = await loadEntry(context, input.id);
  assertCan(context.actor, 'registers.record', subjectOf(loaded.row));
  const replay = await findReplay<EntryMade>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(loaded, input.seenVersion);
  if (!mayEdit(loaded, context.actor.personId)) throw registersErrors['registers.not_editable']();
  const { definition, entry, row } = loaded;
  const merged = { ...entry.answers, ...input.answers };
  const answers = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => !isMissing(value)),
  ) as Answers;
  assertAnswers(definition, { answers, fields: recordFieldsOf(definition) }, context);
  const changed = Object.keys(input.answers);
  const post = context.actor.post ?? context.actor.name;
  const as = loaded.person.as[0] ?? 'unit';
  const event: EntryEvent = {
    kind: 'edited',
    on: loaded.moving.today,
    actor: { personId: context.actor.personId, post, as },
    answers,
  };
  const responsible = responsibleOf(definition.register, answers, entry.responsible);
  return commitEntry(context, loaded, {
    entry: { ...entry, answers, responsible, events: [...entry.events, event] },
    action: 'register-entry.edit',
    facts: { fields: changed },
    steps: await citeFiles(context, definition, {
      entryId: row.id,
      organizationId: row.organizationId,
      answers,
      changed,
    }),
    requestKey: input.requestKey,
  });
}
