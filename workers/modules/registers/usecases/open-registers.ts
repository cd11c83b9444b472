import { dayAt } from '#plugins/sdk/dates/days.ts';
import { planInstances } from '#plugins/sdk/registers/master-list.ts';
import type { RowInstance } from '#plugins/sdk/registers/master-list.ts';
import { newEntry } from '#plugins/sdk/registers/new-entry.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { loadVersion, toUnitFacts } from '#workers/modules/campaigns/index.ts';
import type { CampaignPublished } from '#workers/modules/campaigns/index.ts';
import { readOrganizationBook } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import type { RegisterDefinition } from '../registers.domain.ts';
import { defineRegister, listInstanceKeys } from '../registers.repository.ts';
import { insertSteps } from './commit-entry.ts';
import { followVersion } from './follow-version.ts';
import { planListedIndexes } from './index-listed-fields.ts';
import { definitionsIn } from './load-definition.ts';
import { placeOf } from './record-entry.ts';

const instancesAChange = 100;
const actor = { kind: 'system', id: 'registers.open' } as const;
/** Who answers for an instance nobody has taken up yet. */
const headOfUnit = '主要负责人';

/**
 * What a published version does to the registers: it defines them from now on, and every row of a
 * master list gets an instance for each unit of its audience, and those that nobody has taken up
 * follow. May be repeated: what is there stays.
 */
export async function openRegisters(request: {
  context: TenantJobContext;
  input: CampaignPublished;
  /** Goes into the last change, so that a broken run is taken up again. */
  mark: Step;
}): Promise<{ registers: number; instances: number }> {
  const { context, input, mark } = request;
  const version = await loadVersion(context.db, input.hash);
  const definitions = definitionsIn(version);
  const instances = await openInstances(context, definitions);
  const at = context.clock.now();
  const steps = definitions.map(({ register: { key }, campaignId, versionHash }) =>
    defineRegister({ key, campaignId, versionHash, updatedAt: at }),
  );
  const indexes = await planListedIndexes(context, definitions);
  await commitOrThrow(context.writer, {
    steps: [...steps, ...indexes.steps, mark],
    audit: {
      action: 'register.define',
      actor,
      subjectKind: 'campaign',
      subjectId: input.campaignId,
      at,
      facts: { hash: input.hash, registers: definitions.length, instances },
    },
  });
  return { registers: definitions.length, instances };
}

async function openInstances(
  context: TenantJobContext,
  definitions: readonly RegisterDefinition[],
): Promise<number> {
  const lists = definitions.filter(({ register }) => register.master !== undefined);
  if (lists.length === 0) return 0;
  const book = await readOrganizationBook(context.db);
  const units = new Map(book.units.map((unit) => [unit.id, unit]));
  const day = dayAt(context.clock.now());
  let opened = 0;
  for (const definition of lists) {
    const known = await listInstanceKeys(context.db, definition.register.key);
    const planned = planInstances(definition.register, toUnitFacts(book), day);
    const fresh = planned.filter((each) => !known.has(`${each.row} ${each.organizationId}`));
    for (let from = 0; from < fresh.length; from += instancesAChange) {
      const chunk = fresh.slice(from, from + instancesAChange);
      await commitChunk(context, { definition, units, day }, chunk);
    }
    opened += fresh.length;
    await followVersion(context, definition);
  }
  return opened;
}

type Opening = { definition: RegisterDefinition; units: Map<string, Organization>; day: string };

function commitChunk(
  context: TenantJobContext,
  { definition, units, day }: Opening,
  chunk: readonly RowInstance[],
) {
  const entries = chunk.flatMap(({ row, organizationId }) => {
    const unit = units.get(organizationId);
    if (unit === undefined) return [];
    const entry = newEntry(definition.register, {
      id: context.ids.next('ent'),
      organizationId,
      answers: {},
      actor: { personId: null, post: headOfUnit, as: 'system' },
      on: day,
    });
    return [{ definition, entry, place: placeOf(unit), columns: { masterRow: row } }];
  });
  return commitOrThrow(context.writer, {
    steps: insertSteps(context, entries),
    audit: {
      action: 'register.fan-out',
      actor,
      subjectKind: 'register',
      subjectId: definition.register.key,
      at: context.clock.now(),
      facts: {
        hash: definition.versionHash,
        instances: chunk.length,
      },
    },
  });
}
