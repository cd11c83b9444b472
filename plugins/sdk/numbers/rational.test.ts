import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRationals,
  compareRationals,
  decimalText,
  rationalOf,
  subtractRationals,
  type Rational,
} from './rational.ts';

const exact = (value: unknown): Rational => {
  const found = rationalOf(value);
  if (!found) throw new Error(`not exact: ${String(value)}`);
  return found;
};

describe('exact numbers', () => {
  it('adds three tenths without a trace of floating point', () => {
    expect(decimalText(addRationals(exact('0.1'), exact('0.2')))).toBe('0.3');
  });

  it('takes no float, no padded code and no text for a number', () => {
    expect([rationalOf(0.5), rationalOf('007'), rationalOf('十'), rationalOf(true)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('holds 1.0 and 1.00 for equal', () => {
    expect(compareRationals(exact('1.0'), exact('1.00'))).toBe(0);
  });

  it('subtracts what it added, and orders like integers', () => {
    const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [left, right] = [
          exact(decimalText({ n: a, d: 100n })),
          exact(decimalText({ n: b, d: 100n })),
        ];
        const back = subtractRationals(addRationals(left, right), right);
        expect(compareRationals(back, left)).toBe(0);
        expect(compareRationals(left, right)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});
