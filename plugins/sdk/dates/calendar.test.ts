import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  isProvisional,
  isWorkingDay,
  withCalendarYear,
  workingDaysBetween,
  workingDayUntil,
} from './calendar.ts';
import { addDays } from './days.ts';
import { officialCalendar as calendar } from './official-calendar.ts';

describe('the official calendar', () => {
  it('knows the weekend of the Weihai and the Putuo deadline', () => {
    expect(isWorkingDay('2019-07-20', calendar)).toBe(false);
    expect(isWorkingDay('2020-11-15', calendar)).toBe(false);
    expect(isWorkingDay('2021-01-25', calendar)).toBe(true);
  });

  it('counts between two days as many working days as there are one by one', () => {
    const day = fc.integer({ min: 0, max: 2500 }).map((days) => addDays('2019-12-20', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 420 }), (from, length) => {
        const between = Array.from({ length }, (_, at) => addDays(from, at + 1));
        const count = between.filter((each) => isWorkingDay(each, calendar)).length;
        const to = addDays(from, length);
        expect(workingDaysBetween(from, to, calendar)).toBe(count);
        expect(workingDaysBetween(to, from, calendar) + count).toBe(0);
      }),
    );
  });

  it('counts a make-up Saturday as a working day and a holiday Thursday not', () => {
    expect(isWorkingDay('2026-10-10', calendar)).toBe(true);
    expect(isWorkingDay('2026-10-01', calendar)).toBe(false);
  });

  it('marks days of unpublished years as provisional until an administrator enters the notice', () => {
    const next = calendar.lastYear + 1;
    const newYear = `${next}-01-01`;
    expect(isProvisional(newYear, calendar)).toBe(true);
    const notice = { year: next, holidays: [newYear], makeUpDays: [] };
    const extended = withCalendarYear(calendar, notice);
    expect(isProvisional(newYear, extended)).toBe(false);
    expect(isWorkingDay(newYear, extended)).toBe(false);
  });

  it('does not count the first day and skips the National Day week', () => {
    expect(addWorkingDays('2026-09-30', 1, calendar)).toBe('2026-10-08');
    expect(workingDaysBetween('2026-09-30', '2026-10-08', calendar)).toBe(1);
  });

  it('finds as many working days between as were added', () => {
    const start = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-01-01', days));
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 40 }), (day, days) => {
        expect(workingDaysBetween(day, addWorkingDays(day, days, calendar), calendar)).toBe(days);
      }),
    );
  });

  it('goes back to the Friday before a Sunday', () => {
    expect(workingDayUntil('2020-11-15', calendar)).toBe('2020-11-13');
  });
});
