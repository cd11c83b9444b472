import { expect, test } from 'vitest';
import { daysOfPeriod, halfBeside, newestFullHalf } from './period.ts';

test('a period ends on the last day of its last month, in leap years too', () => {
  expect(daysOfPeriod('2026-H1')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
  expect(daysOfPeriod('2026-H2')).toEqual({ from: '2026-07-01', to: '2026-12-31' });
  expect(daysOfPeriod('2028-Q1')).toEqual({ from: '2028-01-01', to: '2028-03-31' });
  expect(daysOfPeriod('2026-Y')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
});

test('a half-year is compared only once it is over', () => {
  expect(newestFullHalf('2026-06-30')).toBe('2025-H2');
  expect(newestFullHalf('2026-07-01')).toBe('2026-H1');
  expect(newestFullHalf('2027-01-01')).toBe('2026-H2');
});

test('half-years follow one another over the turn of the year', () => {
  expect(halfBeside('2026-H1', 'after')).toBe('2026-H2');
  expect(halfBeside('2026-H2', 'after')).toBe('2027-H1');
  expect(halfBeside('2026-H1', 'before')).toBe('2025-H2');
  expect(halfBeside('2026-H2', 'before')).toBe('2026-H1');
});
