import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import type { Figure } from '#schema/contracts/snapshots.ts';
import {
  figuresOf,
  isGreatDifference,
  linesOf,
  unexplained,
  withExplanations,
} from './content.domain.ts';
import type { FilingTallies, Tally } from './figures.domain.ts';
import { comparedCampaign } from './snapshots.fixtures.ts';

const campaign = comparedCampaign();
const count = fc.integer({ min: 0, max: 60 });
const tally: fc.Arbitrary<Tally> = fc
  .record({ denominator: count, numerator: count, units: count, wrong: count })
  .map(({ denominator, numerator, units, wrong }) => ({
    denominator,
    numerator: Math.min(numerator, denominator),
    units: Math.min(units, denominator),
    verified: denominator,
    verifiedWrong: Math.min(wrong, denominator),
  }));

function talliesOf(onTime: Tally): FilingTallies {
  const rest = { numerator: 20, denominator: 30, units: 10 };
  return {
    statistics: { 'on-time': onTime, 'first-pass': rest, 'rectified-after-return': rest },
    reporting: { unitsDue: 10, unitsReported: 9 },
  };
}

function onTimeFigure(onTime: Tally): Figure {
  const figure = figuresOf(campaign, talliesOf(onTime)).find(
    ({ common }) => common === 'on-time-filing-rate',
  );
  if (figure === undefined) throw new Error('no figure');
  return figure;
}

const measured = (numerator: number, denominator: number) =>
  onTimeFigure({ numerator, denominator, units: 10, verified: 30, verifiedWrong: 10 });

describe('what leaves a region', () => {
  test('is one figure for each line of its crosswalk and nothing for what it does not measure', () => {
    const figures = figuresOf(campaign, talliesOf({ numerator: 36, denominator: 40, units: 10 }));
    expect(figures.map(({ common, state }) => [common, state])).toEqual([
      ['on-time-filing-rate', 'measured'],
      ['first-pass-rate', 'measured'],
      ['return-rectified-rate', 'measured'],
      ['discharged-satisfaction', 'not-reported'],
      ['rectification-rate', 'incomparable'],
    ]);
    expect(figures.length).toBeLessThan(commonIndicatorCatalogue.length);
  });

  test('takes what a register counts like any other figure, small cells withheld', () => {
    const closing: Indicator = {
      key: 'closing',
      title: '整改率',
      form: 'ratio',
      definition: '到期问题中已整改的比例',
      numerator: '申请销号和已销号的问题数',
      denominator: '到期的问题数',
      unit: { zh: '%', en: '%' },
      measure: { kind: 'register', register: 'problems', statistic: 'rectification-rate' },
      direction: 'higher',
      source: { document: '方案' },
    };
    const definitions = {
      indicators: [closing],
      crosswalk: [{ common: 'rectification-rate', indicator: 'closing', match: 'same' as const }],
    };
    const tallies = talliesOf({ numerator: 36, denominator: 40, units: 10 });
    const figureFor = (tally?: Tally) =>
      figuresOf(definitions, tallies, new Map(tally ? [['closing', tally]] : []))[0];
    expect(figureFor({ numerator: 50, denominator: 60, units: 9 })).toMatchObject({
      state: 'measured',
      numerator: 50,
      denominator: 60,
    });
    expect(figureFor({ numerator: 3, denominator: 60, units: 9 })).toMatchObject({
      withheld: true,
    });
    expect(figureFor()).toMatchObject({ state: 'not-reported' });
  });

  test('says 不适用 for a period that is not over and where nothing was due, and never zero', () => {
    const open = figuresOf(campaign, undefined);
    expect(open.map(({ state }) => state)).not.toContain('measured');
    expect(open[0]).toMatchObject({ state: 'not-applicable' });
    const nothing = measured(0, 0);
    expect(nothing.state).toBe('not-applicable');
    expect(nothing).not.toHaveProperty('numerator');
  });

  test('says 样本不足 below the common minimum and keeps the pair that is no small cell', () => {
    expect(measured(12, 19)).toMatchObject({ state: 'insufficient', denominator: 19 });
    expect(measured(12, 20)).toMatchObject({ state: 'measured', denominator: 20 });
    expect(measured(0, 20)).toMatchObject({ state: 'measured', numerator: 0 });
  });

  test('never carries a count of one to four', () => {
    fc.assert(
      fc.property(tally, (onTime) => {
        const figure = onTimeFigure(onTime);
        const cells = [figure.numerator, figure.denominator, figure.verifiedWrong];
        expect(cells.filter((cell) => cell !== undefined && cell > 0 && cell < 5)).toEqual([]);
        const hidden = [onTime.numerator, onTime.denominator].some((cell) => cell > 0 && cell < 5);
        expect(figure.withheld).toBe(hidden);
        expect(hidden && figure.state !== 'insufficient').toBe(false);
      }),
    );
  });

  test('keeps the crosswalk’s own word on a difference in definition', () => {
    const figures = figuresOf(campaign, talliesOf({ numerator: 36, denominator: 40, units: 10 }));
    expect(figures.find(({ common }) => common === 'discharged-satisfaction')).toMatchObject({
      match: 'near',
      note: { zh: '门诊患者，不是出院患者。' },
    });
  });
});

describe('a difference to the last period', () => {
  test('is great above a fifth of what was, neither at it nor below', () => {
    const before = { numerator: 50, denominator: 100 };
    expect(isGreatDifference({ numerator: 60, denominator: 100 }, before)).toBe(false);
    expect(isGreatDifference({ numerator: 61, denominator: 100 }, before)).toBe(true);
    expect(isGreatDifference({ numerator: 39, denominator: 100 }, before)).toBe(true);
    expect(
      isGreatDifference({ numerator: 1, denominator: 100 }, { numerator: 0, denominator: 9 }),
    ).toBe(true);
  });

  test('asks for words only where both periods have a figure, and is quiet once it has them', () => {
    const now = [measured(20, 40)];
    const lines = linesOf({ figures: now }, campaign, { figures: [measured(36, 40)] });
    expect(lines[0]).toMatchObject({
      title: { zh: '按时报送率', en: 'Filed on time' },
      needsExplanation: true,
      previous: { numerator: 36, denominator: 40 },
    });
    expect(unexplained(lines)).toHaveLength(1);
    const figures = withExplanations(now, { 'on-time-filing-rate': '系统切换期间集中延误' });
    const before = { figures: [measured(36, 40)] };
    expect(unexplained(linesOf({ figures }, campaign, before))).toEqual([]);
    expect(linesOf({ figures: now }, campaign, undefined)[0]?.needsExplanation).toBe(false);
    const small = { figures: [measured(2, 40)] };
    expect(linesOf({ figures: now }, campaign, small)[0]?.needsExplanation).toBe(false);
  });
});
