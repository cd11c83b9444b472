import type { Column, Field } from '#schema/contracts/campaign/form.ts';
import { isDay, isMonth } from '../dates/days.ts';
import { rationalOf } from '../numbers/rational.ts';
import type { AnswerField } from './answers.ts';
import type { FormProblemCode, FormProblemParams } from './problems.ts';

export type Fault = { code: FormProblemCode; params?: FormProblemParams };
type Single = Exclude<AnswerField, { kind: 'table' | 'computed' }>;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const decimalShape = /^-?(0|[1-9]\d{0,11})(\.\d{1,6})?$/;

function rangeOf(field: { min?: string; max?: string }): FormProblemParams {
  return {
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
  };
}

function when(fault: boolean, code: FormProblemCode, params?: FormProblemParams): Fault[] {
  return fault ? [{ code, ...(params ? { params } : {}) }] : [];
}

function integerShape(value: unknown, field: Extract<Column, { kind: 'integer' }>): Fault[] {
  return when(!Number.isSafeInteger(value), 'forms.integer', rangeOf(field));
}

function decimalFault(value: unknown, field: { min?: string; max?: string }): Fault[] {
  const fits = isText(value) && decimalShape.test(value) && rationalOf(value) !== undefined;
  return when(!fits, 'forms.decimal', rangeOf(field));
}

function choiceShape(value: unknown, keys: readonly string[]): Fault[] {
  return when(!isText(value) || !keys.includes(value), 'forms.choice');
}

function choicesShape(value: unknown, keys: readonly string[]): Fault[] {
  const fits =
    isTexts(value) &&
    value.every((each) => keys.includes(each)) &&
    new Set(value).size === value.length;
  return when(!fits, 'forms.choices');
}

const keysOf = (options: readonly { key: string }[]) => options.map(({ key }) => key);

/** The key of the answer 不了解, where a rating offers it. */
export const unknownRating = 'unknown';

/** Whether a value has the shape its field can hold at all; limits are another matter. */
export function shapeFaults(field: Single, value: unknown): Fault[] {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return when(!isText(value), 'forms.text');
    case 'integer':
      return integerShape(value, field);
    case 'decimal':
    case 'money':
      return decimalFault(value, field);
    case 'date':
      return when(!isDay(value), 'forms.date');
    case 'month':
      return when(!isMonth(value), 'forms.month');
    case 'choice':
      return choiceShape(value, keysOf(field.options));
    case 'multiple-choice':
      return choicesShape(value, keysOf(field.options));
    case 'rating':
      return choiceShape(value, [
        ...keysOf(field.steps),
        ...(field.unknown ? [unknownRating] : []),
      ]);
    case 'organization':
    case 'post':
      return when(!isText(value) || value === '' || value.length > 200, 'forms.reference');
    case 'evidence':
      return when(!isTexts(value) || new Set(value).size !== value.length, 'forms.files');
  }
}

/** True for fields nobody answers: computed ones, sections, and those a named source fills. */
export function isNotAsked(field: Field | Column): boolean {
  return (
    field.kind === 'section' ||
    field.kind === 'computed' ||
    ('origin' in field && field.origin !== undefined)
  );
}
