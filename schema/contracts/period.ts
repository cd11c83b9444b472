import * as v from 'valibot';

export const PeriodSchema = v.pipe(v.string(), v.regex(/^20\d{2}-(H[12]|Q[1-4]|Y)$/));
export type Period = v.InferOutput<typeof PeriodSchema>;

export const isPeriod = (text: string): boolean => v.is(PeriodSchema, text);

const monthsOf: Readonly<Record<string, readonly [first: number, last: number]>> = {
  H1: [1, 6],
  H2: [7, 12],
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
  Y: [1, 12],
};

/** The calendar days of a period, both included: `2026-H1` → 2026-01-01 to 2026-06-30. */
export function daysOfPeriod(period: Period): { from: string; to: string } {
  const [year = '', part = ''] = period.split('-');
  const [first, last] = monthsOf[part] ?? [1, 12];
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  return { from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${pad(lastDay)}` };
}

/** The newest half-year that is over on a day: on 2026-07-08 the first half of 2026. */
export function newestFullHalf(day: string): Period {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '07-01' ? `${year}-H1` : `${year - 1}-H2`;
}

/** The half-year before or after another: 2026-H1 → 2025-H2 or 2026-H2. */
export function halfBeside(half: Period, side: 'before' | 'after'): Period {
  const year = Number(half.slice(0, 4));
  if (half.endsWith('H1')) return side === 'before' ? `${year - 1}-H2` : `${year}-H2`;
  return side === 'before' ? `${year}-H1` : `${year + 1}-H1`;
}

function pad(month: number): string {
  return String(month).padStart(2, '0');
}
