import { desc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LevelCounts, RegisterLevel } from '#schema/contracts/register-level.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { registerRecounts } from '#schema/tables/tenant/registers.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { addUp, readBothTotals, totalsOfEntries } from './register-totals.repository.ts';
import type { StoredTotal } from './register-totals.repository.ts';
import { act, apply, claim, close, publishRegisters, recordProblem } from './registers.fixtures.ts';
import { recountDaily, recountTotals } from './usecases/recount-totals.ts';

let world: TestApp;
let hospital: string;
let direct: string;
let bureau: string;
let clients: Record<'clerk' | 'other' | 'reviewer' | 'checker', TestClient>;

beforeAll(async () => {
  world = await createTestApp();
  await publishRegisters(world.site);
  hospital = world.site.units['hospital'] ?? '';
  direct = world.site.units['direct-hospital'] ?? '';
  bureau = world.site.units['bureau'] ?? '';
  clients = {
    clerk: await world.as('clerk'),
    other: await world.as('other-clerk'),
    reviewer: await world.as('reviewer'),
    checker: await world.as('checker'),
  };
});
afterAll(() => world.close());

const levelOf = async (client: TestClient, query = '', register = 'problems') =>
  (await client(`/api/registers/${register}/level${query}`)).json<RegisterLevel>();
const sumOf = (rows: readonly LevelCounts[]) => rows.reduce((all, row) => all + row.entries, 0);
const sorted = (rows: readonly StoredTotal[]) =>
  new Set(
    rows.map((row) =>
      [
        row.registerKey,
        row.relation,
        row.node,
        row.parent,
        row.state,
        row.ends,
        row.embargoed,
        row.entries,
      ].join(' '),
    ),
  );

/** The kept totals are what the entries say, and at every node what stands in and below it. */
async function assertTiesOut() {
  const { db } = world.site.database;
  for (const register of ['problems', 'measures']) {
    const { kept, counted } = await readBothTotals(db, register);
    expect(sorted(kept)).toEqual(sorted(counted));
    for (const relation of ['supervision', 'territory'] as const) {
      const rows = kept.filter((row) => row.relation === relation);
      for (const row of rows) {
        const isSame = (each: StoredTotal) =>
          each.state === row.state && each.ends === row.ends && each.embargoed === row.embargoed;
        const below = rows.filter((each) => each.parent === row.node && isSame(each));
        const own = counted
          .filter((each) => each.relation === relation && each.node === row.node && isSame(each))
          .reduce((all, each) => all + each.entries, 0);
        const children = below.reduce((all, each) => all + each.entries, 0);
        expect(children).toBeLessThanOrEqual(row.entries);
        expect(own).toBe(row.entries);
      }
    }
  }
}

describe('the kept totals of registers', () => {
  const acts = [
    'record',
    'record-direct',
    'claim',
    'apply',
    'close',
    'merge',
    'split',
    'stale',
    'measure',
  ] as const;
  const ids: { id: string; unit: string }[] = [];

  async function run(what: (typeof acts)[number], pick: number): Promise<void> {
    const { clerk, other, reviewer, checker } = clients;
    const chosen = ids[pick % Math.max(1, ids.length)];
    if (what === 'record' || chosen === undefined) {
      ids.push({ id: (await recordProblem(clerk, hospital)).id, unit: hospital });
      return;
    }
    const { id, unit } = chosen;
    const own = unit === hospital ? clerk : other;
    if (what === 'record-direct') {
      ids.push({ id: (await recordProblem(other, direct)).id, unit: direct });
    } else if (what === 'claim') await act(own, `${id}/steps`, claim);
    else if (what === 'apply') await act(own, `${id}/steps`, apply);
    else if (what === 'close') {
      await act(unit === hospital ? reviewer : checker, `${id}/steps`, { transition: 'check' });
      await act(checker, `${id}/steps`, close);
    } else if (what === 'merge') {
      const into = ids.find((each) => each.unit === unit && each.id !== id)?.id;
      await act(checker, `${id}/steps`, { transition: 'merge', reason: '同一事项', into });
    } else if (what === 'split') {
      const part = await act(checker, `${id}/parts`, {
        answers: { what: '其中一项' },
        reason: '责任科室不同',
      });
      const { made } = part.json<{ made?: string }>();
      if (made !== undefined) ids.push({ id: made, unit });
    } else if (what === 'stale') await act(own, `${id}/steps`, claim, 999);
    else {
      const list = await clerk('/api/registers/measures/entries');
      const [row] = list.json<{ rows: { id: string }[] }>().rows;
      await act(clerk, `${row?.id ?? ''}/steps`, { transition: 'claim' });
    }
  }

  it('equal a recount after any sequence of steps, merges, splits and refusals', async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(20)), {
      minLength: 6,
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        for (const [what, pick] of sequence) await run(what, pick);
        await assertTiesOut();
      }),
      { numRuns: 6 },
    );
    expect(ids.length).toBeGreaterThan(3);
  }, 120_000);
});

