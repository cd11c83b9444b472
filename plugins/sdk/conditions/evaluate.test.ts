import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '#schema/contracts/campaign/condition.ts';
import { when } from '../define.ts';
import { evaluateCondition, fieldsOf } from './evaluate.ts';

const anyCondition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      field: fc.constantFrom('a', 'b', 'c'),
      op: fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge', 'present', 'absent'),
      value: fc.integer({ min: 0, max: 3 }),
    }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;
const anyRecord = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 3 }));

describe('conditions', () => {
  it('compares money exactly', () => {
    expect(evaluateCondition(when.is('returned', '0.30'), { returned: '0.3' })).toBe(true);
    expect(evaluateCondition(when.more('returned', '99.99'), { returned: '100' })).toBe(true);
  });

  it('compares days as days', () => {
    expect(evaluateCondition(when.atMost('from', '2026-06-30'), { from: '2026-07-01' })).toBe(
      false,
    );
  });

  it('finds one choice among several', () => {
    const record = { sources: ['hotline', 'visit'] };
    expect(evaluateCondition(when.is('sources', 'visit'), record)).toBe(true);
    expect(evaluateCondition(when.oneOf('sources', 'letter', 'hotline'), record)).toBe(true);
    expect(evaluateCondition(when.isNot('sources', 'visit'), record)).toBe(false);
  });

  it('compares one field with another', () => {
    const condition = when.notMoreThanField('rectified', 'problems');
    expect(evaluateCondition(condition, { rectified: 3, problems: 2 })).toBe(false);
    expect(evaluateCondition(condition, { rectified: 2, problems: 2 })).toBe(true);
    expect(evaluateCondition(condition, { rectified: 2 })).toBe(false);
  });

  it('lets a missing answer satisfy nothing but “absent”', () => {
    for (const condition of [
      when.is('a', 1),
      when.isNot('a', 1),
      when.atMost('a', 1),
      when.present('a'),
    ]) {
      expect(evaluateCondition(condition, {})).toBe(false);
    }
    expect(evaluateCondition(when.absent('a'), { a: '' })).toBe(true);
  });

  it('never compares a number with a word', () => {
    expect(evaluateCondition(when.atMost('a', 5), { a: '三' })).toBe(false);
  });

  it('obeys De Morgan for any conditions and any record', () => {
    fc.assert(
      fc.property(anyCondition, anyCondition, anyRecord, (left, right, record) => {
        const notBoth = evaluateCondition(when.not(when.all(left, right)), record);
        const eitherNot = evaluateCondition(when.any(when.not(left), when.not(right)), record);
        expect(notBoth).toBe(eitherNot);
      }),
    );
  });

  it('depends only on the fields it names', () => {
    fc.assert(
      fc.property(anyCondition, anyRecord, (condition, record) => {
        const named = new Set(fieldsOf(condition));
        const seen = Object.fromEntries(Object.entries(record).filter(([key]) => named.has(key)));
        expect(evaluateCondition(condition, seen)).toBe(evaluateCondition(condition, record));
      }),
    );
  });
});
