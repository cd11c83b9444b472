/** An exact number: `n / d` with a positive `d`. Nothing here ever becomes a float. */
export type Rational = { n: bigint; d: bigint };

const decimalPattern = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

function ratioOf(value: object): Rational | undefined {
  const { numerator, denominator } = value as Record<string, unknown>;
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return undefined;
  const d = BigInt(Number(denominator));
  return d > 0n ? { n: BigInt(Number(numerator)), d } : undefined;
}

/** The exact value of an integer, a decimal text or a ratio; nothing when it is none of them. */
export function rationalOf(value: unknown): Rational | undefined {
  if (typeof value === 'object' && value !== null) return ratioOf(value);
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? { n: BigInt(value), d: 1n } : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const match = decimalPattern.exec(value);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const n = BigInt(whole + fraction);
  return { n: sign === '-' ? -n : n, d: 10n ** BigInt(fraction.length) };
}

/** -1, 0 or 1, by cross-multiplication. */
export function compareRationals(left: Rational, right: Rational): number {
  const difference = left.n * right.d - right.n * left.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function addRationals(left: Rational, right: Rational): Rational {
  return { n: left.n * right.d + right.n * left.d, d: left.d * right.d };
}

export function subtractRationals(left: Rational, right: Rational): Rational {
  return addRationals(left, { n: -right.n, d: right.d });
}

/** The decimal text of a number whose denominator is a power of ten: `'12.5'`. */
export function decimalText({ n, d }: Rational): string {
  const places = d.toString().length - 1;
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  const sign = n < 0n ? '-' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}