describe('the sums of a tree', () => {
  const part = fc.constantFrom('', 'a/', 'a/x/', 'a/x/u/', 'b/', 'b/y/');
  const entry = fc.record({
    registerKey: fc.constant('problems'),
    supervisionPath: part,
    territoryPath: part,
    state: fc.constantFrom('found', 'closed'),
    ends: fc.constantFrom(null, 'closed' as const),
    embargoed: fc.boolean(),
  });

  it('are at every node its own entries and those of its children, for each relation', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const totals = addUp(entries.flatMap((each) => totalsOfEntries(each, 1)));
        for (const relation of ['supervision', 'territory'] as const) {
          const pathOf = (each: (typeof entries)[number]) =>
            relation === 'supervision' ? each.supervisionPath : each.territoryPath;
          const rows = totals.filter((row) => row.relation === relation);
          const count = (of: StoredTotal[]) => of.reduce((all, row) => all + row.entries, 0);
          for (const node of new Set(rows.map((row) => row.node))) {
            const own = entries.filter((each) => pathOf(each) === node).length;
            const children = count(rows.filter((row) => row.parent === node));
            expect(count(rows.filter((row) => row.node === node))).toBe(own + children);
          }
          expect(count(rows.filter((row) => row.node === ''))).toBe(entries.length);
        }
      }),
    );
  });
});

describe('a register level by level', () => {
  it('counts in each relation for itself; the parts are the whole', async () => {
    const { checker } = clients;
    const led = await levelOf(checker);
    expect(led).toMatchObject({ relation: 'supervision', relations: ['supervision', 'territory'] });
    const placed = await levelOf(checker, '?relation=territory');
    expect(placed.total).toEqual(led.total);
    expect(led.below.map(({ organizationId }) => organizationId)).toContain(direct);
    expect(placed.below.map(({ organizationId }) => organizationId)).toEqual([bureau]);
    for (const level of [led, placed]) {
      const parts = sumOf(level.below.map(({ counts }) => counts)) + (level.own?.entries ?? 0);
      expect(parts).toBe(level.total?.entries);
      const states = level.total?.states.reduce((all, { entries }) => all + entries, 0);
      expect(states).toBe(level.total?.entries);
    }
    const under = await levelOf(checker, `?relation=territory&node=${bureau}/`);
    expect(under.above.map(({ organizationName }) => organizationName)).toEqual([
      undefined,
      '东区卫生健康局',
    ]);
    expect(under.below.map(({ organizationName }) => organizationName)).toEqual([
      '直属中心医院',
      '东区第一医院',
    ]);
  });

  it('begins for a bureau at itself, and shows nothing above or beside', async () => {
    const { reviewer, clerk } = clients;
    const own = await levelOf(reviewer);
    expect(own.above).toEqual([
      { node: `${bureau}/`, organizationId: bureau, organizationName: '东区卫生健康局' },
    ]);
    const above = await reviewer('/api/registers/problems/level?node=');
    expect([above.status, above.json<{ code: string }>().code]).toEqual([
      403,
      'platform.out_of_range',
    ]);
    const beside = await reviewer(`/api/registers/problems/level?node=${direct}/`);
    expect(beside.status).toBe(403);
    const unit = await levelOf(clerk);
    expect([unit.relations, unit.total, unit.below]).toEqual([[], undefined, []]);
  });

  it('counts what the list shows', async () => {
    const list = await clients.checker('/api/registers/problems/entries');
    const level = await levelOf(clients.checker);
    const merged = await clients.checker('/api/registers/problems/entries?state=merged');
    const count = (answer: typeof list) => answer.json<{ total: number }>().total;
    expect(level.total?.entries).toBe(count(list) - count(merged));
  });
});

describe('the recount', () => {
  const send = (text: string) => world.site.database.send([{ sql: text }]);
  beforeEach(async () => {
    await recountTotals(world.site.database, 'problems');
  });

  it('reports what differs, puts it right and leaves it in the audit', async () => {
    await send(`update register_totals set entries = entries + 7
      where register_key = 'problems' and relation = 'territory' and node = ''
        and state = (select state from register_totals where register_key = 'problems' limit 1)`);
    const { differences } = await recountTotals(world.site.database, 'problems');
    expect(differences).toBeGreaterThan(0);
    await assertTiesOut();
    const { db } = world.site.database;
    const [entry] = await db
      .select({ body: auditEntries.body })
      .from(auditEntries)
      .orderBy(desc(auditEntries.seq))
      .limit(1);
    expect(JSON.parse(entry?.body ?? '')).toMatchObject({
      action: 'register.recount',
      facts: { differences, wrong: expect.arrayContaining([expect.objectContaining({ by: -7 })]) },
    });
    const [kept] = await db
      .select()
      .from(registerRecounts)
      .where(eq(registerRecounts.registerKey, 'problems'));
    expect(kept?.differences).toBe(differences);
  });

  it('finds what was lost altogether', async () => {
    await send('delete from register_totals');
    await recountTotals(world.site.database, 'problems');
    await recountTotals(world.site.database, 'measures');
    await assertTiesOut();
  });

  it('takes each register once a day, one a call', async () => {
    await send('delete from register_recounts');
    const seen: (string | undefined)[] = [];
    for (let call = 0; call < 4; call += 1) {
      seen.push((await recountDaily(world.site.database))?.register);
    }
    expect(new Set(seen)).toEqual(new Set(['measures', 'problems', 'visits', undefined]));
    world.clock.set('2026-07-02T00:10:00+08:00');
    expect(await recountDaily(world.site.database)).toMatchObject({ differences: 0 });
  });
});
