import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  FigureCatalogue,
  FigureItems,
  FigureList,
  FigureTable,
  Overview,
} from '#schema/contracts/figures.ts';
import type { Problem } from '#schema/contracts/problem.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { act, claim, recordProblem } from '#workers/modules/registers/registers.fixtures.ts';
import {
  fileOnPaper,
  filingsOf,
  findMine,
  putInto,
} from '#workers/modules/submissions/submissions.fixtures.ts';
import { endOfDay } from '#workers/platform/clock.ts';
import { publishFigures } from './figures.fixtures.ts';
import { readFigures } from './index.ts';

let world: TestApp;
let campaignId: string;
let checker: TestClient;

/** 7月20日 is due: one has filed in time, one got until 8月5日 on the 15th, one is exempt since the 22nd. */
beforeAll(async () => {
  world = await createTestApp();
  world.clock.set('2026-07-01T09:00:00+08:00');
  ({ campaignId } = await publishFigures(world.site));
  const touched = () => ({ updatedAt: world.site.database.clock.now() });
  const filingOf = async (unit: string) =>
    (await filingsOf(world.site, unit)).find(({ taskKey }) => taskKey === 'training-report')?.id ??
    '';
  world.clock.set('2026-07-02T10:00:00+08:00');
  const problem = await recordProblem(
    await world.as('drafter'),
    world.site.units['hospital'] ?? '',
  );
  world.clock.set('2026-07-10T10:00:00+08:00');
  const clerk = await world.as('clerk');
  await fileOnPaper(clerk, await findMine(clerk, 'training-report'));
  await act(clerk, `${problem.id}/steps`, claim);
  await act(clerk, `${problem.id}/steps`, { transition: 'begin' });
  world.clock.set('2026-07-15T10:00:00+08:00');
  const august = { dueOn: '2026-08-05', dueAt: endOfDay('2026-08-05') };
  await putInto(world.site, await filingOf('direct-hospital'), { ...august, ...touched() });
  world.clock.set('2026-07-22T10:00:00+08:00');
  const exempt = { state: 'exempt' as const, exemptionReason: '停业整顿' };
  await putInto(world.site, await filingOf('second-hospital'), { ...exempt, ...touched() });
  world.clock.set('2026-08-06T10:00:00+08:00');
  checker = await world.as('checker');
});
afterAll(() => world.close());

