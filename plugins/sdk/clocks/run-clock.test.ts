import { describe, expect, it } from 'vitest';
import type { Clock } from '#schema/contracts/campaign/clock.ts';
import { withCalendarYear } from '../dates/calendar.ts';
import { addDays } from '../dates/days.ts';
import { officialCalendar } from '../dates/official-calendar.ts';
import type { ClockMoment } from './moments.ts';
import { extensionRefusal, runClock } from './run-clock.ts';
import { clockWords, extensionWords } from './words.ts';

const calendar = { ...officialCalendar, lastYear: 2026 };
const letters: Clock = {
  key: 'letters',
  title: { zh: '办理期限', en: 'Handling' },
  rule: { zh: '信访工作条例 60日', en: 'Letters and visits, 60 days' },
  term: { kind: 'days', days: 60, unit: 'natural' },
  starts: { on: 'entry' },
  endsIn: ['done'],
  stopsIn: ['supplementing'],
  owner: 'office',
  extension: { days: 30, unit: 'natural', times: 1 },
  source: { document: '信访工作条例' },
};
const hotline: Clock = {
  ...letters,
  key: 'hotline',
  rule: '12345 13个工作日',
  term: { kind: 'days', days: 13, unit: 'working' },
  extension: { days: 5, unit: 'working', times: 1 },
};
const recorded = (on: string): ClockMoment => ({ kind: 'recorded', on, state: 'received' });
const into = (state: string, on: string, transition = 'move'): ClockMoment => ({
  kind: 'step',
  on,
  transition,
  state,
});
const extended = (clock: string, on: string, askedOn?: string): ClockMoment => ({
  kind: 'extended',
  clock,
  on,
  askedOn,
});
const read = (
  clock: Clock,
  moments: ClockMoment[],
  today: string,
  fields: Record<string, unknown> = {},
) => runClock({ clock, moments, fields, calendar, today });

describe('a term of days', () => {
  it('does not count the day it starts from', () => {
    const reading = read(letters, [recorded('2026-03-02')], '2026-03-02');
    expect(reading).toMatchObject({ status: 'running', dueOn: '2026-05-06', left: 65 });
    const short = { ...letters, term: { kind: 'days', days: 1, unit: 'natural' } } as const;
    expect(read(short, [recorded('2026-03-02')], '2026-03-02').dueOn).toBe('2026-03-03');
  });

  it('moves from a rest day to the next working day, over the whole of a holiday', () => {
    // 60 days after 2 March end on Labour Day, 1 May; the office opens again on 6 May.
    expect(read(letters, [recorded('2026-03-02')], '2026-03-02').dueOn).toBe('2026-05-06');
    expect(read(letters, [recorded('2026-03-03')], '2026-03-03').dueOn).toBe('2026-05-06');
    expect(read(letters, [recorded('2026-03-10')], '2026-03-10').dueOn).toBe('2026-05-09');
  });

  it('ends on a make-up working day, which is a Saturday', () => {
    const reading = read(hotline, [recorded('2026-04-20')], '2026-04-20');
    // 21–24, 27–30 April, 6–9 May (a Saturday that is worked), 11 May.
    expect(reading).toMatchObject({ dueOn: '2026-05-11', left: 13 });
    const twelve = { ...hotline, term: { kind: 'days', days: 12, unit: 'working' } } as const;
    expect(read(twelve, [recorded('2026-04-20')], '2026-04-20').dueOn).toBe('2026-05-09');
  });

  it('is met on its last day and late the day after', () => {
    const met = (on: string) => read(letters, [recorded('2026-03-02'), into('done', on)], on);
    expect(met('2026-05-06')).toMatchObject({ status: 'ended', onTime: true });
    expect(met('2026-05-07')).toMatchObject({ status: 'ended', onTime: false });
    const late = read(letters, [recorded('2026-03-02')], '2026-05-07');
    expect(late).toMatchObject({ overdue: true, left: -1 });
  });
});

describe('fixture 41: stop, extension and a make-up working day', () => {
  const history = [
    recorded('2026-04-20'),
    into('supplementing', '2026-04-24'),
    into('received', '2026-05-06'),
  ];

  it('stands still with what was left and goes on with it', () => {
    const stopped = read(hotline, history.slice(0, 2), '2026-04-30');
    expect(stopped).toMatchObject({ status: 'stopped', left: 9, dueOn: undefined });
    expect(read(hotline, history.slice(0, 2), '2026-05-05').left).toBe(9);
    const resumed = read(hotline, history, '2026-05-06');
    // Nine working days after 6 May: 7, 8, 9 (the Saturday), 11–15, 18.
    expect(resumed).toMatchObject({ status: 'running', left: 9, dueOn: '2026-05-18' });
  });

  it('is lengthened from the end of the term, not from the day of the asking', () => {
    const reading = read(hotline, [...history, extended('hotline', '2026-05-12')], '2026-05-12');
    expect(reading).toMatchObject({ dueOn: '2026-05-25', extensions: 1 });
  });

  it('leaves an overdue term overdue, however long it stands still', () => {
    const late = [recorded('2026-04-20'), into('supplementing', '2026-05-13')];
    expect(read(hotline, late, '2026-06-01')).toMatchObject({
      status: 'stopped',
      overdue: true,
      dueOn: '2026-05-11',
      left: -2,
    });
    const back = read(hotline, [...late, into('received', '2026-06-01')], '2026-06-01');
    expect(back).toMatchObject({ overdue: true, dueOn: '2026-05-11' });
  });
});

