import { describe, expect, it } from 'vitest';
import { byLanguage, UnknownLanguageError } from './by-language.ts';

/** The price of a late report as two languages would have it. */
const priceOf = byLanguage({
  1: { late: (times: number) => times * 5_000 },
  2: { late: (times: number) => Math.min(times, 2) * 5_000 },
});

describe('the meaning of a campaign', () => {
  it('stays what it was when it was published, whatever a later language says', () => {
    expect(priceOf({ languageVersion: 1 }).late(3)).toBe(15_000);
    expect(priceOf({ languageVersion: 2 }).late(3)).toBe(10_000);
  });

  it('is not guessed for a language that is not known', () => {
    expect(() => priceOf({ languageVersion: 3 })).toThrow(UnknownLanguageError);
    expect(() => priceOf({ languageVersion: 3 })).toThrow('language 3');
  });
});
