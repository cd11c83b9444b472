import { describe, expect, it } from 'vitest';
import { firstNumberOf, pageOfNumbers } from './number-pages.domain.ts';

const numbered = (...numbers: number[]) => numbers.map((number) => ({ number }));

/** What a reader of all pages gets, from the beginning. */
function readAll(all: readonly number[], size: number): number[][] {
  const pages: number[][] = [];
  let after: string | undefined;
  do {
    const from = firstNumberOf(after, size);
    const found = numbered(...all.filter((number) => number > from).slice(0, size));
    const { items, next } = pageOfNumbers(found, size);
    pages.push(items.map(({ number }) => number));
    after = next;
  } while (after !== undefined);
  return pages;
}

describe('pages of entries by number', () => {
  it('hold every entry once, pass over what is empty, and come to an end', () => {
    expect(readAll([1, 2, 10, 11, 95, 96, 100], 10)).toEqual([[1, 2, 10], [11], [95, 96, 100]]);
    expect(readAll([], 10)).toEqual([[]]);
    const many = Array.from({ length: 35 }, (_, index) => index + 1);
    expect(readAll(many, 10).flat()).toEqual(many);
  });

  it('begin at the same numbers wherever somebody would like them to', () => {
    expect(firstNumberOf(undefined, 500)).toBe(0);
    expect(firstNumberOf('37', 500)).toBe(0);
    expect(firstNumberOf('501', 500)).toBe(500);
    expect(firstNumberOf('nothing', 500)).toBe(0);
  });

  it('end at the same numbers too, so that no two differ by one entry alone', () => {
    expect(pageOfNumbers(numbered(9, 10, 11), 10)).toEqual({
      items: numbered(9, 10),
      next: '10',
    });
    expect(pageOfNumbers(numbered(11), 10)).toEqual({ items: numbered(11), next: undefined });
  });
});