const read = async <Answer>(path: string, query: Record<string, string> = {}) => {
  const search = new URLSearchParams({ campaign: campaignId, ...query }).toString();
  const answer = await checker(`/api/figures${path}?${search}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<Answer>();
};
const numbersOf = (figures: FigureList['figures']) =>
  Object.fromEntries(
    figures.map(({ key, numerator, denominator, absent }) => [
      key,
      absent ?? (denominator === undefined ? numerator : `${numerator}/${denominator}`),
    ]),
  );

describe('年度总览', () => {
  it('counts as of now what is due, what came and what is missing', async () => {
    const overview = await read<Overview>('/overview');
    expect(overview.day).toBeUndefined();
    expect(numbersOf(overview.figures)).toMatchObject({
      'filings.due': 2,
      'filings.arrived': 1,
      'filings.on-time': 1,
      'filings.overdue': 1,
      'filings.overdue-units': 1,
    });
  });

  it('reconstructs a past moment: before the exemption, after the extension', async () => {
    const then = await read<Overview>('/overview', { asOf: '2026-07-21' });
    expect(then).toMatchObject({ day: '2026-07-21' });
    expect(numbersOf(then.figures)).toMatchObject({
      'filings.due': 2,
      'filings.arrived': 1,
      'filings.overdue': 1,
      'filings.overdue-units': 1,
    });
    const before = await read<Overview>('/overview', { asOf: '2026-07-19' });
    expect(numbersOf(before.figures)).toMatchObject({ 'filings.due': 0, 'filings.overdue': 0 });
    const later = await read<Overview>('/overview', { asOf: '2026-07-25' });
    expect(numbersOf(later.figures)).toMatchObject({ 'filings.due': 1, 'filings.overdue': 0 });
  });

  it('counts what is due on the last day with the end of that day', async () => {
    const onTheDay = await read<Overview>('/overview', { asOf: '2026-07-20' });
    expect(numbersOf(onTheDay.figures)).toMatchObject({ 'filings.due': 2, 'filings.overdue': 1 });
  });

  it('says of what the campaign does not have that it is not set, and never zero', async () => {
    const { figures, total } = await read<Overview>('/overview');
    expect(numbersOf(figures)['complaints.accepted']).toBe('not-set');
    expect(total['complaints.on-time-completion-rate']).toEqual({ absent: 'not-set' });
  });

  it('gives one row an authority in official order, and sums that are the whole', async () => {
    const { by, rows, total } = await read<Overview>('/overview');
    expect(by).toBe('area');
    expect(rows.map(({ place }) => place.name ?? place.key)).toEqual(['own', '东区卫生健康局']);
    const sum = rows.reduce((all, { values }) => all + (values['filings.due']?.numerator ?? 0), 0);
    expect(total['filings.due']).toEqual({ numerator: sum });
  });

  it('names whom to press, in words to paste', async () => {
    const { reminder } = await read<Overview>('/overview');
    expect(reminder.zh).toBe(
      '截至8月6日10:00，以下1家单位应报材料尚未报送：直属中心医院。请尽快报送，如有困难请说明。',
    );
    const then = await read<Overview>('/overview', { asOf: '2026-07-19' });
    expect(then.reminder.zh).toBe('截至7月19日24:00，没有逾期未报的单位。');
  });

  it('refuses a day that has not come, and a campaign that is not there', async () => {
    const ask = (query: Record<string, string>) =>
      checker(`/api/figures/overview?${new URLSearchParams(query).toString()}`);
    const future = await ask({ campaign: campaignId, asOf: '2026-08-07' });
    expect(future.json<Problem>().code).toBe('figures.future_day');
    const other = await ask({ campaign: `cmp_0${'1'.repeat(25)}` });
    expect(other.json<Problem>().code).toBe('figures.not_found');
  });
});

describe('the list behind a figure', () => {
  it('has as many lines as the figure says, for every figure and moment', async () => {
    const { items: catalogue } = await read<FigureCatalogue>('/catalogue');
    for (const asOf of ['2026-07-03', '2026-07-11', '2026-07-21', '2026-08-05', '2026-08-06']) {
      for (const { key } of catalogue) {
        const query = { figure: key, asOf, limit: '100' };
        const { total, items, figure } = await read<FigureItems>('/items', query);
        expect([asOf, key, items.length]).toEqual([asOf, key, total]);
        const counted = figure.denominator ?? figure.numerator ?? 0;
        expect([asOf, key, total]).toEqual([asOf, key, counted]);
      }
    }
  });

  it('is walked page by page without losing or repeating a line', async () => {
    const query = { figure: 'register:measures.entries', limit: '2' };
    const seen: string[] = [];
    let next: string | undefined;
    let said = 0;
    do {
      const cursor: Record<string, string> = next === undefined ? {} : { cursor: next };
      const page = await read<FigureItems>('/items', { ...query, ...cursor });
      seen.push(...page.items.map(({ id }) => id));
      ({ next } = page);
      said = page.total;
    } while (next !== undefined);
    expect(seen).toHaveLength(said);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(2);
  });

  it('of a place has the lines of that place', async () => {
    const area = world.site.units['bureau'] ?? '';
    const figure = 'filings.due';
    const there = await read<FigureItems>('/items', { figure, area });
    const own = await read<FigureItems>('/items', { figure, area: 'own' });
    const names = there.items.map(({ organizationName }) => organizationName);
    expect(names).toEqual(['直属中心医院', '东区第一医院']);
    expect(own).toMatchObject({ total: 0, items: [] });
    const unit = world.site.units['hospital'] ?? '';
    expect(await read<FigureItems>('/items', { figure, unit })).toMatchObject({ total: 1 });
  });

  it('of a kind of unit has the lines of that kind, also where the table is by authority', async () => {
    const { by } = await read<Overview>('/overview');
    expect(by).toBe('area');
    for (const figure of ['filings.due', 'register:measures.entries', 'filings.overdue-units']) {
      const query = { figure, limit: '100' };
      const whole = await read<FigureItems>('/items', query);
      const there = await read<FigureItems>('/items', { ...query, area: 'hospital' });
      expect([figure, there.total]).toEqual([figure, there.items.length]);
      expect([figure, there.items]).toEqual([figure, whole.items]);
      const clinics = await read<FigureItems>('/items', { ...query, area: 'clinic' });
      expect([figure, clinics.total, clinics.items]).toEqual([figure, 0, []]);
    }
  });
});

describe('the range of a reader', () => {
  it('shows a bureau what it supervises, and adds up to less than the whole', async () => {
    const bureau = await world.as('reviewer');
    const query = new URLSearchParams({ campaign: campaignId, keys: 'filings.due' }).toString();
    const { figures } = (await bureau(`/api/figures?${query}`)).json<FigureList>();
    expect(numbersOf(figures)).toEqual({ 'filings.due': 1 });
    const overview = (await bureau(`/api/figures/overview?${query}`)).json<Overview>();
    expect(overview.rows.map(({ place }) => place.name)).toContain('东区卫生健康局');
    expect(overview.total['filings.due']).toEqual({ numerator: 1 });
  });

  it('says which figure is not there', async () => {
    const query = new URLSearchParams({ campaign: campaignId, keys: 'filings.none' }).toString();
    const answer = await checker(`/api/figures?${query}`);
    expect(answer.json<Problem>().code).toBe('figures.unknown_figure');
  });
});

describe('figures read by another module', () => {
  it('are of the named units alone, each with its 口径 and its list', async () => {
    const context = await createTestContext(world.site, 'checker');
    const units = ['hospital', 'second-hospital'].map((key) => world.site.units[key] ?? '');
    const keys = ['filings.due', 'filings.overdue'];
    const { figures } = await readFigures({ context, input: { campaignId, keys, units } });
    expect(numbersOf(figures)).toEqual({ 'filings.due': 1, 'filings.overdue': 0 });
    expect(figures.every(({ href }) => href.startsWith('/figures/items?'))).toBe(true);
  });
});

describe('上级临时要数', () => {
  const table = (query: Record<string, string>) =>
    read<FigureTable>('/table', { keys: 'filings.due,filings.overdue', ...query });
  const due = ({ rows }: FigureTable) =>
    rows.map(({ place, values }) => [place.name ?? place.key, values['filings.due']?.numerator]);

  it('gives every unit a row in official order, with 口径 and sums', async () => {
    const answer = await table({ by: 'unit' });
    expect(answer).toMatchObject({ by: 'unit', units: 4, unknown: [] });
    expect(due(answer)).toEqual([
      ['直属中心医院', 1],
      ['东区卫生健康局', 0],
      ['东区第一医院', 1],
      ['东区第二医院', 0],
    ]);
    expect(answer.total['filings.due']).toEqual({ numerator: 2 });
    expect(answer.columns.map(({ statement }) => statement.zh)).toEqual([
      '截止时间已过、未免报的报送件数',
      '应报送中尚未报送的件数',
    ]);
  });

  it('by place and in one line says the same in sum, as of any moment', async () => {
    for (const asOf of ['2026-07-19', '2026-07-21', '2026-07-25', '2026-08-06']) {
      const byUnit = await table({ by: 'unit', asOf });
      const byPlace = await table({ by: 'area', asOf });
      const whole = await table({ by: 'whole', asOf });
      expect([asOf, byPlace.total]).toEqual([asOf, byUnit.total]);
      expect([asOf, whole.total, whole.rows]).toEqual([asOf, byUnit.total, []]);
    }
  });

  it('counts a class of units, and says how many they are', async () => {
    const hospitals = await table({ by: 'unit', kinds: 'hospital', levels: 'tertiary,secondary' });
    expect(hospitals.units).toBe(hospitals.rows.length);
    expect(due(hospitals).map(([name]) => name)).not.toContain('东区卫生健康局');
    const clinics = await table({ by: 'whole', kinds: 'clinic' });
    expect(clinics).toMatchObject({ units: 0, total: { 'filings.due': { numerator: 0 } } });
  });

  it('counts units by name, and says which name nobody has', async () => {
    const named = await table({ by: 'unit', names: '东区第一医院、无名医院\n直属中心医院' });
    expect(named.unknown).toEqual(['无名医院']);
    expect(due(named)).toEqual([
      ['直属中心医院', 1],
      ['东区第一医院', 1],
    ]);
    const byPlace = await table({ by: 'area', names: '东区第一医院' });
    expect(due(byPlace)).toEqual([['东区卫生健康局', 1]]);
  });

  it('shows a bureau no unit of which it sees nothing', async () => {
    const bureau = await world.as('reviewer');
    const query = { campaign: campaignId, keys: 'filings.due', by: 'unit' };
    const path = `/api/figures/table?${new URLSearchParams(query).toString()}`;
    const answer = (await bureau(path)).json<FigureTable>();
    expect(due(answer).map(([name]) => name)).toEqual(['东区第一医院']);
  });
});
