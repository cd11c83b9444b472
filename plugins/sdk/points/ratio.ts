import Big from 'big.js';
import { PointsError, divideFloor } from './points.ts';

/** A percentage is held in millionths, so that 98.7654 % is the integer 987,654. */
export const millionths = 1_000_000;

/** Two integers, 实…／应…; the denominator is positive. */
export type Ratio = { readonly numerator: number; readonly denominator: number };

/** Reads `98%` as millionths: 980000. */
export function parsePercent(text: string): number {
  if (!/^\d+(\.\d{1,4})?%$/.test(text)) throw new PointsError(`not a percentage: ${text}`);
  return new Big(text.slice(0, -1)).times(millionths / 100).toNumber();
}

const small = 1_000_000_000;

/** −1, 0 or 1 as the ratio is below, at or above a level in millionths, by cross-multiplication. */
export function compareRatio({ numerator, denominator }: Ratio, level: number): number {
  if (numerator <= small && denominator <= small && level <= millionths * 2) {
    return Math.sign(numerator * millionths - level * denominator);
  }
  const left = BigInt(numerator) * BigInt(millionths);
  const right = BigInt(level) * BigInt(denominator);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * How many steps the ratio lies below (or above) a level; 0 on its good side. A started step counts
 * only when asked: 8 points of percent below in steps of 5 are 1 full step, or 2 started ones.
 */
export function stepsFrom(
  { numerator, denominator }: Ratio,
  level: number,
  step: number,
  options: { side: 'below' | 'above'; steps: 'full' | 'started' },
): number {
  const gap = BigInt(level) * BigInt(denominator) - BigInt(numerator) * BigInt(millionths);
  const distance = options.side === 'below' ? gap : -gap;
  if (distance <= 0n) return 0;
  const width = BigInt(denominator) * BigInt(step);
  const full = distance / width;
  const started = options.steps === 'started' && distance % width !== 0n ? 1n : 0n;
  return Number(full + started);
}

/** The share of `units` that the ratio stands for, rounded half-up to a grain of units. */
export function shareOf(units: number, { numerator, denominator }: Ratio, grain: number): number {
  const wide = BigInt(units) * BigInt(numerator);
  const step = BigInt(denominator) * BigInt(grain);
  return Number((wide * 2n + step) / (step * 2n)) * grain;
}

/** For reading only: `87.5%`, cut (never rounded up) to two places; `exact` says nothing was cut. */
export function printRatio({ numerator, denominator }: Ratio): { text: string; exact: boolean } {
  const wide = BigInt(numerator) * 10_000n;
  const hundredths = Number(wide / BigInt(denominator));
  const whole = divideFloor(hundredths, 100);
  const rest = String(hundredths - whole * 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return {
    text: `${whole}${rest ? `.${rest}` : ''}%`,
    exact: wide % BigInt(denominator) === 0n,
  };
}
