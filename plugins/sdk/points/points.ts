import Big from 'big.js';

/** A point is 10,000 units; every score is a safe integer of units. */
export const unitsPerPoint = 10_000;
const places = 4;

export class PointsError extends Error {
  override name = 'PointsError';
}

function safe(units: number): number {
  if (!Number.isSafeInteger(units)) throw new PointsError('points beyond the safe integers');
  return units;
}

/** Reads points as people write them: `parsePoints('0.5')` is 5000. Refuses a fifth decimal place. */
export function parsePoints(text: string): number {
  if (!/^-?\d+(\.\d{1,4})?$/.test(text)) throw new PointsError(`not points: ${text}`);
  return safe(new Big(text).times(unitsPerPoint).toNumber()) + 0;
}

/** Writes units as people read them, without trailing zeros: `printPoints(5000)` is '0.5'. */
export function printPoints(units: number): string {
  const size = Math.abs(safe(units));
  const rest = size % unitsPerPoint;
  const whole = String((size - rest) / unitsPerPoint);
  const sign = units < 0 ? '-' : '';
  if (rest === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(rest).padStart(places, '0').replace(/0+$/, '')}`;
}

/** Exact product of points and a count; throws rather than losing a unit. */
export function timesPoints(units: number, count: number): number {
  return safe(units * count);
}

/** Exact sum; throws rather than losing a unit. */
export function plusPoints(left: number, right: number): number {
  return safe(left + right);
}

/** Division of integers toward negative infinity: `divideFloor(7, 2)` is 3. */
export function divideFloor(dividend: number, divisor: number): number {
  const rest = ((dividend % divisor) + divisor) % divisor;
  return (dividend - rest) / divisor;
}

/** Rounds to so many decimal places, half up: `roundPoints(12_345, 1)` is 12_000. */
export function roundPoints(units: number, decimals: number): number {
  const grain = 10 ** (places - decimals);
  return safe(divideFloor(units * 2 + grain, grain * 2) * grain);
}
