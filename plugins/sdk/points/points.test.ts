import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideFloor, parsePoints, printPoints, roundPoints, timesPoints } from './points.ts';

describe('points are integers of 1/10,000', () => {
  it.each([
    ['0.5', 5000],
    ['0.0001', 1],
    ['100', 1_000_000],
    ['-2', -20_000],
    ['99999.9999', 999_999_999],
  ])('reads %s exactly and writes it back', (text, units) => {
    expect(parsePoints(text)).toBe(units);
    expect(printPoints(units)).toBe(text);
  });

  it.each(['0.00001', '1e3', '', '½', ' 1', '1.', '.5'])('refuses %j', (text) => {
    expect(() => parsePoints(text)).toThrow('not points');
  });

  it('reads back whatever it has written', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (units) => {
        expect(parsePoints(printPoints(units))).toBe(units + 0);
      }),
    );
  });

  it('refuses a product that would lose a unit', () => {
    expect(timesPoints(999_999_999, 1_000_000)).toBe(999_999_999_000_000);
    expect(() => timesPoints(999_999_999, 100_000_000)).toThrow('safe integers');
  });

  it('rounds half up at the place that is named', () => {
    expect(roundPoints(12_500, 0)).toBe(10_000);
    expect(roundPoints(15_000, 0)).toBe(20_000);
    expect(roundPoints(884_500, 1)).toBe(885_000);
    expect(roundPoints(884_499, 1)).toBe(884_000);
    expect(roundPoints(-5000, 0)).toBe(0);
    expect(roundPoints(12_345, 4)).toBe(12_345);
  });

  it('divides downward for negative numbers too', () => {
    expect(divideFloor(-7, 2)).toBe(-4);
    expect(divideFloor(7, 2)).toBe(3);
  });
});
