import { describe, expect, it } from 'vitest';
import type { FigureForm } from '#schema/contracts/imported-figures.ts';
import { importedValue, talliesOf } from './imported-tally.domain.ts';
import { addTallies } from './indicator-tally.domain.ts';
import type { Tallies } from './indicator-tally.domain.ts';

const period = '2026-H1';
const measureOf = (form: FigureForm, least = 0) => ({
  kind: 'imported' as const,
  indicator: 'own',
  form,
  least,
});
const score = (value: string, sample: number) => ({ value, numerator: null, sample });
const terms = (numerator: number, sample: number) => ({ value: null, numerator, sample });
const bare = (value: string) => ({ value, numerator: null, sample: null });

type Row = Parameters<typeof talliesOf>[1]['rows'][number];
function sumOf(measure: ReturnType<typeof measureOf>, rows: readonly Row[]) {
  const tallies = talliesOf(measure, { period, rows }).map(({ tally }): Tallies => ({
    own: tally,
  }));
  const sum = tallies.reduce<Tallies | undefined>(addTallies, undefined)?.['own'];
  return { sum, value: importedValue(measure, sum) };
}

describe('scores of a survey elsewhere', () => {
  it('weigh as many as have answered, exactly', () => {
    const { value } = sumOf(measureOf('mean'), [score('88.6', 100), score('91.25', 300)]);
    expect(value).toEqual({
      numerator: 886_000 * 100 + 912_500 * 300,
      denominator: 400 * 10_000,
      period,
    });
  });

  it('with too few answers stand in the list and in no sum', () => {
    const { sum, value } = sumOf(measureOf('mean', 30), [score('20', 29), score('90', 30)]);
    expect(sum).toMatchObject({ lines: 2, tooFew: 1 });
    expect(value).toMatchObject({ numerator: 900_000 * 30, denominator: 300_000 });
  });

  it('that are all of too few answers are 样本不足, and none at all 未导入', () => {
    expect(sumOf(measureOf('mean', 30), [score('20', 5)]).value).toEqual({
      absent: 'insufficient',
      period,
    });
    expect(sumOf(measureOf('mean', 30), []).value).toEqual({ absent: 'not-imported' });
  });

  it('keep every place where the machine’s own numbers would lose it', () => {
    const rows = Array.from({ length: 10 }, () => score('0.1', 1));
    expect(sumOf(measureOf('mean'), rows).value).toMatchObject({
      numerator: 10_000,
      denominator: 100_000,
    });
  });
});

describe('shares of a system elsewhere', () => {
  it('add up by their terms', () => {
    const { value } = sumOf(measureOf('ratio'), [terms(30, 40), terms(1, 60)]);
    expect(value).toEqual({ numerator: 31, denominator: 100, period });
  });

  it('said as percent weigh by the sample, beside others that are said by their terms', () => {
    const { value } = sumOf(measureOf('ratio'), [score('92.5', 200), terms(15, 100)]);
    const { numerator = 0, denominator = 1 } = value;
    expect(numerator * 300).toBe((185 + 15) * denominator);
  });
});

describe('other figures of a system elsewhere', () => {
  it('counts add up', () => {
    expect(sumOf(measureOf('count'), [bare('3'), bare('4')]).value).toEqual({
      numerator: 7,
      period,
    });
  });

  it('a value without a weight is a unit’s own and no sum', () => {
    const own = { numerator: 385_200, denominator: 10_000, period };
    expect(sumOf(measureOf('value'), [bare('38.52')]).value).toEqual(own);
    const both = sumOf(measureOf('value'), [bare('38.52'), bare('40')]).value;
    expect(both).toEqual({ absent: 'not-computed', period });
  });
});
