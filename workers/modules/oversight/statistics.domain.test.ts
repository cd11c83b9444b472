import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pool, shareOf, standingAgainst, waveringRange } from './statistics.domain.ts';

const pairs = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }))
  .map(([denominator, numerator]) => ({
    numerator: Math.min(numerator, denominator),
    denominator,
  }));

describe('the figures of a comparison', () => {
  it('pools numerators and denominators and never averages shares', () => {
    const pooled = pool([
      { numerator: 1, denominator: 1 },
      { numerator: 0, denominator: 99 },
    ]);
    expect(pooled).toEqual({ numerator: 1, denominator: 100 });
    expect(shareOf(pooled)).toBe(100);
  });

  it('rounds a share half up at the last step, from integers', () => {
    expect(shareOf({ numerator: 2228, denominator: 2310 })).toBe(9645);
    expect(shareOf({ numerator: 1, denominator: 20_000 })).toBe(1);
    expect(shareOf({ numerator: 1, denominator: 20_001 })).toBe(0);
    expect(shareOf({ numerator: 0, denominator: 0 })).toBeUndefined();
  });

  it('gives the published values of the Wilson interval', () => {
    expect(waveringRange({ numerator: 81, denominator: 263 })).toEqual({
      value: 3080,
      low: 2552,
      high: 3663,
    });
    expect(waveringRange({ numerator: 20, denominator: 20 })).toEqual({
      value: 10_000,
      low: 8388,
      high: 10_000,
    });
  });

  it('keeps value inside its range and the range inside 0 and 100 %', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const range = waveringRange(pair);
        if (range === undefined) throw new Error('no range');
        expect(range.low).toBeGreaterThanOrEqual(0);
        expect(range.low).toBeLessThanOrEqual(range.value);
        expect(range.value).toBeLessThanOrEqual(range.high);
        expect(range.high).toBeLessThanOrEqual(10_000);
      }),
    );
  });

  it('calls a region different only where chance does not explain it', () => {
    const all = { numerator: 9000, denominator: 10_000 };
    expect(standingAgainst(all, { numerator: 9, denominator: 10 })).toBe('same');
    expect(standingAgainst(all, { numerator: 8, denominator: 10 })).toBe('same');
    expect(standingAgainst(all, { numerator: 875, denominator: 1000 })).toBe('below');
    expect(standingAgainst(all, { numerator: 800, denominator: 1000 })).toBe('clearly-below');
    expect(standingAgainst(all, { numerator: 922, denominator: 1000 })).toBe('above');
    expect(standingAgainst(all, { numerator: 990, denominator: 1000 })).toBe('clearly-above');
    expect(
      standingAgainst({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 }),
    ).toBe(undefined);
  });

  it('does not depend on the order of the regions', () => {
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 1, maxLength: 40 }), (list) => {
        expect(pool(list)).toEqual(pool([...list].reverse()));
      }),
    );
  });
});
