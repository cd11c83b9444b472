import { toHalfWidth } from './dates.ts';

const unitsPerPoint = 10_000;

/** Exact text of an integer of 1/10,000 point: 5000 → 0.5. */
export const formatPoints = (units: number): string => {
  const sign = units < 0 ? '−' : '';
  const size = Math.abs(units);
  const rest = String(size % unitsPerPoint)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const whole = Math.floor(size / unitsPerPoint);
  return `${sign}${whole}${rest ? `.${rest}` : ''}`;
};

export const formatCount = (value: number): string =>
  String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/g, ',');

/** Money is text in yuan; only the grouping is ours. */
export const formatMoney = (yuan: string): string => {
  const [whole = '', cents] = yuan.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return cents === undefined ? grouped : `${grouped}.${cents}`;
};

/** A share of two integers with one place, by integers alone: 2228 of 2310 → 96.5%. */
export const formatShare = (numerator: number, denominator: number): string => {
  if (denominator <= 0) return '—';
  const tenths = (BigInt(numerator) * 2000n + BigInt(denominator)) / (2n * BigInt(denominator));
  return `${tenths / 10n}.${tenths % 10n}%`;
};

/** A mean of whole numbers with one place, by integers alone: 4431 over 50 → 88.6. */
export const formatMean = (numerator: number, denominator: number): string => {
  if (denominator <= 0) return '—';
  const tenths = (BigInt(numerator) * 20n + BigInt(denominator)) / (2n * BigInt(denominator));
  return `${tenths / 10n}.${tenths % 10n}`;
};

/** What a person typed into a number field, ready to be sent. */
export const normaliseNumber = (typed: string): string =>
  toHalfWidth(typed)
    .replace(/[\s,，]/g, '')
    .replace(/[。]/g, '.');

export const formatBytes = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};
