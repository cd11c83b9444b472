import type { Form } from '#schema/contracts/campaign/form.ts';
import type { RollUp } from '#schema/contracts/campaign/task.ts';
import type { Figure, RollUpFigure, RollUpUnit } from '#schema/contracts/roll-up.ts';
import type { Answers } from '../forms/answers.ts';
import {
  addRationals,
  compareRationals,
  decimalText,
  rationalOf,
  type Rational,
} from '../numbers/rational.ts';
import { isCounted } from './cells.ts';

type Sums = RollUp['sums'];

const zero: Rational = { n: 0n, d: 1n };
const one: Rational = { n: 1n, d: 1n };

/** Whole numbers are numbers where the field takes a number; money and decimals are text. */
function figureOf(value: Rational, kind: string | undefined): Figure {
  const text = decimalText(value);
  const isWhole = kind !== 'decimal' && kind !== 'money' && !text.includes('.');
  return isWhole && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** The sum with the shortest denominator, so that thousands of amounts stay short. */
function add(left: Rational, right: Rational): Rational {
  return rationalOf(decimalText(addRationals(left, right))) ?? zero;
}

/** A share of something is no amount: only numbers and decimals add up. */
function amountOf(value: unknown): Rational | undefined {
  return typeof value === 'object' ? undefined : rationalOf(value);
}

const kindOf = (form: Form, key: string) => form.fields.find((field) => field.key === key)?.kind;

/**
 * What a filing gives to each sum: its figure, nothing where it has none, and one for a count of
 * filings. A nil return gives zero: it says that nothing happened.
 */
export function contributionsOf(
  rule: { readonly sums: Sums },
  form: Form,
  filing: { readonly nil: boolean; readonly answers: Answers },
): Record<string, Figure> {
  const given = rule.sums.flatMap(({ field, of, by }) => {
    const value = by === 'filings' ? one : filing.nil ? zero : amountOf(filing.answers[of]);
    return value === undefined ? [] : [[field, figureOf(value, kindOf(form, field))] as const];
  });
  return Object.fromEntries(given);
}

/** The last row of the table: each field's sum over the cells that count, exactly. */
export function sumOf(
  rule: { readonly sums: Sums },
  form: Form,
  units: readonly Pick<RollUpUnit, 'state' | 'figures'>[],
): Record<string, Figure> {
  const counted = units.filter(({ state }) => isCounted(state));
  const sums = rule.sums.map(({ field }) => {
    const values = counted.map(({ figures }) => rationalOf(figures[field]) ?? zero);
    return [field, figureOf(values.reduce(add, zero), kindOf(form, field))] as const;
  });
  return Object.fromEntries(sums);
}

/**
 * Each figure of the filing beside its sum. One that differs is adjusted where it has a reason, and
 * unexplained where it has none: then the filing does not leave.
 */
export function compareWithSums(
  sums: Readonly<Record<string, Figure>>,
  answers: Answers,
  reasons: Readonly<Record<string, string>>,
): RollUpFigure[] {
  return Object.entries(sums).map(([field, sum]) => {
    const [figure, expected] = [rationalOf(answers[field]), rationalOf(sum)];
    const reason = reasons[field];
    if (figure === undefined || expected === undefined) return { field, sum, standing: 'open' };
    const written = answers[field] as Figure;
    if (compareRationals(figure, expected) === 0) {
      return { field, sum, figure: written, standing: 'same' };
    }
    return reason === undefined
      ? { field, sum, figure: written, standing: 'unexplained' }
      : { field, sum, figure: written, reason, standing: 'adjusted' };
  });
}
