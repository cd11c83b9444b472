import type { Field, Form } from '#schema/contracts/campaign/form.ts';
import { isMissing } from '../conditions/evaluate.ts';
import {
  addRationals,
  decimalText,
  rationalOf,
  subtractRationals,
  type Rational,
} from '../numbers/rational.ts';
import { fieldOf, rowsOf, type Answers } from './answers.ts';

type Computed = Extract<Field, { kind: 'computed' }>;

/** The values a key stands for: one answer, or the cells of a column in every row. */
function valuesOf(form: Form, key: string, answers: Answers): unknown[] {
  if (fieldOf(form, key)) return isMissing(answers[key]) ? [] : [answers[key]];
  const table = form.fields.find(
    (field) => field.kind === 'table' && field.columns.some((column) => column.key === key),
  );
  if (!table) return [];
  return rowsOf(answers, table.key)
    .map((row) => row[key])
    .filter((value) => !isMissing(value));
}

function total(values: readonly unknown[]): Rational | undefined {
  const exact = values.map(rationalOf).filter((value) => value !== undefined);
  if (exact.length === 0) return undefined;
  return exact.reduce(addRationals);
}

/** An integer stays a number where every operand was one; otherwise the text of a decimal. */
function result(value: Rational | undefined, operands: readonly unknown[]): unknown {
  if (!value) return undefined;
  const text = decimalText(value);
  const whole = operands.every((each) => typeof each === 'number') && !text.includes('.');
  return whole && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

function ratio(numerator: Rational, denominator: Rational): unknown {
  if (denominator.n <= 0n) return undefined;
  const scaled = { n: numerator.n * denominator.d, d: denominator.n * numerator.d };
  const shrink = numerator.d === denominator.d ? numerator.d : 1n;
  const [n, d] = [Number(scaled.n / shrink), Number(scaled.d / shrink)];
  return Number.isSafeInteger(n) && Number.isSafeInteger(d)
    ? { numerator: n, denominator: d }
    : undefined;
}

function compute(form: Form, { compute: { op, of } }: Computed, answers: Answers): unknown {
  if (op === 'row-count') {
    return of.reduce((count, table) => count + rowsOf(answers, table).length, 0);
  }
  const operands = of.map((key) => valuesOf(form, key, answers));
  const flat = operands.flat();
  if (op === 'sum') return result(total(flat), flat);
  const [left, right] = operands.map(total);
  if (!left || !right) return undefined;
  return op === 'difference' ? result(subtractRationals(left, right), flat) : ratio(left, right);
}

/**
 * The answers with every computed field worked out afresh, in form order. A missing operand adds
 * nothing to a sum and leaves a difference or ratio absent; nothing missing ever becomes zero.
 */
export function computeFields(form: Form, answers: Answers): Answers {
  const computed: Record<string, unknown> = { ...answers };
  for (const field of form.fields) {
    if (field.kind !== 'computed') continue;
    const value = compute(form, field, computed);
    if (value === undefined) delete computed[field.key];
    else computed[field.key] = value;
  }
  return computed;
}
