import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '#schema/contracts/campaign/clock.ts';
import { isWorkingDay } from '../dates/calendar.ts';
import { addDays } from '../dates/days.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import type { ClockMoment } from './moments.ts';
import { rereadClock } from './reread-clock.ts';
import { runClock } from './run-clock.ts';

const states = ['open', 'stopped', 'other', 'done'] as const;
const clockOf = fc
  .record({
    days: fc.integer({ min: 1, max: 90 }),
    unit: fc.constantFrom('natural' as const, 'working' as const),
    times: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ days, unit, times }): Clock => ({
    key: 'c',
    title: '时限',
    rule: '规定',
    term: { kind: 'days', days, unit },
    starts: { on: 'entry' },
    endsIn: ['done'],
    stopsIn: ['stopped'],
    owner: 'office',
    extension: { days: 10, unit, times },
    source: { document: '规定' },
  }));
const momentsOf = fc
  .array(fc.tuple(fc.nat(20), fc.constantFrom(...states, 'extend' as const)), { maxLength: 12 })
  .map((steps) => {
    let on = '2025-03-03';
    const moments: ClockMoment[] = [{ kind: 'recorded', on, state: 'open' }];
    for (const [gap, what] of steps) {
      on = addDays(on, gap);
      moments.push(
        what === 'extend'
          ? { kind: 'extended', clock: 'c', on }
          : { kind: 'step', on, transition: 'move', state: what },
      );
    }
    return moments;
  });
const read = (clock: Clock, moments: ClockMoment[], today: string) =>
  runClock({ clock, moments, fields: {}, calendar, today });
const lastDay = (moments: ClockMoment[]) => moments.at(-1)?.on ?? '';

describe('whatever happens to an entry', () => {
  it('no clock runs while it is stopped', () => {
    fc.assert(
      fc.property(clockOf, momentsOf, fc.nat(60), (clock, moments, later) => {
        const on = lastDay(moments);
        const halted = [
          ...moments,
          { kind: 'step', on, transition: 's', state: 'stopped' } as const,
        ];
        const [now, then] = [read(clock, halted, on), read(clock, halted, addDays(on, later))];
        expect(then.status).toBe('stopped');
        expect(then.left).toBe(now.left);
        expect(then.overdue).toBe(now.overdue);
      }),
    );
  });

  it('a stop takes no day from the term: what was left then is left afterwards', () => {
    fc.assert(
      fc.property(clockOf, momentsOf, fc.integer({ min: 1, max: 40 }), (clock, moments, pause) => {
        const on = lastDay(moments);
        const halted = [
          ...moments,
          { kind: 'step', on, transition: 's', state: 'stopped' } as const,
        ];
        const stopped = read(clock, halted, on);
        const back = addDays(on, pause);
        const resumed = read(
          clock,
          [...halted, { kind: 'step', on: back, transition: 'r', state: 'open' }],
          back,
        );
        const kept = stopped.overdue
          ? resumed.dueOn === stopped.dueOn
          : (resumed.left ?? -1) >= (stopped.left ?? 0);
        expect(kept).toBe(true);
      }),
    );
  });

  it('a term never ends on a rest day, and never before it began', () => {
    fc.assert(
      fc.property(clockOf, momentsOf, (clock, moments) => {
        const { dueOn, startedOn = '' } = read(clock, moments, lastDay(moments));
        if (dueOn === undefined) return;
        expect(isWorkingDay(dueOn, calendar)).toBe(true);
        expect(dueOn >= startedOn).toBe(true);
      }),
    );
  });

  it('nothing that is asked for after the end makes it longer', () => {
    fc.assert(
      fc.property(clockOf, momentsOf, fc.integer({ min: 1, max: 30 }), (clock, moments, later) => {
        const open = [
          ...moments,
          { kind: 'step', on: lastDay(moments), transition: 'o', state: 'open' } as const,
        ];
        const { dueOn } = read(clock, open, lastDay(moments));
        if (dueOn === undefined || dueOn < lastDay(moments)) return;
        const on = addDays(dueOn, later);
        const asked = [...open, { kind: 'extended', clock: 'c', on } as const];
        expect(read(clock, asked, on).dueOn).toBe(dueOn);
      }),
    );
  });

  it('reading it again later says the same as running it anew, while nothing happens', () => {
    fc.assert(
      fc.property(clockOf, momentsOf, fc.nat(200), (clock, moments, later) => {
        const first = read(clock, moments, lastDay(moments));
        const today = addDays(lastDay(moments), later);
        expect(rereadClock(first, today, calendar)).toEqual(read(clock, moments, today));
      }),
    );
  });
});
