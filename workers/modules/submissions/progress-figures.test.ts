import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { Range } from '#schema/contracts/permission.ts';
import { submissionStates } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import { listProgress, sumProgress } from './progress.repository.ts';
import { hasArrived, hasPassed, isOnTime, isOverdue, wasDueBy } from './submissions.domain.ts';
import { publishInto, storeFilings } from './submissions.fixtures.ts';
import { listOfOrganizations } from './submissions.repository.ts';
import type { Submission } from './submissions.repository.ts';

let world: TestApp;
let template: Submission;
let whole: Range;
let bureau: Range;
const paths = new Map<string, { supervision?: string; territory?: string }>();
const unitKeys = ['hospital', 'second-hospital', 'direct-hospital'] as const;
const asOf = Date.parse('2026-07-08T10:00:00+08:00');
const day = 86_400_000;

beforeAll(async () => {
  world = await createTestApp();
  await publishInto(world.site);
  const { db } = world.site.database;
  const [filing] = await listOfOrganizations(db, [world.site.units['hospital'] ?? '']);
  if (filing === undefined) throw new Error('no filing');
  template = filing;
  const ids = unitKeys.map((key) => world.site.units[key] ?? '');
  for (const unit of await findOrganizations(db, ids)) paths.set(unit.id, unit.paths);
  const actorOf = async (name: 'checker' | 'reviewer') =>
    rangeOf((await createTestContext(world.site, name)).actor, 'submissions.read');
  whole = await actorOf('checker');
  bureau = await actorOf('reviewer');
});
afterAll(() => world.close());

const arrived: readonly string[] = ['filed', 'held', 'returned', 'accepted'];
/** Due dates before, after and never; arrivals in time, late and not at all, as the state demands. */
const generated = fc.array(
  fc.record({
    unit: fc.constantFrom(...unitKeys),
    state: fc.constantFrom(...submissionStates),
    /** 0 is the very millisecond as of which is counted. */
    dueIn: fc.option(fc.integer({ min: -20, max: 20 })),
    lateBy: fc.integer({ min: -3, max: 3 }),
  }),
  { minLength: 1, maxLength: 40 },
);
type Drawn = typeof generated extends fc.Arbitrary<(infer Item)[]> ? Item : never;

function toFiling(drawn: Drawn, index: number, campaignId: string): Submission {
  const organizationId = world.site.units[drawn.unit] ?? '';
  const dueAt = drawn.dueIn === null ? null : asOf + drawn.dueIn * day;
  const filedAt = Math.min((dueAt ?? asOf) + drawn.lateBy * day, asOf);
  const firstFiledAt = arrived.includes(drawn.state) ? filedAt : null;
  return {
    ...template,
    id: world.site.database.ids.next('sub'),
    campaignId,
    occurrence: `turn-${index}`,
    organizationId,
    supervisionPath: paths.get(organizationId)?.supervision ?? '',
    territoryPath: paths.get(organizationId)?.territory ?? '',
    state: drawn.state,
    dueAt,
    dueOn: dueAt === null ? null : '2026-07-08',
    firstFiledAt,
    filedAt: firstFiledAt,
  };
}

async function store(drawn: readonly Drawn[]) {
  const campaignId = world.site.database.ids.next('cmp');
  const filings = drawn.map((each, index) => toFiling(each, index, campaignId));
  await storeFilings(world.site, filings);
  return { campaignId, filings };
}

/** The figures as the rules of a filing say them, one by one. */
function figuresOf(filings: readonly Submission[]) {
  const due = filings.filter((filing) => wasDueBy(filing, asOf));
  const reported = due.filter((filing) => hasArrived(filing));
  return {
    due: due.length,
    arrived: reported.length,
    onTime: reported.filter(({ firstFiledAt, dueAt }) => isOnTime(firstFiledAt ?? 0, dueAt)).length,
    overdue: due.filter((filing) => isOverdue(filing, asOf)).length,
  };
}

