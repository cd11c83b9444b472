import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRatio, parsePercent, printRatio, shareOf, stepsFrom } from './ratio.ts';

const count = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

describe('a ratio stays a pair of integers', () => {
  it('is exactly at 98 % with 49 of 50, and below with one less in a million', () => {
    const level = parsePercent('98%');
    expect(compareRatio({ numerator: 49, denominator: 50 }, level)).toBe(0);
    expect(compareRatio({ numerator: 979_999, denominator: 1_000_000 }, level)).toBe(-1);
    expect(compareRatio({ numerator: 980_001, denominator: 1_000_000 }, level)).toBe(1);
  });

  it('compares as bigint does, also beyond 2^53', () => {
    const level = fc.integer({ min: 0, max: 2_000_000 });
    fc.assert(
      fc.property(count, positive, level, (numerator, denominator, millionths) => {
        const left = BigInt(numerator) * 1_000_000n;
        const right = BigInt(millionths) * BigInt(denominator);
        const wanted = left === right ? 0 : left < right ? -1 : 1;
        expect(compareRatio({ numerator, denominator }, millionths)).toBe(wanted);
      }),
    );
  });

  it('counts full and started steps apart', () => {
    const below = { side: 'below' } as const;
    const at90 = { numerator: 90, denominator: 100 };
    const [level, step] = [parsePercent('98%'), parsePercent('5%')];
    expect(stepsFrom(at90, level, step, { ...below, steps: 'full' })).toBe(1);
    expect(stepsFrom(at90, level, step, { ...below, steps: 'started' })).toBe(2);
    const at88 = { numerator: 88, denominator: 100 };
    expect(stepsFrom(at88, level, step, { ...below, steps: 'started' })).toBe(2);
    expect(stepsFrom(at88, level, step, { ...below, steps: 'full' })).toBe(2);
    const at98 = { numerator: 98, denominator: 100 };
    expect(stepsFrom(at98, level, step, { ...below, steps: 'started' })).toBe(0);
    expect(stepsFrom(at98, parsePercent('90%'), step, { side: 'above', steps: 'full' })).toBe(1);
  });

  it('is written cut, never rounded up to a target it has not reached', () => {
    expect(printRatio({ numerator: 199_999, denominator: 200_000 })).toEqual({
      text: '99.99%',
      exact: false,
    });
    expect(printRatio({ numerator: 7, denominator: 8 })).toEqual({ text: '87.5%', exact: true });
    expect(printRatio({ numerator: 3, denominator: 3 })).toEqual({ text: '100%', exact: true });
  });

  it('gives a share of points rounded half up to its grain', () => {
    expect(shareOf(50_000, { numerator: 2, denominator: 3 }, 100)).toBe(33_300);
    expect(shareOf(10_000, { numerator: 1, denominator: 8 }, 100)).toBe(1300);
    expect(shareOf(50_000, { numerator: 1, denominator: 1 }, 1)).toBe(50_000);
  });
});
