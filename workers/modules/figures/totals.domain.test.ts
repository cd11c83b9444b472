import { describe, expect, it } from 'vitest';
import { noTotals } from '#plugins/sdk/registers/totals.ts';
import {
  addPlaces,
  linesOf,
  listedEntries,
  listedFilings,
  nothing,
  surveyOf,
  valueOf,
} from './totals.domain.ts';
import type { Measure, PlaceTotals } from './totals.domain.ts';

const east: PlaceTotals = {
  filings: { due: 10, arrived: 8, onTime: 7 },
  overdueUnits: 2,
  registers: { problems: { ...noTotals, entries: 5, due: 4, dueClosed: 3, closed: 3, overdue: 1 } },
};
const west: PlaceTotals = {
  filings: { due: 3, arrived: 3, onTime: 3 },
  overdueUnits: 0,
  registers: {
    problems: { ...noTotals, entries: 1 },
    letters: { ...noTotals, entries: 4, due: 2, dueClosed: 2, closed: 2 },
  },
};
const filings = (statistic: Extract<Measure, { kind: 'filings' }>['statistic']): Measure => ({
  kind: 'filings',
  statistic,
});
const entries = (
  statistic: Extract<Measure, { kind: 'entries' }>['statistic'],
  registers: readonly string[] = ['problems', 'letters'],
): Measure => ({ kind: 'entries', statistic, registers });

describe('the totals of places', () => {
  it('add up register by register, also where only one place has a register', () => {
    const sum = addPlaces(east, west);
    expect(sum.filings).toEqual({ due: 13, arrived: 11, onTime: 10 });
    expect(sum.overdueUnits).toBe(2);
    expect(sum.registers['problems']?.entries).toBe(6);
    expect(sum.registers['letters']?.entries).toBe(4);
  });

  it('are the same in either order, and nothing adds nothing', () => {
    expect(addPlaces(east, west)).toEqual(addPlaces(west, east));
    expect(addPlaces(east, nothing)).toEqual(east);
  });
});

describe('the value of a figure', () => {
  it('is a count of filings, what is left of them being overdue', () => {
    expect(valueOf(filings('due'), east)).toEqual({ numerator: 10 });
    expect(valueOf(filings('arrived'), east)).toEqual({ numerator: 8 });
    expect(valueOf(filings('on-time'), east)).toEqual({ numerator: 7 });
    expect(valueOf(filings('overdue'), east)).toEqual({ numerator: 2 });
    expect(valueOf(filings('overdue-units'), east)).toEqual({ numerator: 2 });
  });

  it('is a share as two exact integers', () => {
    expect(valueOf(filings('on-time-rate'), east)).toEqual({ numerator: 7, denominator: 10 });
    const both = addPlaces(east, west);
    expect(valueOf(entries('closing-rate'), both)).toEqual({ numerator: 5, denominator: 6 });
  });

  it('is no share where nothing is due, and not zero', () => {
    expect(valueOf(filings('on-time-rate'), nothing)).toEqual({ absent: 'not-applicable' });
    expect(valueOf(entries('closing-rate'), nothing)).toEqual({ absent: 'not-applicable' });
  });

  it('counts zero entries where the register is there and empty', () => {
    expect(valueOf(entries('entries'), nothing)).toEqual({ numerator: 0 });
  });

  it('says that it is not set where the campaign has no such register', () => {
    expect(valueOf(entries('entries', []), east)).toEqual({ absent: 'not-set' });
    expect(valueOf(entries('closing-rate', []), east)).toEqual({ absent: 'not-set' });
  });

  it('says that it is not computed where no record here makes it', () => {
    expect(valueOf({ kind: 'declared' }, east)).toEqual({ absent: 'not-computed' });
  });

  it('of a survey says how many units have answers, and how many of those too few', () => {
    const answers = [0, 12, 29, 30, 400].map((denominator) => ({ denominator }));
    expect(surveyOf(answers, 30)).toEqual({ units: 4, tooFew: 2 });
    expect(surveyOf([], 30)).toEqual({ units: 0, tooFew: 0 });
  });

  it('of an indicator says 未报 where nobody filed, and is no share of nothing', () => {
    const answersOf = (denominator?: string): Measure => ({
      kind: 'tally',
      indicator: 'trained',
      source: { kind: 'answers', tasks: ['report'], numerator: 'trained', denominator },
    });
    const tallied = (numerator: number, denominator: number, lines: number): PlaceTotals => ({
      ...nothing,
      tallies: { trained: { numerator, denominator, lines } },
    });
    expect(valueOf(answersOf('due'), nothing)).toEqual({ absent: 'not-reported' });
    expect(valueOf(answersOf('due'), tallied(0, 0, 1))).toEqual({ absent: 'not-applicable' });
    const both = addPlaces(tallied(3, 4, 1), tallied(5, 6, 2));
    expect(valueOf(answersOf('due'), both)).toEqual({ numerator: 8, denominator: 10 });
    expect(valueOf(answersOf(), both)).toEqual({ numerator: 8 });
    expect([linesOf(answersOf(), both), linesOf(answersOf(), nothing)]).toEqual([3, 0]);
    expect(linesOf(entries('closing-rate'), east)).toBe(4);
  });

  it('sums only the registers that it is of', () => {
    const both = addPlaces(east, west);
    expect(valueOf(entries('entries'), both)).toEqual({ numerator: 10 });
    expect(valueOf(entries('entries', ['letters']), both)).toEqual({ numerator: 4 });
    expect(valueOf(entries('overdue'), both)).toEqual({ numerator: 1 });
  });
});

describe('the list behind a share', () => {
  it('is of what it is a share of', () => {
    expect(listedFilings('on-time-rate')).toBe('due');
    expect(listedEntries('closing-rate')).toBe('due');
    expect(listedEntries('rectification-rate')).toBe('due');
    expect(listedEntries('on-time-completion-rate')).toBe('due');
    expect(listedEntries('completion-rate')).toBe('dueAccepted');
    expect(listedEntries('verification-rate')).toBe('dueVerification');
    expect(listedEntries('reply-rate')).toBe('dueReply');
  });

  it('of a count is of what it counts', () => {
    expect(listedFilings('overdue')).toBe('overdue');
    expect(listedEntries('closed')).toBe('closed');
  });
});
