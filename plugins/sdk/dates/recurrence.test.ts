import { describe, expect, it } from 'vitest';
import { every } from '../define.ts';
import { officialCalendar as calendar } from './official-calendar.ts';
import { occurrencesOf } from './recurrence.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

describe('recurring tasks', () => {
  it('makes four quarters with their due days, moved off rest days', () => {
    const quarterly = every('quarter', {
      ...year,
      dueOffsetDays: 10,
      wording: '每季度终了后10日内',
    });
    expect(occurrencesOf(quarterly, calendar).map(({ key, due }) => [key, due])).toEqual([
      ['2026-Q1', '2026-04-10'],
      ['2026-Q2', '2026-07-10'],
      ['2026-Q3', '2026-10-10'],
      ['2026-Q4', '2027-01-11'],
    ]);
  });

  it('marks the due day beyond the published calendar as provisional', () => {
    const quarterly = every('quarter', { ...year, dueOffsetDays: 10, wording: '每季度' });
    const [first, , , last] = occurrencesOf(quarterly, calendar);
    expect([first?.provisional, last?.provisional]).toEqual([false, true]);
  });

  it('leaves a day before the period’s end where it is', () => {
    const half = every('half-year', { ...year, dueOffsetDays: 0, wording: '每半年' });
    expect(occurrencesOf(half, calendar).map(({ key, due }) => [key, due])).toEqual([
      ['2026-H1', '2026-06-30'],
      ['2026-H2', '2026-12-31'],
    ]);
  });

  it('counts only periods that end inside the span', () => {
    const quarterly = every('quarter', {
      from: '2021-02-01',
      to: '2021-08-31',
      dueOffsetDays: 0,
      wording: '每季度',
    });
    expect(occurrencesOf(quarterly, calendar).map(({ key }) => key)).toEqual([
      '2021-Q1',
      '2021-Q2',
    ]);
  });

  it('gives twelve months and one year', () => {
    const rest = { ...year, dueOffsetDays: 5, wording: '按月' };
    expect(occurrencesOf(every('month', rest), calendar)).toHaveLength(12);
    expect(occurrencesOf(every('year', rest), calendar).map(({ key }) => key)).toEqual(['2026']);
  });
});
