import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureItems, FigureList, FigureTable, Overview } from '#schema/contracts/figures.ts';
import type { OrganizationDraft } from '#schema/contracts/organizations.ts';
import type { Problem } from '#schema/contracts/problem.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { importOrganizations } from '#workers/modules/organizations/index.ts';
import { filingsOf, putInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import { publishFigures } from './figures.fixtures.ts';

let world: TestApp;
let campaignId: string;
let checker: TestClient;
let units: Readonly<Record<string, string>>;

const hospital = (key: string, name: string, order: number, superior?: string) => ({
  key,
  name,
  order,
  kind: 'hospital' as const,
  relations: [
    { relation: 'supervision' as const, superior },
    { relation: 'territory' as const, superior },
  ],
});

/** West stands before East in official order; its hospitals are brought in the other way round. */
const more = (east: string): OrganizationDraft[] => [
  hospital('west-5', '西区第五医院', 55, 'west'),
  hospital('east-3', '东区第三医院', 130, east),
  hospital('west-4', '西区第四医院', 54, 'west'),
  hospital('west-3', '西区第三医院', 53, 'west'),
  hospital('east-4', '东区第四医院', 140, east),
  hospital('west-2', '西区第二医院', 52, 'west'),
  hospital('west-1', '西区第一医院', 51, 'west'),
  hospital('children', '儿童医院', 30),
  {
    ...hospital('west', '西区卫生健康局', 50),
    kind: 'bureau',
    relations: [{ relation: 'supervision' }, { relation: 'territory' }],
  },
];

/** 11 hospitals had to report by 7月20日; 西区第五医院 alone has, on the 28th. */
beforeAll(async () => {
  world = await createTestApp();
  world.clock.set('2026-07-01T09:00:00+08:00');
  const imported = await importOrganizations({
    context: world.site.database,
    input: { units: more(world.site.units['bureau'] ?? ''), actor: testActor },
  });
  units = {
    ...world.site.units,
    ...Object.fromEntries(imported.units.map(({ key, id }) => [key, id])),
  };
  ({ campaignId } = await publishFigures(world.site));
  world.clock.set('2026-07-28T10:00:00+08:00');
  await arrive('west-5');
  world.clock.set('2026-08-06T09:05:00+08:00');
  checker = await world.as('checker');
});
afterAll(() => world.close());

async function arrive(unit: string): Promise<void> {
  const site = { ...world.site, units };
  const filings = await filingsOf(site, unit);
  const report = filings.find(({ taskKey }) => taskKey === 'training-report');
  const firstFiledAt = world.clock.now();
  const filed = { state: 'filed' as const, firstFiledAt, updatedAt: firstFiledAt };
  await putInto(site, report?.id ?? '', filed);
}
type Query = Readonly<Record<string, string>>;
const ask = (path: string, query: Query, as = checker) =>
  as(`/api/figures${path}?${new URLSearchParams({ campaign: campaignId, ...query }).toString()}`);
async function read<Answer>(path: string, query: Query = {}, as = checker): Promise<Answer> {
  const answer = await ask(path, query, as);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<Answer>();
}

describe('催报名单', () => {
  it('of more than ten units is grouped: the commission’s own, then in official order', async () => {
    const { rows, reminder } = await read<Overview>('/overview', { asOf: '2026-07-25' });
    expect(reminder.zh.split('\n')).toEqual([
      '截至7月25日24:00，以下11家单位应报材料尚未报送：',
      '直属单位（2家）：儿童医院、东区第二医院',
      '西区卫生健康局（5家）：西区第一医院、西区第二医院、西区第三医院、西区第四医院、西区第五医院',
      '东区卫生健康局（4家）：直属中心医院、东区第一医院、东区第三医院、东区第四医院',
      '请尽快报送，如有困难请说明。',
    ]);
    const shown = rows.map(({ place, values }) => [
      place.name ?? place.key,
      values['filings.due']?.numerator,
    ]);
    expect(shown).toEqual([
      ['own', 2],
      ['西区卫生健康局', 5],
      ['东区卫生健康局', 4],
    ]);
  });

  it('says the same in English, with as many lines and the same units', async () => {
    const { reminder } = await read<Overview>('/overview', { asOf: '2026-07-25' });
    expect(reminder.en.split('\n')).toEqual([
      'As of 2026-07-25 24:00, 11 units have not filed:',
      'Directly under (2): 儿童医院, 东区第二医院',
      '西区卫生健康局 (5): 西区第一医院, 西区第二医院, 西区第三医院, 西区第四医院, 西区第五医院',
      '东区卫生健康局 (4): 直属中心医院, 东区第一医院, 东区第三医院, 东区第四医院',
      'Please file as soon as possible, or say what stands in the way.',
    ]);
  });

  it('of ten units is one line, without who has filed since, though late', async () => {
    const { reminder, figures } = await read<Overview>('/overview');
    expect(reminder.zh).toBe(
      '截至8月6日09:05，以下10家单位应报材料尚未报送：直属中心医院、儿童医院、西区第一医院、' +
        '西区第二医院、西区第三医院、西区第四医院、东区第一医院、东区第二医院、东区第三医院、' +
        '东区第四医院。请尽快报送，如有困难请说明。',
    );
    const numbers = Object.fromEntries(figures.map(({ key, numerator }) => [key, numerator]));
    expect(numbers).toMatchObject({
      'filings.due': 11,
      'filings.arrived': 1,
      'filings.on-time': 0,
      'filings.overdue-units': 10,
    });
  });

  it('of a bureau names the units it supervises and nobody else', async () => {
    const { reminder } = await read<Overview>('/overview', {}, await world.as('reviewer'));
    expect(reminder.en).toBe(
      'As of 2026-08-06 09:05, 4 units have not filed: 东区第一医院, 东区第二医院, ' +
        '东区第三医院, 东区第四医院. Please file as soon as possible, or say what stands in the way.',
    );
  });
});

/** The lines of a figure, read a page at a time. */
async function walk(figure: string, limit: number): Promise<FigureItems['items'][]> {
  const pages: FigureItems['items'][] = [];
  let next: string | undefined;
  do {
    const cursor: Query = next === undefined ? {} : { cursor: next };
    const page = await read<FigureItems>('/items', { figure, limit: String(limit), ...cursor });
    pages.push(page.items);
    ({ next } = page);
  } while (next !== undefined && pages.length < 50);
  return pages;
}

describe('a list longer than a page', () => {
  for (const [figure, lines] of [
    ['filings.due', 11],
    ['filings.overdue-units', 10],
    ['register:measures.entries', 22],
  ] as const) {
    it(`of ${figure} goes on behind the last line, in official order`, async () => {
      const query = { figure, limit: '200' };
      const whole = await read<FigureItems>('/items', query);
      expect([whole.total, whole.items.length, whole.next]).toEqual([lines, lines, undefined]);
      const pages = await walk(figure, 4);
      expect(pages.slice(0, -1).every((page) => page.length === 4)).toBe(true);
      expect(pages).toHaveLength(Math.ceil(lines / 4));
      expect(pages.flat()).toEqual(whole.items);
      const units = [...new Set(whole.items.map(({ organizationName }) => organizationName))];
      expect(units.slice(0, 3)).toEqual(['直属中心医院', '儿童医院', '西区第一医院']);
    });
  }

  it('is twenty lines long unless told, and ends exactly where the last page is full', async () => {
    const first = await read<FigureItems>('/items', { figure: 'register:measures.entries' });
    expect([first.items.length, first.total]).toEqual([20, 22]);
    expect(first.next).toBeDefined();
    expect((await walk('register:measures.entries', 11)).map(({ length }) => length)).toEqual([
      11, 11,
    ]);
  });

  it('takes no cursor but its own, and no page of nothing', async () => {
    const figure = 'filings.due';
    for (const cursor of ['1', 'WzEsMl0', 'bm90IGpzb24']) {
      const answer = await ask('/items', { figure, cursor });
      expect([answer.status, answer.json().code]).toEqual([400, 'platform.invalid_cursor']);
    }
    for (const limit of ['0', '201', 'all']) {
      const answer = await ask('/items', { figure, limit });
      expect(answer.json<Problem>().errors?.map(({ path }) => path)).toEqual(['/limit']);
    }
  });
});

describe('a line of a list', () => {
  const lineOf = async (figure: string, unit: string) =>
    (await read<FigureItems>('/items', { figure, unit: units[unit] ?? '' })).items[0];

  it('says what was due and when it came, in both languages', async () => {
    expect(await lineOf('filings.arrived', 'west-5')).toMatchObject({
      kind: 'filing',
      organizationName: '西区第五医院',
      title: { zh: '教育培训情况报告', en: 'Training report' },
      dueOn: '2026-07-20',
      doneOn: '2026-07-28',
      overdue: false,
    });
    const missing = await lineOf('filings.overdue', 'children');
    expect(missing).toMatchObject({ dueOn: '2026-07-20', overdue: true });
    expect(missing?.doneOn).toBeUndefined();
    expect(await lineOf('filings.overdue-units', 'children')).toMatchObject({
      id: units['children'],
      kind: 'unit',
      title: { zh: '逾期未报 1 件', en: '1 overdue' },
      dueOn: '2026-07-20',
    });
    const query = { figure: 'register:measures.entries', unit: units['children'] ?? '' };
    const { items } = await read<FigureItems>('/items', query);
    expect(items.every(({ kind, overdue }) => kind === 'entry' && !overdue)).toBe(true);
    expect(new Set(items.map(({ title }) => `${title.zh} ${title.en}`))).toEqual(
      new Set(['公开收费标准 Publish prices', '设立意见箱 Suggestion boxes']),
    );
  });

  it('stands behind its figure: the address of the figure leads to as many lines', async () => {
    const area = units['west'] ?? '';
    const keys = 'filings.due,filings.overdue,filings.on-time-rate,register:measures.entries';
    const { figures } = await read<FigureList>('', { keys, area, asOf: '2026-07-27' });
    expect(figures.map(({ numerator }) => numerator)).toEqual([5, 5, 0, 10]);
    for (const { key, href, numerator, denominator } of figures) {
      const answer = await checker(`/api${href}`);
      const { items, day } = answer.json<FigureItems>();
      expect([key, items.length, day]).toEqual([key, denominator ?? numerator, '2026-07-27']);
      expect(items.every(({ organizationName }) => organizationName.startsWith('西区'))).toBe(true);
    }
  });

  it('is counted once, whether its unit is chosen by level, by name or by place', async () => {
    const keys = 'filings.due';
    const total = async (query: Query) => {
      const table = await read<FigureTable>('/table', { keys, by: 'whole', ...query });
      return [table.units, table.total[keys]?.numerator];
    };
    expect(await total({})).toEqual([13, 11]);
    expect(await total({ kinds: 'hospital' })).toEqual([11, 11]);
    expect(await total({ kinds: 'bureau' })).toEqual([2, 0]);
    expect(await total({ levels: 'tertiary,primary' })).toEqual([2, 2]);
    expect(await total({ names: '儿童医院，儿童医院；西区卫生健康局' })).toEqual([2, 1]);
  });
});
