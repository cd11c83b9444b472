import type { ImportChange } from '#schema/contracts/imports.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import {
  advanceBook,
  findTaken,
  insertFormerName,
  readBookVersion,
  readVersions,
  updateUnit,
} from '../acts.repository.ts';
import { dayBefore, keepFactBefore, setFactFrom, setSuperiorFrom } from '../dated.repository.ts';
import { planUnits } from '../import-plan.domain.ts';
import type { UnitPlan } from '../import-plan.domain.ts';
import type { ImportRules, ImportingContext, Taking } from '../import-subject.ts';
import { readRefusedIds } from '../imports.repository.ts';
import type { StoredImport, StoredImportRow } from '../imports.repository.ts';
import { SINCE_EVER } from '../organizations.domain.ts';
import { insertOrganizations, readOrganizationBook } from '../organizations.repository.ts';
import type { NewOrganization } from '../organizations.repository.ts';
import { isDatedColumn } from '../past-book.domain.ts';
import { planPaths } from './plan-paths.ts';

/** 单位名录: rows become units or change them; every path is worked out once, at the end. */
export const unitImportRules: ImportRules = {
  subject: 'organizations',
  permission: 'organizations.manage',
  rowsAChange: 500,
  ownOnly: false,
  forgets: false,
  async check(context, job, rows) {
    const bookVersion = await readBookVersion(context.db);
    const stored = await readOrganizationBook(context.db);
    const { self } = context.tenant.words;
    const names = Object.values(context.tenant.names.full);
    const planned = planUnits({
      rows,
      headings: job.headings,
      stored,
      effectiveOn: job.effectiveOn,
      self: [self, ...names].filter((name) => typeof name === 'string'),
      nextId: () => context.ids.next('org'),
    });
    return { rows: planned, bookVersion };
  },
  take: takeUnits,
  async finish(context) {
    const { steps, events } = await planPaths(context);
    return { steps, events };
  },
};

type PlannedStoredRow = { readonly row: number; readonly plan: UnitPlan };

async function takeUnits(
  context: ImportingContext,
  job: StoredImport,
  rows: readonly StoredImportRow[],
): Promise<Taking> {
  const book = await readBookVersion(context.db);
  const planned = rows.map(({ row, plan }) => ({ row, plan: planOf(plan) }));
  const changesOf = new Map(rows.map(({ row, changes }) => [row, changes ?? []]));
  const refused = await findRefused(context.db, job, planned);
  const good = planned.filter(({ row }) => !refused.has(row));
  const at = context.clock.now();
  const fresh = good.filter(({ plan }) => plan.version === null);
  const changed = good.filter(({ plan }) => plan.version !== null);
  return {
    steps: [
      advanceBook(book),
      ...insertOrganizations(
        fresh.map(({ plan }) => newUnitOf(plan, job.effectiveOn)),
        at,
      ),
      ...changed.flatMap(({ row, plan }) => [
        ...keptFacts(plan, changesOf.get(row) ?? []),
        ...changeSteps(plan, job, row, at),
        ...datedColumnSteps(plan, job, changesOf.get(row) ?? []),
      ]),
    ],
    refused: [...refused],
  };
}

/** The planner wrote it into the row. */
function planOf(plan: unknown): UnitPlan {
  return plan as UnitPlan;
}

/** Rows whose unit has changed, or whose name or code has come into use, since the check. */
async function findRefused(
  db: TenantDatabase,
  job: StoredImport,
  planned: readonly PlannedStoredRow[],
): Promise<Set<number>> {
  const known = planned.filter(({ plan }) => plan.version !== null);
  const [versions, taken, gone] = await Promise.all([
    readVersions(
      db,
      known.map(({ plan }) => plan.id),
    ),
    findTaken(
      db,
      planned.map(({ plan }) => plan.unit),
    ),
    readRefusedIds(db, job.id),
  ]);
  const refused = planned.filter(({ plan }) => {
    const { id, version, unit, superiors } = plan;
    if (version !== null && versions.get(id) !== version) return true;
    if (superiors.some(({ superiorId }) => superiorId !== null && gone.has(superiorId)))
      return true;
    return taken.some(
      (each) => each.id !== id && (each.name === unit.name || each.code === (unit.code ?? '')),
    );
  });
  return new Set(refused.map(({ row }) => row));
}

function newUnitOf({ id, unit, beds, superiors }: UnitPlan, day: string): NewOrganization {
  const from = unit.openedOn ?? SINCE_EVER;
  const since = unit.openedOn ?? day;
  return {
    ...unit,
    id,
    status: 'open',
    mergedIntoId: null,
    closedOn: null,
    facts: beds === null ? [] : [{ key: 'beds', value: beds, from: since, to: null }],
    relations: superiors.map((superior) => ({ ...superior, from, to: null })),
  };
}

function changeSteps(plan: UnitPlan, job: StoredImport, row: number, at: number): Step[] {
  const { id, version, unit, former, beds, superiors } = plan;
  const from = job.effectiveOn;
  const name = former && {
    ...former,
    organizationId: id,
    from: null,
    to: dayBefore(from),
    actId: `${job.id}-${row}`,
  };
  return [
    updateUnit({ id, version: version ?? 0 }, { ...unit, updatedAt: at }),
    ...(name ? [insertFormerName(name)] : []),
    ...(beds === null ? [] : setFactFrom({ organizationId: id, key: 'beds', value: beds, from })),
    ...superiors.flatMap((superior) => setSuperiorFrom({ organizationId: id, ...superior, from })),
  ];
}

const datedOf = (changes: readonly ImportChange[]) =>
  changes.flatMap(({ column, before, after }) =>
    isDatedColumn(column) ? [{ key: column, before, after }] : [],
  );

/** What the unit was before, for whoever asks about a day before the change. */
function keptFacts({ id, unit }: UnitPlan, changes: readonly ImportChange[]): Step[] {
  return datedOf(changes).map(({ key, before }) =>
    keepFactBefore({ ...unit, [key]: before, id }, key),
  );
}

function datedColumnSteps(
  { id }: UnitPlan,
  job: StoredImport,
  changes: readonly ImportChange[],
): Step[] {
  const from = job.effectiveOn;
  return datedOf(changes).flatMap(({ key, after: value }) =>
    setFactFrom({ organizationId: id, key, value, from }),
  );
}
