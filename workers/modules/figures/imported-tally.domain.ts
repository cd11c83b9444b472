import { UNITS, isTooFew, toUnits } from '#plugins/sdk/indicators/imported.ts';
import type { FigureValue } from '#schema/contracts/figures.ts';
import type { FigureForm, FigureTerms } from '#schema/contracts/imported-figures.ts';
import type { Period } from '#schema/contracts/period.ts';
import type { IndicatorTally } from './indicator-tally.domain.ts';

/** A figure that a system elsewhere says: its form decides how it adds up. */
export type ImportedMeasure = {
  readonly kind: 'imported';
  readonly indicator: string;
  readonly form: FigureForm;
  /** Fewer answers, and a unit is not assessed. */
  readonly least: number;
};

const PERCENT = 100;

/**
 * What the units of an indicator add to a sum, one tally each: a score weighs as many as answered, a
 * unit with too few answers stands in the list and in no sum.
 */
export function talliesOf<Row extends FigureTerms>(
  measure: ImportedMeasure,
  { period, rows }: { period: Period; rows: readonly Row[] },
): { row: Row; tally: IndicatorTally }[] {
  // Where some say a share and others its terms, all are brought to the places of the share.
  const places = rows.some(({ numerator }) => numerator === null) ? UNITS * PERCENT : 1;
  return rows.map((row) => {
    const line = { lines: 1, period };
    if (isTooFew(measure.least, row)) {
      return { row, tally: { ...line, numerator: 0, denominator: 0, tooFew: 1 } };
    }
    return { row, tally: { ...line, ...sumOf(measure.form, row, places) } };
  });
}

function sumOf(form: FigureForm, { value, numerator, sample }: FigureTerms, places: number) {
  const units = value === null ? 0 : toUnits(value);
  const answers = sample ?? 0;
  switch (form) {
    case 'mean':
      return { numerator: units * answers, denominator: UNITS * answers };
    case 'ratio':
      return {
        numerator: numerator === null ? units * answers : numerator * places,
        denominator: answers * places,
      };
    case 'count':
      return { numerator: units / UNITS, denominator: 0 };
    case 'value':
      return { numerator: units, denominator: UNITS };
  }
}

/** 未导入 where nothing is known; a value that has no weight is a unit's own and no sum. */
export function importedValue(
  { form }: ImportedMeasure,
  tally: IndicatorTally | undefined,
): FigureValue {
  if (tally === undefined || tally.lines === 0) return { absent: 'not-imported' };
  const { numerator, denominator, lines, period } = tally;
  const of = period === undefined ? {} : { period };
  if (form === 'count') return { numerator, ...of };
  if (form === 'value' && lines > 1) return { absent: 'not-computed', ...of };
  return denominator === 0 ? { absent: 'insufficient', ...of } : { numerator, denominator, ...of };
}
