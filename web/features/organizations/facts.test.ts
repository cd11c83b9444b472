import { describe, expect, test } from 'vitest';
import { readFact } from './organization.presenter.ts';

describe('what is filled in for a fact', () => {
  test('is never taken off the record for being left empty', () => {
    for (const key of ['beds', 'level', 'kind', 'teaching']) {
      expect(readFact(key, ' ')).toBeUndefined();
    }
    expect(readFact('level', 'none')).toBeNull();
  });

  test('is a number where it was one, a word where it was one, and yes or no', () => {
    expect([readFact('beds', '320'), readFact('beds', '三百')]).toEqual([320, undefined]);
    expect([readFact('doctors', '12'), readFact('doctors', '12', 11)]).toEqual([12, 12]);
    expect([readFact('code', '007'), readFact('code', '12', '011')]).toEqual(['007', '12']);
    expect([readFact('teaching', '是'), readFact('teaching', '否')]).toEqual([true, false]);
    expect(readFact('不是代号', '1')).toBeUndefined();
  });
});
