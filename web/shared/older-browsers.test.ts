import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const lacking = ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed'] as const;
const kept = new Map<string, PropertyDescriptor | undefined>();

/** The arrays of Chromium 86. */
beforeEach(async () => {
  for (const name of lacking) {
    kept.set(name, Object.getOwnPropertyDescriptor(Array.prototype, name));
    Reflect.deleteProperty(Array.prototype, name);
  }
  vi.resetModules();
  await import('./older-browsers.ts');
});
afterEach(() => {
  for (const [name, descriptor] of kept) {
    if (descriptor) Object.defineProperty(Array.prototype, name, descriptor);
  }
});

describe('what an older browser lacks', () => {
  test('is there, and does what the language says', () => {
    const days = ['b', 'c', 'a'];
    expect([days.at(-1), days.at(0), days.at(3)]).toEqual(['a', 'b', undefined]);
    expect([days.toSorted(), days.toReversed(), days]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'c', 'b'],
      ['b', 'c', 'a'],
    ]);
    expect([5, 8, 2].toSorted((left, right) => right - left)).toEqual([8, 5, 2]);
    expect(days.findLast((day) => day > 'a')).toBe('c');
    expect([days.findLastIndex((day) => day > 'a'), days.findLastIndex(() => false)]).toEqual([
      1, -1,
    ]);
    expect(days.findLast(() => false)).toBeUndefined();
  });

  test('stands in no loop over an array', () => {
    expect(Object.keys(Array.prototype)).toEqual([]);
  });
});
