import type { EntryEvent, EventActor } from '#plugins/sdk/registers/entry.ts';
import { joinSources, splitEntry as splitInTwo } from '#plugins/sdk/registers/merging.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { recordFieldsOf } from '../registers.domain.ts';
import { registersErrors } from '../registers.errors.ts';
import { assertAnswers } from './check-answers.ts';
import { commitEntry, insertSteps } from './commit-entry.ts';
import type { EntryMade } from './commit-entry.ts';
import { assertOffice, assertSeen, loadEntry } from './load-entry.ts';
import type { LoadedEntry } from './load-entry.ts';
import { assertChannels } from './record-entry.ts';
import { refusal } from './take-step.ts';

type Act<Input> = {
  context: TenantContext;
  input: Input & { id: string; seenVersion: number; requestKey?: RequestKey | undefined };
};

async function begin<Input>({ context, input }: Act<Input>) {
  const loaded = await loadEntry(context, input.id);
  assertOffice(loaded);
  const replay = await findReplay<EntryMade>(context, input.requestKey);
  if (replay === undefined) assertSeen(loaded, input.seenVersion);
  return { loaded, replay };
}

function officeOf({ person }: LoadedEntry): EventActor {
  return { personId: person.personId, post: person.post, as: 'office' };
}

/** A further source of the same problem, with the number it has there. */
export async function addSource(
  request: Act<{ channel: string; number?: string | undefined }>,
): Promise<EntryMade> {
  const { context, input } = request;
  const { loaded, replay } = await begin(request);
  if (replay !== undefined) return replay;
  const { entry, definition } = loaded;
  const source = {
    channel: input.channel,
    ...(input.number === undefined ? {} : { number: input.number }),
  };
  assertChannels(definition, [source]);
  const on = loaded.moving.today;
  const event: EntryEvent = { kind: 'sourced', source, on, actor: officeOf(loaded) };
  return commitEntry(context, loaded, {
    entry: {
      ...entry,
      sources: joinSources(entry.sources, [source]),
      events: [...entry.events, event],
    },
    action: 'register-entry.source',
    facts: { channel: source.channel },
    requestKey: input.requestKey,
  });
}

/** Ties an entry to one of the register that the link names (领导责任核查). */
export async function linkEntry(request: Act<{ link: string; entry: string }>): Promise<EntryMade> {
  const { context, input } = request;
  const { loaded, replay } = await begin(request);
  if (replay !== undefined) return replay;
  const { entry, definition } = loaded;
  const link = definition.register.links?.find(({ key }) => key === input.link);
  const other = await loadEntry(context, input.entry);
  if (link === undefined || other.row.registerKey !== link.register) {
    throw registersErrors['registers.unknown_link']();
  }
  const tie = { link: input.link, entry: input.entry };
  const on = loaded.moving.today;
  const event: EntryEvent = { kind: 'linked', tie, on, actor: officeOf(loaded) };
  const has = entry.ties.some((each) => each.link === tie.link && each.entry === tie.entry);
  return commitEntry(context, loaded, {
    entry: {
      ...entry,
      ties: has ? entry.ties : [...entry.ties, tie],
      events: [...entry.events, event],
    },
    action: 'register-entry.link',
    facts: { link: input.link, to: input.entry },
    requestKey: input.requestKey,
  });
}

/** 拆分: a part becomes an entry of its own, with the sources and the first day of the whole. */
export async function splitEntry(
  request: Act<{ answers: Answers; reason: string }>,
): Promise<EntryMade> {
  const { context, input } = request;
  const { loaded, replay } = await begin(request);
  if (replay !== undefined) return replay;
  const { definition, row } = loaded;
  const fields = recordFieldsOf(definition);
  assertAnswers(definition, { answers: input.answers, fields }, context);
  const id = context.ids.next('ent');
  const outcome = splitInTwo(loaded.moving, { id, answers: input.answers, reason: input.reason });
  if (!outcome.ok) throw refusal(context, outcome.unmet);
  const { organizationId, organizationOrder, supervisionPath, territoryPath } = row;
  const place = { organizationId, organizationOrder, supervisionPath, territoryPath };
  const columns = { parentId: row.id, recordedBy: context.actor.personId };
  return commitEntry(context, loaded, {
    entry: outcome.entry,
    action: 'register-entry.split',
    facts: { part: id },
    steps: insertSteps(context, [{ definition, entry: outcome.part, place, columns }]),
    made: id,
    requestKey: input.requestKey,
  });
}
