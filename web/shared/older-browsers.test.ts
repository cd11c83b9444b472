import { describe, expect, test } from 'vitest';
import { addMissing } from './older-browsers.ts';

/** The built-ins of Chromium 86, stood in by empty objects: the real ones serve the test runner. */
const older = () => {
  const [arrays, strings, object] = [
    {} as unknown[],
    {} as Pick<string, 'at'>,
    {} as typeof Object,
  ];
  addMissing({ arrays, strings, typedArrays: {}, object });
  return { arrays, strings, object };
};

describe('what an older browser lacks', () => {
  test('is there, and does what the language says', () => {
    const { arrays, strings, object } = older();
    const days = ['b', 'c', 'a'];
    expect([-1, 0, 3].map((index) => arrays.at.call(days, index))).toEqual(['a', 'b', undefined]);
    expect(strings.at.call('abc', -1)).toBe('c');
    const sorted = [arrays.toSorted.call(days), arrays.toReversed.call(days), days];
    expect(sorted).toEqual([
      ['a', 'b', 'c'],
      ['a', 'c', 'b'],
      ['b', 'c', 'a'],
    ]);
    const byNumber = (left: unknown, right: unknown) => Number(right) - Number(left);
    expect(arrays.toSorted.call([5, 8, 2], byNumber)).toEqual([8, 5, 2]);
    expect(arrays.findLast.call(days, (day) => day === 'c')).toBe('c');
    expect(arrays.findLast.call(days, () => false)).toBeUndefined();
    expect(arrays.findLastIndex.call(days, (day) => day === 'c')).toBe(1);
    expect(arrays.findLastIndex.call(days, () => false)).toBe(-1);
    expect([object.hasOwn({ day: 1 }, 'day'), object.hasOwn({}, 'toString')]).toEqual([
      true,
      false,
    ]);
  });

  test('stands in no loop over an array', () => {
    expect(Object.keys(older().arrays)).toEqual([]);
  });

  test('and what is there already stays as it is', () => {
    const at = () => 'its own';
    const arrays = { at };
    addMissing({ arrays, strings: {}, typedArrays: {}, object: {} });
    expect(arrays.at).toBe(at);
  });
});
