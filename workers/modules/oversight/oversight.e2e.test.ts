import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Comparability, Comparison } from '#schema/contracts/oversight.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer } from '#workers/app/testing/test-client.fixtures.ts';
import { createRegions, deliveryOf, figure } from './oversight.fixtures.ts';
import { publishCommonIndicators } from './usecases/publish-common-indicators.ts';

const host = hostOf('oversight');
let world: TestApp;

beforeAll(async () => {
  world = await createTestApp();
  const { control } = world;
  await publishCommonIndicators({ context: control });
  const regions = await createRegions(control);
  const sending = [
    ['haibei', { numerator: 930, denominator: 1000 }],
    ['tiannan', { numerator: 480, denominator: 600 }],
    ['nanan', { numerator: 19, denominator: 20 }],
  ] as const;
  for (const [slug, pair] of sending) {
    const region = regions[slug];
    if (region === undefined) throw new Error(slug);
    const figures = [
      figure(pair),
      figure({
        common: 'discharged-satisfaction',
        match: 'near',
        state: 'not-reported',
        numerator: undefined,
        denominator: undefined,
        verified: undefined,
        verifiedWrong: undefined,
        note: { zh: '门诊患者，不是出院患者。' },
      }),
    ];
    const json = await deliveryOf(control, region, { content: { figures } });
    const answer = await world.visitor(host)('/api/oversight/deliveries', { json });
    if (answer.status !== 200) throw new Error(answer.text);
  }
});
afterAll(() => world.close());

async function ask(path: string): Promise<TestAnswer> {
  return (await world.as('analyst', host))(`/api/oversight${path}`);
}

describe('可比性一览', () => {
  test('has a word for every region and indicator, in division-code order', async () => {
    const board = (await ask('/comparability')).json<Comparability>();
    expect(board).toMatchObject({ period: '2026-H1', cutOff: '2026-06-30' });
    expect(board.regions.map(({ divisionCode }) => divisionCode)).toEqual([
      '210000',
      '210100',
      '210111',
      '620000',
      '620104',
      '990101',
    ]);
    expect(board.levels).toEqual([
      { level: 'province', regions: 2 },
      { level: 'prefecture', regions: 1 },
      { level: 'district', regions: 3 },
    ]);
    expect(board.rows).toHaveLength(10);
    expect(board.rows[0]?.cells.map(({ state }) => state)).toEqual([
      'measured',
      'not-reported',
      'measured',
      'measured',
      'not-reported',
      'not-reported',
    ]);
    expect(board.rows[1]?.cells[0]?.state).toBe('not-measured');
    const satisfaction = board.rows.find(
      ({ indicator }) => indicator.key === 'discharged-satisfaction',
    );
    expect(satisfaction?.cells[0]).toMatchObject({ state: 'not-reported', match: 'near' });
  });

  test('can be narrowed to one level, and shows a period that is not over as 不适用', async () => {
    const districts = (await ask('/comparability?level=district')).json<Comparability>();
    expect(districts.regions).toHaveLength(3);
    const open = (await ask('/comparability?period=2026-H2')).json<Comparability>();
    const states = new Set(open.rows.flatMap(({ cells }) => cells.map(({ state }) => state)));
    expect([...states]).toEqual(['not-applicable']);
  });
});

describe('指标对比页', () => {
  test('compares one level by sums, with range and standing, the province first by default', async () => {
    const comparison = (await ask('/indicators/on-time-filing-rate')).json<Comparison>();
    expect(comparison.level).toBe('province');
    expect(comparison.pooled).toEqual({
      numerator: 1410,
      denominator: 1600,
      value: 8813,
      regions: 2,
    });
    expect(comparison.rows.map(({ region, standing }) => [region, standing])).toEqual([
      ['haibei', 'clearly-above'],
      ['tiannan', 'clearly-below'],
    ]);
    const districts = await ask('/indicators/on-time-filing-rate?level=district');
    expect(districts.json<Comparison>().rows.map(({ state }) => state)).toEqual([
      'measured',
      'not-reported',
      'not-reported',
    ]);
  });

  test('refuses to set levels or periods side by side, and says why', async () => {
    for (const query of ['level=all', 'level=province&level=district']) {
      const refused = await ask(`/indicators/on-time-filing-rate?${query}`);
      expect(refused.status).toBe(409);
      expect(refused.json()).toMatchObject({ code: 'oversight.levels_not_comparable' });
      expect(refused.json().title).toContain('仅同级地区');
    }
    const years = await ask('/indicators/on-time-filing-rate?period=2026-H1&period=2025-H1');
    expect(years.json().code).toBe('oversight.periods_not_comparable');
    expect((await ask('/indicators/no-such')).status).toBe(404);
  });

  test('says how far chance reaches where there are few cases', async () => {
    const { rows } = (
      await ask('/indicators/on-time-filing-rate?level=district')
    ).json<Comparison>();
    expect(rows[0]).toMatchObject({ value: 9500, low: 7638, high: 9912 });
  });
});

test('no answer of oversight holds a rank, an average of shares, or a unit', async () => {
  const paths = [
    '/comparability',
    '/indicators/on-time-filing-rate?level=province',
    '/indicators/on-time-filing-rate?level=district',
    '/indicators/discharged-satisfaction',
  ];
  for (const path of paths) {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(
      namesIn(answer.json()).filter((name) => /rank|average|place|position/i.test(name)),
    ).toEqual([]);
    expect(answer.text).not.toMatch(/\b(org|per|sub|snp)_[0-9a-z]/);
  }
  const { pooled, rows } = (await ask('/indicators/on-time-filing-rate')).json<Comparison>();
  const shares = rows.flatMap(({ value }) => value ?? []);
  const average = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  expect(average).toBe(8650);
  expect(pooled?.value).not.toBe(average);
});

test('only an analyst compares; the operator of the same control database does not', async () => {
  const operator = await world.as('operator', host);
  expect((await operator('/api/oversight/comparability')).status).toBe(403);
  expect((await world.visitor(host)('/api/oversight/comparability')).status).toBe(401);
});

/** Every name of a member, however deep. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}
