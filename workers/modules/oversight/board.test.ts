import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import type { CommonIndicator } from '#schema/contracts/oversight.ts';
import { cellOf, compareRegions, countLevels, figureKey, inDivisionOrder } from './board.domain.ts';
import type { ArrivedFigure, Board, BoardRegion } from './board.domain.ts';

const indicator = (key: string): CommonIndicator => {
  const found = commonIndicatorCatalogue.find((one) => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const onTime = indicator('on-time-filing-rate');

const region = (slug: string, part: Partial<BoardRegion> = {}): BoardRegion => ({
  slug,
  name: slug,
  level: 'district',
  divisionCode: '100000',
  corrected: false,
  cutOff: '2026-06-30',
  receivedAt: 1,
  reporting: { unitsDue: 10, unitsReported: 9 },
  ...part,
});

const figure = (slug: string, part: Partial<ArrivedFigure> = {}): ArrivedFigure => ({
  region: slug,
  common: onTime.key,
  match: 'same',
  state: 'measured',
  numerator: 90,
  denominator: 100,
  ...part,
});

const board = (
  regions: readonly BoardRegion[],
  figures: readonly ArrivedFigure[],
  isOver = true,
): Board => ({
  regions,
  figures: new Map(figures.map((one) => [figureKey(one), one])),
  isOver,
});

const wordOf = (one: BoardRegion, figures: readonly ArrivedFigure[], isOver = true) =>
  cellOf(board([one], figures, isOver), one, onTime).state;

describe('a cell of 可比性一览', () => {
  test('tells apart what was not sent, what is not measured, and what is too little', () => {
    const silent = region('a', { receivedAt: undefined, cutOff: undefined, reporting: undefined });
    expect(wordOf(silent, [])).toBe('not-reported');
    expect(wordOf(silent, [], false)).toBe('not-applicable');
    expect(wordOf(region('a'), [])).toBe('not-measured');
    expect(wordOf(region('a'), [figure('a', { numerator: 9, denominator: 19 })])).toBe(
      'insufficient',
    );
    expect(wordOf(region('a'), [figure('a', { numerator: 9, denominator: 20 })])).toBe('measured');
  });

  test('repeats what the region itself said of its figure', () => {
    for (const state of [
      'insufficient',
      'incomparable',
      'not-applicable',
      'not-reported',
    ] as const) {
      const own = figure('a', { state, numerator: undefined, denominator: undefined });
      expect(wordOf(region('a'), [own])).toBe(state);
    }
    const near = figure('a', { match: 'near', note: '门诊患者' });
    expect(cellOf(board([region('a')], [near]), region('a'), onTime)).toEqual({
      region: 'a',
      state: 'measured',
      match: 'near',
      note: '门诊患者',
    });
  });
});

describe('a comparison', () => {
  test('pools by sums, and sets each region beside the pool with its range', () => {
    const regions = [region('a'), region('b')];
    const { pooled, rows } = compareRegions(
      board(regions, [
        figure('a', { numerator: 99, denominator: 100 }),
        figure('b', { numerator: 700, denominator: 1000 }),
      ]),
      onTime,
    );
    expect(pooled).toEqual({ numerator: 799, denominator: 1100, value: 7264, regions: 2 });
    expect(rows[0]).toMatchObject({
      value: 9900,
      low: 9455,
      high: 9983,
      standing: 'clearly-above',
    });
    expect(rows[1]).toMatchObject({ value: 7000, standing: 'same' });
    expect(rows[1]?.completeness).toEqual({ numerator: 9, denominator: 10 });
  });

  test('is the same for each region whoever stands first', () => {
    const pairs = fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(pairs, (denominators) => {
        const regions = denominators.map((_, index) => region(`r${index}`));
        const figures = denominators.map((denominator, index) =>
          figure(`r${index}`, { numerator: Math.floor(denominator * 0.9), denominator }),
        );
        const forth = compareRegions(board(regions, figures), onTime);
        const back = compareRegions(board(regions.toReversed(), figures), onTime);
        expect(back.pooled).toEqual(forth.pooled);
        expect(back.rows.toReversed()).toEqual(forth.rows);
      }),
    );
  });

  test('shows a 替代 figure and neither pools nor judges it', () => {
    const regions = [region('a'), region('b'), region('c')];
    const { pooled, rows } = compareRegions(
      board(regions, [figure('a'), figure('b'), figure('c', { match: 'substitute' })]),
      onTime,
    );
    expect(pooled).toMatchObject({ numerator: 180, denominator: 200, regions: 2 });
    expect(rows[2]).toMatchObject({ value: 9000, match: 'substitute' });
    expect(rows[2]).not.toHaveProperty('standing');
  });

  test('judges nobody against himself: one region alone has a range and no standing', () => {
    const { pooled, rows } = compareRegions(board([region('a')], [figure('a')]), onTime);
    expect(pooled).toBeUndefined();
    expect(rows[0]).toMatchObject({ value: 9000, low: 8256, high: 9448 });
    expect(rows[0]).not.toHaveProperty('standing');
  });

  test('lists the regions without a value with their word, and with the counts that arrived', () => {
    const regions = [region('a'), region('b'), region('c', { receivedAt: undefined })];
    const { rows } = compareRegions(
      board(regions, [figure('a', { numerator: 3, denominator: 12 })]),
      onTime,
    );
    expect(rows.map(({ state }) => state)).toEqual([
      'insufficient',
      'not-measured',
      'not-reported',
    ]);
    for (const row of rows) expect(row).not.toHaveProperty('value');
    expect(rows[0]).toMatchObject({ numerator: 3, denominator: 12 });
    expect(rows[1]).not.toHaveProperty('numerator');
  });

  test('makes no share of a count or of a sum of scores', () => {
    const counted = indicator('warning-education-count');
    const figures = [
      figure('a', { common: counted.key, numerator: 300, denominator: 20 }),
      figure('b', { common: counted.key, numerator: 10, denominator: 20 }),
    ];
    const { pooled, rows } = compareRegions(board([region('a'), region('b')], figures), counted);
    expect(pooled).toBeUndefined();
    expect(rows[0]).toMatchObject({ numerator: 300, denominator: 20 });
    expect(rows[0]).not.toHaveProperty('value');
    expect(rows[0]).not.toHaveProperty('standing');
  });

  test('says 核实率 only where somebody examined the figure', () => {
    const regions = [region('a'), region('b')];
    const { rows } = compareRegions(
      board(regions, [figure('a', { verified: 60 }), figure('b')]),
      onTime,
    );
    expect(rows[0]?.verified).toEqual({ numerator: 60, denominator: 100 });
    expect(rows[1]).not.toHaveProperty('verified');
  });
});

test('regions stand by their division code, and levels are counted apart', () => {
  const regions = [
    region('c', { divisionCode: '450000', level: 'province' }),
    region('a', { divisionCode: '310107' }),
    region('b', { divisionCode: '371000', level: 'prefecture' }),
    region('d', { divisionCode: '420112' }),
  ];
  expect(inDivisionOrder(regions).map(({ slug }) => slug)).toEqual(['a', 'b', 'd', 'c']);
  expect(countLevels(regions)).toEqual([
    { level: 'province', regions: 1 },
    { level: 'prefecture', regions: 1 },
    { level: 'district', regions: 2 },
  ]);
});