describe('the figures of 报送进度, over whatever filings there are', () => {
  it('are those that the rules give filing by filing, and 应报 = 已报 + 未报 for each unit', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (drawn) => {
        const { campaignId, filings } = await store(drawn);
        const { db } = world.site.database;
        const filter = { campaignId, asOf, range: whole };
        const totals = await sumProgress(db, filter);
        expect(totals).toMatchObject(figuresOf(filings));
        const rows = await listProgress(db, { ...filter, overdueOnly: false });
        for (const row of rows) {
          const own = filings.filter((filing) => filing.organizationId === row.organizationId);
          const { due, arrived: reported, overdue } = figuresOf(own);
          expect([row.due, row.arrived, row.overdue]).toEqual([due, reported, overdue]);
          expect(row.due).toBe(row.arrived + row.overdue);
          const fallen = own.filter(({ dueAt }) => hasPassed(dueAt, asOf));
          expect(row.due + row.exempt).toBe(fallen.length);
        }
        const sum = (of: (row: (typeof rows)[number]) => number) =>
          rows.reduce((total, row) => total + of(row), 0);
        expect(sum(({ due }) => due)).toBe(totals.due);
        expect(sum(({ overdue }) => overdue)).toBe(totals.overdue);
        expect(rows.filter(({ overdue }) => overdue > 0)).toHaveLength(totals.overdueUnits);
      }),
      { numRuns: 15 },
    );
  });

  it('of a bureau are those of the units it supervises, and a part of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (drawn) => {
        const { campaignId, filings } = await store(drawn);
        const { db } = world.site.database;
        const direct = world.site.units['direct-hospital'];
        const supervised = filings.filter(({ organizationId }) => organizationId !== direct);
        const seen = await sumProgress(db, { campaignId, asOf, range: bureau });
        expect(seen).toMatchObject(figuresOf(supervised));
        const rows = await listProgress(db, { campaignId, asOf, range: bureau, overdueOnly: true });
        expect(rows.every(({ overdue }) => overdue > 0)).toBe(true);
        expect(rows.map(({ organizationId }) => organizationId)).not.toContain(direct);
      }),
      { numRuns: 8 },
    );
  });

  it('are all nothing where nothing has fallen due', async () => {
    const { db } = world.site.database;
    const later = { unit: 'hospital', state: 'due', dueIn: 5, lateBy: 0 } as const;
    const { campaignId } = await store([later]);
    const filter = { campaignId, asOf, range: whole };
    expect(await sumProgress(db, filter)).toEqual({
      due: 0,
      arrived: 0,
      onTime: 0,
      overdue: 0,
      overdueUnits: 0,
      overdueNames: [],
    });
    expect(await listProgress(db, { ...filter, overdueOnly: false })).toEqual([]);
  });

  it('count nothing as due or overdue in the due millisecond, and all of it in the next', async () => {
    const { db } = world.site.database;
    const now = { unit: 'hospital', state: 'due', dueIn: 0, lateBy: 0 } as const;
    const { campaignId, filings } = await store([now]);
    const figuresAt = (moment: number) =>
      sumProgress(db, { campaignId, asOf: moment, range: whole });
    const [filing = template] = filings;
    for (const moment of [asOf, asOf + 1]) {
      const overdue = isOverdue(filing, moment) ? 1 : 0;
      expect(await figuresAt(moment)).toMatchObject({ due: overdue, overdue });
    }
    expect((await figuresAt(asOf + 1)).overdue).toBe(1);
  });

  it('leave out what falls due later the same day, reported already or not', async () => {
    const { db } = world.site.database;
    const past = { unit: 'hospital', state: 'filed', dueIn: -1, lateBy: 0 } as const;
    const { campaignId, filings } = await store([past, past, past]);
    const hours = 3_600_000;
    const later = filings.map((filing, index) => ({
      ...filing,
      id: world.site.database.ids.next('sub'),
      occurrence: `later-${index}`,
      state: index === 0 ? ('due' as const) : ('filed' as const),
      firstFiledAt: index === 0 ? null : asOf - hours,
      dueAt: asOf + index * hours,
    }));
    await storeFilings(world.site, later);
    const filter = { campaignId, asOf, range: whole };
    const owed = [...filings, ...later];
    expect(await sumProgress(db, filter)).toMatchObject(figuresOf(owed));
    expect(await sumProgress(db, { ...filter, asOf: asOf + day })).toMatchObject({ due: 6 });
  });

  it('are narrowed to one task or one kind of unit', async () => {
    const { db } = world.site.database;
    const past = { state: 'due', dueIn: -2, lateBy: 0 } as const;
    const { campaignId } = await store([
      { unit: 'hospital', ...past },
      { unit: 'direct-hospital', ...past },
    ]);
    const filter = { campaignId, asOf, range: whole };
    expect(await sumProgress(db, { ...filter, task: 'none' })).toMatchObject({ due: 0 });
    expect(await sumProgress(db, { ...filter, task: template.taskKey })).toMatchObject({ due: 2 });
    expect(await sumProgress(db, { ...filter, kind: 'hospital' })).toMatchObject({ due: 2 });
    expect(await sumProgress(db, { ...filter, kind: 'bureau' })).toMatchObject({ due: 0 });
  });
});
