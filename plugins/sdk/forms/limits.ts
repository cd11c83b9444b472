import { compareRationals, rationalOf } from '../numbers/rational.ts';
import type { AnswerField } from './answers.ts';
import type { FormProblemParams } from './problems.ts';
import type { Fault } from './shape.ts';

type Single = Exclude<AnswerField, { kind: 'table' | 'computed' }>;
type Numeric = Extract<Single, { kind: 'integer' | 'decimal' | 'money' }>;

function rangeFaults(field: Numeric, value: unknown): Fault[] {
  const exact = rationalOf(value);
  if (!exact) return [];
  const [min, max] = [rationalOf(field.min), rationalOf(field.max)];
  const below = min !== undefined && compareRationals(exact, min) < 0;
  const above = max !== undefined && compareRationals(exact, max) > 0;
  if (!below && !above) return [];
  const params: FormProblemParams = { kind: field.kind, value: String(value) };
  if (field.min !== undefined) params.min = field.min;
  if (field.max !== undefined) params.max = field.max;
  return [{ code: 'forms.range', params }];
}

function placesFaults(places: number, value: unknown): Fault[] {
  const given = typeof value === 'string' ? (value.split('.')[1]?.length ?? 0) : 0;
  return given > places ? [{ code: 'forms.places', params: { count: places } }] : [];
}

function lengthFaults(field: { minLength?: number; maxLength?: number }, value: unknown): Fault[] {
  const length = [...String(value).trim()].length;
  if (field.minLength !== undefined && length < field.minLength) {
    return [{ code: 'forms.too-short', params: { count: length, min: String(field.minLength) } }];
  }
  if (field.maxLength !== undefined && length > field.maxLength) {
    return [{ code: 'forms.too-long', params: { count: length, max: String(field.maxLength) } }];
  }
  return [];
}

function countFaults(value: unknown, limit: number | undefined, code: Fault['code']): Fault[] {
  const count = Array.isArray(value) ? value.length : 0;
  return limit !== undefined && count > limit
    ? [{ code, params: { count, max: String(limit) } }]
    : [];
}

/** Whether a well-shaped value keeps to the limits of its field. */
export function limitFaults(field: Single, value: unknown): Fault[] {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return lengthFaults(field, value);
    case 'integer':
      return rangeFaults(field, value);
    case 'decimal':
      return [...placesFaults(field.places ?? 6, value), ...rangeFaults(field, value)];
    case 'money':
      return [...placesFaults(2, value), ...rangeFaults(field, value)];
    case 'multiple-choice':
      return countFaults(value, field.limit, 'forms.choice-limit');
    case 'evidence':
      return countFaults(value, field.maxFiles, 'forms.file-limit');
    case 'date':
    case 'month':
    case 'choice':
    case 'rating':
    case 'organization':
    case 'post':
      return [];
  }
}
