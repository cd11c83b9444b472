import { isInAudience } from '#plugins/sdk/audience/select.ts';
import type { EventActor } from '#plugins/sdk/registers/entry.ts';
import { newEntry } from '#plugins/sdk/registers/new-entry.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { isWithin, rangeOf } from '#schema/contracts/permission.ts';
import type { EntryMoved, RecordEntry } from '#schema/contracts/registers.ts';
import { toUnitFacts } from '#workers/modules/campaigns/index.ts';
import { findOrganization, readOrganizationBook } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan, assertHolds } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { recordFieldsOf } from '../registers.domain.ts';
import type { RegisterDefinition } from '../registers.domain.ts';
import { registersErrors } from '../registers.errors.ts';
import { ENTRY_RECORDED } from '../registers.events.ts';
import { findBySource } from '../registers.repository.ts';
import { assertAnswers, citeFiles } from './check-answers.ts';
import { insertSteps } from './commit-entry.ts';
import type { EntryPlace } from './commit-entry.ts';
import { loadDefinition } from './load-definition.ts';
import { seenOf } from './load-entry.ts';

type Request = {
  context: TenantContext;
  input: RecordEntry & { requestKey?: RequestKey | undefined };
};

/** Puts an entry on record: a unit its own, or the office one of a unit in its range. */
export async function recordEntry({ context, input }: Request): Promise<EntryMoved> {
  assertHolds(context.actor, 'registers.record');
  const definition = await loadDefinition(context.db, input.register);
  const unit = await findOrganization(context.db, input.organizationId);
  if (unit === undefined) throw registersErrors['registers.unknown_unit']();
  const { organizationId } = input;
  assertCan(context.actor, 'registers.record', { organizationId, paths: unit.paths });
  const as = sideOf(context, definition, unit);
  await assertInAudience(context, definition, unit);
  assertChannels(definition, input.sources ?? []);
  await assertNewSources(context, definition, input);
  assertAnswers(
    definition,
    { answers: input.answers, fields: recordFieldsOf(definition) },
    context,
  );
  const { actor, ids } = context;
  const by: EventActor = { personId: actor.personId, post: actor.post ?? actor.name, as };
  const entry = newEntry(definition.register, {
    id: ids.next('ent'),
    organizationId,
    answers: input.answers,
    sources: input.sources ?? [],
    actor: by,
    on: seenOf(context).today,
  });
  const changed = Object.keys(input.answers);
  const cited = await citeFiles(context, definition, {
    entryId: entry.id,
    organizationId,
    answers: input.answers,
    changed,
  });
  const columns = { recordedBy: actor.personId };
  const steps = insertSteps(context, [{ definition, entry, place: placeOf(unit), columns }]);
  const answer: EntryMoved = { id: entry.id, state: entry.state, version: 1 };
  return commitAnswer(
    context.writer,
    {
      steps: [...steps, ...cited],
      audit: {
        action: 'register-entry.record',
        actor: { kind: 'person', id: actor.personId },
        subjectKind: 'register-entry',
        subjectId: entry.id,
        at: context.clock.now(),
        facts: { register: definition.register.key, organizationId, as, fields: changed },
      },
      events: [
        {
          type: ENTRY_RECORDED,
          subjectId: entry.id,
          payload: { entryId: entry.id, register: definition.register.key },
        },
      ],
    },
    { answer, requestKey: input.requestKey },
  );
}

/** The side a person records for; a register says which sides may. */
function sideOf(
  { actor }: TenantContext,
  { register }: RegisterDefinition,
  unit: Organization,
): 'unit' | 'office' {
  if (register.master !== undefined) throw registersErrors['registers.master_only']();
  const sides = register.recordedBy ?? ['unit', 'office'];
  const subject = { organizationId: unit.id, paths: unit.paths };
  const isOffice = isWithin(rangeOf(actor, 'registers.decide'), subject);
  if (actor.organizationId === unit.id && sides.includes('unit')) return 'unit';
  if (!isOffice || !sides.includes('office')) throw registersErrors['registers.not_recorder']();
  if (actor.recusedFrom.includes(unit.id)) throw platformErrors['platform.recused']();
  return 'office';
}

async function assertInAudience(
  context: TenantContext,
  { register }: RegisterDefinition,
  unit: Organization,
): Promise<void> {
  if (register.audience === undefined) return;
  const facts = toUnitFacts(await readOrganizationBook(context.db));
  const own = facts.find(({ id }) => id === unit.id);
  const { today } = seenOf(context);
  if (own === undefined || !isInAudience(register.audience, own, today)) {
    throw registersErrors['registers.unknown_unit']();
  }
}

/** 一事一登: what has this number of this channel already is not put on record twice. */
async function assertNewSources(
  context: TenantContext,
  { register }: RegisterDefinition,
  { sources = [], requestKey }: Request['input'],
): Promise<void> {
  const replay = await findReplay<EntryMoved>(context, requestKey);
  if (replay !== undefined) return;
  for (const { channel, number } of sources) {
    if (number === undefined) continue;
    const known = await findBySource(context.db, register.key, { channel, number });
    if (known === undefined) continue;
    throw registersErrors['registers.known_source']({
      values: { number: known.number },
      extras: { entry: known.id },
    });
  }
}

/** Every source is one of the channels that the register names. */
export function assertChannels(
  { register }: RegisterDefinition,
  sources: readonly { channel: string }[],
): void {
  const known = new Set((register.channels ?? []).map(({ key }) => key));
  if (!sources.every(({ channel }) => known.has(channel))) {
    throw registersErrors['registers.unknown_channel']();
  }
}

/** A unit's place today: the official order and the paths of its relations. */
export function placeOf(unit: Pick<Organization, 'id' | 'order' | 'paths'>): EntryPlace {
  return {
    organizationId: unit.id,
    organizationOrder: unit.order,
    supervisionPath: unit.paths.supervision ?? '',
    territoryPath: unit.paths.territory ?? '',
  };
}
