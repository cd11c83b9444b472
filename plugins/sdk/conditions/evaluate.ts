import type { Comparison, Condition } from '#schema/contracts/campaign/condition.ts';
import { compareRationals, rationalOf } from '../numbers/rational.ts';

/** The values of one record by field key; a missing answer is absent. */
export type ConditionRecord = { readonly [field: string]: unknown };

/** True for a value that says nothing: absent, empty text, empty list. */
export function isMissing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Order of two values: numbers exactly, texts (dates, months) as text; nothing when not comparable. */
function order(left: unknown, right: unknown): number | undefined {
  const [exactLeft, exactRight] = [rationalOf(left), rationalOf(right)];
  if (exactLeft && exactRight) return compareRationals(exactLeft, exactRight);
  if (typeof left === 'string' && typeof right === 'string') {
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return undefined;
}

/** Equal, or (for a multiple choice) among the chosen. */
function matches(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => matches(each, wanted));
  return order(value, wanted) === 0;
}

function holds(value: unknown, op: Comparison['op'], wanted: unknown): boolean {
  const ordered = () => order(value, wanted);
  switch (op) {
    case 'eq':
      return matches(value, wanted);
    case 'ne':
      return !matches(value, wanted);
    case 'in':
      return Array.isArray(wanted) && wanted.some((each) => matches(value, each));
    case 'lt':
      return ordered() === -1;
    case 'gt':
      return ordered() === 1;
    case 'le':
      return [-1, 0].includes(ordered() ?? 2);
    case 'ge':
      return [0, 1].includes(ordered() ?? 2);
    case 'present':
    case 'absent':
      return false;
  }
}

function compare(comparison: Comparison, record: ConditionRecord): boolean {
  const value = record[comparison.field];
  if (comparison.op === 'present') return !isMissing(value);
  if (comparison.op === 'absent') return isMissing(value);
  const wanted = comparison.than === undefined ? comparison.value : record[comparison.than];
  if (isMissing(value) || isMissing(wanted)) return false;
  return holds(value, comparison.op, wanted);
}

/**
 * Whether a condition holds for a record. A missing value satisfies no comparison but `absent`.
 * `evaluateCondition(when.atLeast('people', 10), { people: 12 }) === true`
 */
export function evaluateCondition(condition: Condition, record: ConditionRecord): boolean {
  if ('all' in condition) return condition.all.every((each) => evaluateCondition(each, record));
  if ('any' in condition) return condition.any.some((each) => evaluateCondition(each, record));
  if ('not' in condition) return !evaluateCondition(condition.not, record);
  return compare(condition, record);
}

/** Every field a condition looks at. */
export function fieldsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  return condition.than === undefined ? [condition.field] : [condition.field, condition.than];
}