describe('fixture 15: an extension', () => {
  const moments = [recorded('2026-03-10')];

  it('is granted when asked one day before the end, and refused one day after', () => {
    const before = read(letters, moments, '2026-05-08');
    expect(before.dueOn).toBe('2026-05-09');
    expect(extensionRefusal(letters, before, '2026-05-08')).toBeUndefined();
    const after = read(letters, moments, '2026-05-10');
    expect(extensionRefusal(letters, after, '2026-05-10')).toBe('expired');
    expect(extensionWords('expired')).toContain('延期须在期满前提出');
  });

  it('counts from the asking: granted late, asked in time', () => {
    const asked = [...moments, extended('letters', '2026-05-12', '2026-05-09')];
    expect(read(letters, asked, '2026-05-12').dueOn).toBe('2026-06-08');
    const late = [...moments, extended('letters', '2026-05-12')];
    expect(read(letters, late, '2026-05-12')).toMatchObject({ dueOn: '2026-05-09', extensions: 0 });
  });

  it('is granted so many times and no more', () => {
    const twice = [
      ...moments,
      extended('letters', '2026-05-08'),
      extended('letters', '2026-06-01'),
    ];
    const reading = read(letters, twice, '2026-06-01');
    expect(reading).toMatchObject({ extensions: 1, dueOn: '2026-06-08' });
    expect(extensionRefusal(letters, reading, '2026-06-01')).toBe('too-often');
  });
});

describe('fixture 58: the calendar of next year is not published', () => {
  const moments = [recorded('2026-12-20')];

  it('is provisional until it is, and says so', () => {
    const reading = read(hotline, moments, '2026-12-21');
    expect(reading).toMatchObject({ provisional: true, dueOn: '2027-01-06' });
    expect(clockWords(hotline, reading)).toBe('12345 13个工作日，剩12日（工作日）（暂按周末推算）');
  });

  it('is worked out anew once the notice is out', () => {
    const notice = {
      year: 2027,
      holidays: ['2027-01-01', '2027-01-02', '2027-01-03'],
      makeUpDays: [],
    };
    const published = withCalendarYear(calendar, notice);
    const run = { clock: hotline, moments, fields: {}, today: '2026-12-21' };
    expect(runClock({ ...run, calendar: published })).toMatchObject({
      provisional: false,
      dueOn: '2027-01-07',
    });
  });
});

describe('a day that a field holds', () => {
  const deadline: Clock = {
    ...letters,
    key: 'deadline',
    rule: '整改期限',
    term: { kind: 'until', field: 'deadline' },
    starts: { on: 'transition', transition: 'claim' },
  };
  const claimed = [recorded('2026-03-02'), into('rectifying', '2026-03-03', 'claim')];

  it('stays on its rest day', () => {
    const reading = read(deadline, claimed, '2026-03-04', { deadline: '2026-05-10' });
    expect(reading).toMatchObject({ dueOn: '2026-05-10', startedOn: '2026-03-03' });
  });

  it('waits for the step that starts it, and sets no term before the field is filled', () => {
    expect(read(deadline, claimed.slice(0, 1), '2026-03-02').status).toBe('waiting');
    expect(read(deadline, claimed, '2026-03-04').dueOn).toBeUndefined();
    expect(clockWords(deadline, read(deadline, claimed, '2026-03-04'))).toBe('整改期限，未定期限');
  });

  it('starts on the day another field holds, with the stops from then on only', () => {
    const fromField: Clock = { ...letters, starts: { on: 'field', field: 'received-on' } };
    const moments = [recorded('2026-03-02'), into('supplementing', '2026-03-04')];
    const reading = read(fromField, moments, '2026-03-20', { 'received-on': '2026-03-10' });
    expect(reading).toMatchObject({ status: 'stopped', startedOn: '2026-03-10', left: 60 });
    expect(read(fromField, moments, '2026-03-20').status).toBe('waiting');
  });
});

describe('the end of a clock', () => {
  it('is taken back when the entry leaves the state that ended it (不予销号)', () => {
    const moments = [
      recorded('2026-03-10'),
      into('done', '2026-04-01'),
      into('received', '2026-04-03', 'refuse'),
    ];
    expect(read(letters, moments, '2026-04-02').status).toBe('ended');
    expect(read(letters, moments, '2026-04-03')).toMatchObject({
      status: 'running',
      dueOn: '2026-05-09',
    });
  });

  it('says on a day only what was known that day', () => {
    const moments = [recorded('2026-03-10'), into('done', '2026-04-01')];
    expect(read(letters, moments, '2026-03-31').status).toBe('running');
  });
});

describe('the words of a clock', () => {
  const moments = [recorded('2026-03-10')];
  const on = (today: string, more: ClockMoment[] = []) =>
    clockWords(letters, read(letters, [...moments, ...more], today));

  it('name the rule first, then what is left in its own days', () => {
    expect(on('2026-04-27')).toBe('信访工作条例 60日，剩12日（自然日）');
    expect(on('2026-05-10')).toBe('信访工作条例 60日，已超期1日（自然日）');
    const stopped = into('supplementing', '2026-04-29');
    expect(on('2026-06-01', [stopped])).toBe('信访工作条例 60日，已停表，剩10日（自然日）');
    expect(on('2026-06-01', [into('done', '2026-04-30')])).toBe(
      '信访工作条例 60日，4月30日（周四）按期办理',
    );
    const english = read(letters, moments, addDays('2026-05-09', -1));
    expect(clockWords(letters, english, 'en')).toBe(
      'Letters and visits, 60 days, 1 natural day left',
    );
  });
});
