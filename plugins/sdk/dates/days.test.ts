import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  dayAt,
  dayNumber,
  dayOfNumber,
  daysBetween,
  dueInstant,
  isDay,
  isMonth,
  lastDayOfMonth,
  startOfDay,
  weekdayOf,
} from './days.ts';

const anyNumber = fc.integer({ min: -50_000, max: 100_000 });

describe('days', () => {
  it('agrees with the machine about every day of three centuries', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const date = new Date(number * 86_400_000);
        expect(dayOfNumber(number)).toBe(date.toISOString().slice(0, 10));
        expect(weekdayOf(dayOfNumber(number))).toBe(date.getUTCDay());
        expect(dayNumber(dayOfNumber(number))).toBe(number);
      }),
    );
  });

  it('counts forth and back', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: -2000, max: 2000 }), (number, days) => {
        const day = dayOfNumber(number);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it('knows that the last day of February depends on the year', () => {
    expect(lastDayOfMonth('2024-02')).toBe('2024-02-29');
    expect(lastDayOfMonth('2026-02')).toBe('2026-02-28');
    expect(isDay('2026-02-29')).toBe(false);
    expect(addYears('2024-02-29', 2)).toBe('2026-02-28');
  });

  it('crosses the end of a year by months', () => {
    expect(addMonths('2026-11', 3)).toBe('2027-02');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(isMonth('2026-13')).toBe(false);
  });

  it('ends a due day at midnight in Shanghai, or at the office’s own hour', () => {
    expect(new Date(dueInstant('2020-11-15')).toISOString()).toBe('2020-11-15T16:00:00.000Z');
    expect(new Date(dueInstant('2020-11-15', '17:30')).toISOString()).toBe(
      '2020-11-15T09:30:00.000Z',
    );
    expect(() => dueInstant('2020-11-15', '25:00')).toThrow(RangeError);
  });

  it('reads the day of an instant in Shanghai, not where the server stands', () => {
    expect(dayAt(Date.parse('2026-07-07T16:00:00Z'))).toBe('2026-07-08');
    expect(dayAt(Date.parse('2026-07-07T15:59:59Z'))).toBe('2026-07-07');
  });
});

it('a day begins where the day before ends, and belongs to itself', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      const day = dayOfNumber(number);
      expect(startOfDay(day)).toBe(dueInstant(addDays(day, -1)));
      expect(dayAt(startOfDay(day))).toBe(day);
    }),
  );
});
