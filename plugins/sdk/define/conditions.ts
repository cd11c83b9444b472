import type { Comparison, Condition } from '#schema/contracts/campaign/condition.ts';

type Value = NonNullable<Comparison['value']>;

/** Conditions over the fields of one record: `when.all(when.is('found', 'yes'), when.present('by'))`. */
export const when = {
  is: (field: string, value: Value): Condition => ({ field, op: 'eq', value }),
  isNot: (field: string, value: Value): Condition => ({ field, op: 'ne', value }),
  oneOf: (field: string, ...value: string[]): Condition => ({ field, op: 'in', value }),
  less: (field: string, value: Value): Condition => ({ field, op: 'lt', value }),
  more: (field: string, value: Value): Condition => ({ field, op: 'gt', value }),
  atMost: (field: string, value: Value): Condition => ({ field, op: 'le', value }),
  atLeast: (field: string, value: Value): Condition => ({ field, op: 'ge', value }),
  notMoreThanField: (field: string, than: string): Condition => ({ field, op: 'le', than }),
  notLessThanField: (field: string, than: string): Condition => ({ field, op: 'ge', than }),
  present: (field: string): Condition => ({ field, op: 'present' }),
  absent: (field: string): Condition => ({ field, op: 'absent' }),
  all: (...all: Condition[]): Condition => ({ all }),
  any: (...any: Condition[]): Condition => ({ any }),
  not: (condition: Condition): Condition => ({ not: condition }),
};
