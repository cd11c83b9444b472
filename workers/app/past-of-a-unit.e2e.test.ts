import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureItems, FigureList, FigureTable, Overview } from '#schema/contracts/figures.ts';
import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import { publishFigures } from '#workers/modules/figures/figures.fixtures.ts';
import { settleEndings } from '#workers/modules/organizations/index.ts';
import { act, claim, recordProblem } from '#workers/modules/registers/registers.fixtures.ts';
import { fileOnPaper, findMine } from '#workers/modules/submissions/submissions.fixtures.ts';
import { createTestApp } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';
import type { TestClient } from './testing/test-client.fixtures.ts';

const past = '2026-07-21';
const keys = 'filings.due,filings.arrived,filings.overdue';
const listed = [
  'filings.due',
  'filings.arrived',
  'filings.overdue',
  'filings.overdue-units',
  'problems.entries',
];
let world: TestApp;
let campaignId: string;
let before: Awaited<ReturnType<typeof readPast>>;
let beforeOfBureau: Overview;

const unitOf = (key: string) => world.site.units[key] ?? '';
const reading = (client: TestClient, asOf: string | null = past) => {
  const moment: Record<string, string> = asOf === null ? {} : { asOf };
  return async <Answer>(path: string, query: Record<string, string> = {}) => {
    const search = new URLSearchParams({ campaign: campaignId, ...moment, ...query });
    const answer = await client(`/api/figures${path}?${search.toString()}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.json<Answer>();
  };
};

/** All that says how things stood on that day: sentences, rows, tables, lists and names. */
async function readPast() {
  const read = reading(await world.as('checker'));
  const overview = await read<Overview>('/overview');
  const tables = [];
  for (const by of ['unit', 'area', 'whole'])
    tables.push(await read<FigureTable>('/table', { keys, by }));
  const kinds = await read<FigureTable>('/table', { keys, by: 'unit', kinds: 'hospital' });
  const lists = [];
  for (const figure of [
    'filings.due',
    'filings.overdue',
    'problems.entries',
    'filings.overdue-units',
  ])
    lists.push(await read<FigureItems>('/items', { figure }));
  return { overview, tables, kinds, lists, places: await readPlaces(read) };
}

const areas = () => ['own', unitOf('bureau'), 'hospital', 'clinic'];

/** Every figure of every place, and the list behind it. */
async function readPlaces(read: ReturnType<typeof reading>) {
  const places = [];
  for (const area of areas()) {
    const { figures } = await read<FigureList>('', { area, keys: listed.join(',') });
    for (const { key, numerator } of figures) {
      const { total, items } = await read<FigureItems>('/items', { figure: key, area });
      places.push({ area, key, numerator, total, items });
    }
  }
  return places;
}

const actOn = async (key: string, verb: string, json: object) => {
  const admin = await world.as('system-admin');
  const path = `/api/organizations/${unitOf(key)}`;
  const { version } = (await admin(path)).json<OrganizationDetail>();
  const answer = await admin(`${path}/${verb}`, {
    method: 'POST',
    json: { reason: '区编委批复', ...json },
    headers: { 'if-match': `"${version}"` },
  });
  if (answer.status !== 200) throw new Error(answer.text);
};

beforeAll(async () => {
  world = await createTestApp();
  world.clock.set('2026-07-01T09:00:00+08:00');
  ({ campaignId } = await publishFigures(world.site));
  world.clock.set('2026-07-02T10:00:00+08:00');
  const clerk = await world.as('clerk');
  for (const unit of ['hospital', 'second-hospital'])
    await recordProblem(await world.as('drafter'), unitOf(unit));
  const own = await recordProblem(await world.as('drafter'), unitOf('hospital'));
  await fileOnPaper(clerk, await findMine(clerk, 'training-report'));
  await act(clerk, `${own.id}/steps`, claim);
  world.clock.set('2026-07-24T23:50:00+08:00');
  before = await readPast();
  beforeOfBureau = await reading(await world.as('reviewer'))<Overview>('/overview');
  await actOn('hospital', 'rename', { name: '东区人民医院', on: '2026-07-24' });
  await actOn('bureau', 'rename', { name: '东区卫生健康委员会', on: '2026-07-23' });
  await actOn('hospital', 'superior', {
    relation: 'territory',
    superiorId: null,
    on: '2026-07-24',
  });
  const fact = { key: 'kind', on: '2026-07-24' };
  await actOn('direct-hospital', 'facts', { ...fact, value: 'clinic' });
  await actOn('bureau', 'facts', { ...fact, value: 'public-health' });
  await actOn('second-hospital', 'end', { intoId: unitOf('direct-hospital'), on: '2026-07-24' });
  world.clock.set('2026-07-25T00:05:00+08:00');
  await settleEndings(world.site.database);
  await world.app.work.sweep('dong');
  await world.app.work.sweep('dong');
});
afterAll(() => world.close());

const withoutMoment = <Answer extends object>(answer: Answer) => {
  const { computedAt: _computedAt, ...rest } = answer as Answer & { computedAt?: number };
  return rest;
};

describe('a day that is over, after units were renamed, moved, merged and became others', () => {
  it('has the sentences, rows, sums and names of the overview that it had', async () => {
    const { overview } = await readPast();
    expect(withoutMoment(overview)).toEqual(withoutMoment(before.overview));
    const names = overview.rows.map(({ place }) => place.name ?? place.key);
    expect(names).toEqual(['own', '东区卫生健康局']);
  });

  it('has the tables by unit, by place and in one line that it had', async () => {
    const { tables, kinds } = await readPast();
    expect(tables.map(withoutMoment)).toEqual(before.tables.map(withoutMoment));
    expect(withoutMoment(kinds)).toEqual(withoutMoment(before.kinds));
    expect(JSON.stringify(tables[0])).toContain('东区第一医院');
    expect(JSON.stringify(tables[0])).not.toContain('东区人民医院');
  });

  it('has the lists behind its figures that it had', async () => {
    const { lists } = await readPast();
    expect(lists.map(withoutMoment)).toEqual(before.lists.map(withoutMoment));
    expect(JSON.stringify(lists)).toContain('东区第二医院');
  });

  it('has the figures of each place and kind as it had, each with its list', async () => {
    const { places } = await readPast();
    expect(places).toEqual(before.places);
    for (const { area, key, numerator, total, items } of places) {
      expect([area, key, items.length, total]).toEqual([area, key, numerator, numerator]);
    }
    const counted = (area: string) =>
      places.find((each) => each.area === area && each.key === 'filings.due')?.total ?? 0;
    expect(areas().map(counted)).toEqual([1, 2, 3, 0]);
  });

  it('is no longer so today, when there is no authority and the table is by kind', async () => {
    const read = reading(await world.as('checker'), null);
    const { by, rows } = await read<Overview>('/overview');
    expect(by).toBe('kind');
    expect(rows.map(({ place }) => place.key)).toContain('clinic');
    for (const { place, values } of rows) {
      for (const figure of ['filings.due', 'filings.arrived', 'problems.entries']) {
        const { total, items } = await read<FigureItems>('/items', { figure, area: place.key });
        const said = values[figure]?.numerator;
        expect([place.key, figure, total, items.length]).toEqual([place.key, figure, said, said]);
      }
    }
  });

  it('is for the bureau what it was', async () => {
    const after = await reading(await world.as('reviewer'))<Overview>('/overview');
    expect(withoutMoment(after)).toEqual(withoutMoment(beforeOfBureau));
  });
});
