import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { addTotals, noTotals, standingOf, totalsOf } from '#plugins/sdk/registers/totals.ts';
import type { EntryList, RegisterBoard, Wall } from '#schema/contracts/registers.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import { toStatement } from '#workers/platform/database/statement.ts';
import { listEventsOfRegister } from './entry-events.repository.ts';
import { entryPageQuery } from './entry-lists.repository.ts';
import { toEntry } from './registers.domain.ts';
import {
  act,
  apply,
  claim,
  close,
  publishRegisters,
  recordProblem,
  registersCampaign,
  reopen,
  showOf,
} from './registers.fixtures.ts';
import { definitionIn } from './usecases/load-definition.ts';
import { tallyRegister } from './usecases/tally-register.ts';

let world: TestApp;
let published: Awaited<ReturnType<typeof publishRegisters>>;
let clerk: TestClient;
let other: TestClient;
let reviewer: TestClient;
let checker: TestClient;
let hospital: string;

const everything = { everything: true as const };
const today = '2026-07-01';
const listOf = async (client: TestClient, query: string) =>
  (await client(`/api/registers/${query}`)).json<EntryList>();
const closeMeasure = async (client: TestClient, id: string) => {
  await act(client, `${id}/steps`, { transition: 'claim' });
  await act(client, `${id}/steps`, { transition: 'apply', answers: { done: '已落实' } });
  await act(checker, `${id}/steps`, { transition: 'check' });
  return act(await world.as('drafter'), `${id}/steps`, close);
};

beforeAll(async () => {
  world = await createTestApp();
  published = await publishRegisters(world.site);
  clerk = await world.as('clerk');
  other = await world.as('other-clerk');
  reviewer = await world.as('reviewer');
  checker = await world.as('checker');
  hospital = world.site.units['hospital'] ?? '';
  const direct = world.site.units['direct-hospital'] ?? '';
  for (const deadline of ['2026-06-20', '2026-06-30', '2026-07-01', '2026-09-30']) {
    const { id } = await recordProblem(clerk, hospital);
    await act(clerk, `${id}/steps`, { ...claim, answers: { ...claim.answers, deadline } });
  }
  const mended = await recordProblem(other, direct);
  const late = { ...claim, answers: { ...claim.answers, deadline: '2026-06-01' } };
  await act(other, `${mended.id}/steps`, late);
  await act(other, `${mended.id}/steps`, apply);
});
afterAll(() => world.close());

