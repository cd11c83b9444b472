import { describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { dueReplies } from './occurrences.ts';

const keys = (input: Parameters<typeof dueReplies>[0]) =>
  dueReplies(input, calendar).map(({ key, dueOn }) => `${key} ${dueOn}`);

describe('the replies a request asks for', () => {
  it('is one, due on its day at its hour', () => {
    const [only, ...more] = dueReplies({ deadline: { on: '2026-07-17', hour: '17:30' } }, calendar);
    expect(more).toEqual([]);
    expect(only).toEqual({
      key: 'once',
      dueOn: '2026-07-17',
      dueAt: Date.parse('2026-07-17T17:30:00+08:00'),
      isRestDay: false,
      isProvisional: false,
    });
  });

  it('comes again every week until a day, which is included', () => {
    const deadline = { on: '2026-07-03', hour: '12:00' };
    expect(keys({ deadline, repeats: { every: 'week', until: '2026-07-17' } })).toEqual([
      '2026-07-03 2026-07-03',
      '2026-07-10 2026-07-10',
      '2026-07-17 2026-07-17',
    ]);
  });

  it('comes again on the same day of each month, the last day where a month is shorter', () => {
    const deadline = { on: '2026-01-31', hour: '24:00' };
    expect(keys({ deadline, repeats: { every: 'month', until: '2026-04-29' } })).toEqual([
      '2026-01 2026-01-31',
      '2026-02 2026-02-28',
      '2026-03 2026-03-31',
    ]);
  });

  it('leaves a rest day where it is and says so; a make-up working day is none', () => {
    const at = (on: string) => dueReplies({ deadline: { on, hour: '24:00' } }, calendar)[0];
    expect(at('2020-11-15')).toMatchObject({ dueOn: '2020-11-15', isRestDay: true });
    expect(at('2020-10-10')).toMatchObject({ dueOn: '2020-10-10', isRestDay: false });
    expect(at('2099-01-05')).toMatchObject({ isProvisional: true });
  });
});