describe('a list of a register', () => {
  it('runs in official unit order, page by page, with nothing twice and nothing left out', async () => {
    const seen: number[] = [];
    let cursor = '';
    do {
      const query = `problems/entries?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = await listOf(checker, query);
      seen.push(...page.rows.map(({ number }) => number));
      cursor = page.next ?? '';
    } while (cursor !== '');
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    const names = (await listOf(checker, 'problems/entries')).rows.map(
      (row) => row.organizationName,
    );
    expect(names.at(-1)).not.toBe(names[0]);
  });

  it('shows what is overdue, the longest first, and leaves out what was applied for', async () => {
    const { rows, total } = await listOf(checker, 'problems/entries?overdue=true');
    expect(rows.map(({ clock }) => clock?.dueOn)).toEqual(['2026-06-20', '2026-06-30']);
    expect(rows[0]?.clock?.words.zh).toBe('整改期限，已超期11日（自然日）');
    expect(total).toBe(2);
  });

  it('is filtered by state, unit and row', async () => {
    expect((await listOf(checker, 'problems/entries?state=applied')).total).toBe(1);
    expect((await listOf(checker, `problems/entries?organization=${hospital}`)).total).toBe(4);
    expect((await listOf(checker, 'measures/entries?row=measure-1&open=true')).total).toBe(3);
    expect((await listOf(reviewer, 'measures/entries?row=measure-1')).total).toBe(2);
  });

  it('is filtered by the answers to a field that the register lists, and by no other', async () => {
    await recordProblem(other, world.site.units['direct-hospital'] ?? '', {
      answers: { kind: 'fees', deadline: '2026-12-31' },
    });
    const fees = await listOf(checker, 'problems/entries?field=kind&value=fees');
    expect([fees.total, fees.rows[0]?.organizationName]).toEqual([1, '直属中心医院']);
    expect((await listOf(checker, 'problems/entries?field=kind&value=drugs')).total).toBe(0);
    const guess = await checker('/api/registers/problems/entries?field=who&value=x');
    expect(guess.json()).toMatchObject({ code: 'registers.not_listed' });
    const path = encodeURIComponent("kind' or 1=1 --");
    expect((await checker(`/api/registers/problems/entries?field=${path}`)).status).toBe(422);
  });
});

describe('the wall chart', () => {
  it('opens an instance for each row and unit once, whatever is published again', async () => {
    expect(published).toMatchObject({ registers: 3, instances: 6 });
    const { campaignId, hash } = published;
    expect(await reopen(world.site, { campaignId, hash, previousHash: null })).toMatchObject({
      instances: 0,
    });
  });

  it('strikes a row off with the last of its units, and not before', async () => {
    const { rows } = await listOf(checker, 'measures/entries?row=measure-1');
    const own = rows.find(({ organizationId }) => organizationId === hospital);
    expect((await closeMeasure(clerk, own?.id ?? '')).status).toBe(200);
    const wall = (await checker('/api/registers/measures/wall')).json<Wall>();
    expect(wall.rows).toMatchObject([
      { row: 'measure-1', closed: 1, total: 3, isClosed: false },
      { row: 'measure-2', closed: 0, total: 3, isClosed: false },
    ]);
    const seen = (await clerk('/api/registers/measures/wall')).json<Wall>();
    expect(seen.rows[0]).toMatchObject({ closed: 1, total: 1, isClosed: true });
  });

  it('has somebody responsible for every instance', async () => {
    const { rows } = await listOf(checker, 'measures/entries');
    expect(new Set(rows.map(({ responsible }) => responsible))).toEqual(new Set(['主要负责人']));
    const [first] = rows;
    const { writer } = world.site.database;
    const outcome = await writer.commit({
      steps: [
        {
          statement: toStatement(
            sql`update register_entries set responsible = ' ' where id = ${first?.id}`,
          ),
        },
      ],
      audit: {
        action: 'register-entry.edit',
        actor: testActor,
        subjectKind: 'register-entry',
        subjectId: first?.id ?? '',
        at: world.clock.now(),
        facts: {},
      },
    });
    expect(outcome).toMatchObject({ status: 'refused', constraint: 'responsible_post' });
  });
});

describe('the counts of a register', () => {
  it('are the same from the columns as from every history', async () => {
    const board = (await checker('/api/registers/problems/board')).json<RegisterBoard>();
    const { db } = world.site.database;
    const definition = definitionIn(await loadVersion(db, published.hash), 'problems');
    if (definition === undefined) throw new Error('no register');
    const rows = await entryPageQuery(
      db,
      { register: 'problems', range: everything, embargo: true },
      { limit: -1 },
    );
    const histories = await listEventsOfRegister(db, 'problems');
    const totals = rows
      .map((row) => toEntry(row, histories.get(row.id) ?? []))
      .map((entry) => standingOf(definition.register, entry, { calendar, today }))
      .map((standing) => totalsOf(standing, today))
      .reduce(addTotals, noTotals);
    expect(board.total).toEqual(totals);
    expect(board.total).toMatchObject({ entries: 6, due: 4, overdue: 2, dueRectified: 1 });
    expect(board.units.map(({ counts }) => counts).reduce(addTotals, noTotals)).toEqual(totals);
  });

  it('feed the indicators as of a cut-off, whatever happened since', async () => {
    const { db } = world.site.database;
    const version = await loadVersion(db, published.hash);
    const ask = (asOf: string, statistic: 'rectification-rate' | 'entries' | 'unit-coverage') =>
      tallyRegister(db, version, { register: 'problems', statistic, asOf });
    expect(await ask(today, 'rectification-rate')).toEqual({
      numerator: 1,
      denominator: 4,
      units: 2,
    });
    expect(await ask('2026-06-30', 'entries')).toMatchObject({ numerator: 0 });
    expect(await ask('2026-06-30', 'rectification-rate')).toBeUndefined();
    expect(await ask(today, 'unit-coverage')).toEqual({ numerator: 2, denominator: 3, units: 2 });
    expect(
      await tallyRegister(db, version, { register: 'none', statistic: 'entries', asOf: today }),
    ).toBeUndefined();
  });
});

describe('a register outlives its campaign', () => {
  it('goes on under the next version; entries move to it with their next step', async () => {
    const next = await publishRegisters(world.site, {
      ...registersCampaign({ title: '2027年工作方案' }),
      year: 2027,
    });
    expect(next).toMatchObject({ registers: 3, instances: 0 });
    const list = await listOf(checker, `problems/entries?organization=${hospital}`);
    expect(list.register.campaignTitle).toBe('2027年工作方案');
    expect(list.total).toBe(4);
    const [first] = list.rows;
    await act(clerk, `${first?.id}/steps`, { transition: 'begin' });
    expect((await showOf(clerk, first?.id ?? '')).summary.state.key).toBe('rectifying');
    const added = await recordProblem(clerk, hospital);
    expect((await showOf(clerk, added.id)).summary.number).toBe(7);
  });
});
