import type { Clock } from '#schema/contracts/campaign/clock.ts';
import {
  addWorkingDays,
  isProvisional,
  workingDayFrom,
  workingDaysBetween,
  type WorkCalendar,
} from '../dates/calendar.ts';
import { addDays, daysBetween, isDay, type Day } from '../dates/days.ts';
import type { ClockMoment, ClockReading } from './moments.ts';

type Unit = ClockReading['unit'];

export type ClockRun = {
  clock: Clock;
  /** In the order in which they happened. */
  moments: readonly ClockMoment[];
  /** The answers of the entry, for the days that fields hold. */
  fields: { readonly [field: string]: unknown };
  calendar: WorkCalendar;
  /** The day of the reading; what happened later is not known yet. */
  today: Day;
};

function add(from: Day, days: number, unit: Unit, calendar: WorkCalendar): Day {
  return unit === 'working' ? addWorkingDays(from, days, calendar) : addDays(from, days);
}

function between(from: Day, to: Day, unit: Unit, calendar: WorkCalendar): number {
  return unit === 'working' ? workingDaysBetween(from, to, calendar) : daysBetween(from, to);
}

/** The unit a clock counts in; a day that a field holds is counted to in natural days. */
export function unitOf(clock: Clock): Unit {
  return clock.term.kind === 'days' ? clock.term.unit : 'natural';
}

/** One clock on its way through the history of one entry. */
class RunningClock {
  startedOn: Day | undefined;
  endedOn: Day | undefined;
  extensions = 0;
  private state: string | undefined;
  private stoppedOn: Day | undefined;
  /** The end of the term before it moves off a rest day. */
  private end: Day | undefined;
  private readonly run: ClockRun;
  private readonly unit: Unit;
  /** A day that a field holds stays where it is until a stop or an extension makes it a term. */
  private fixed: boolean;

  constructor(run: ClockRun) {
    this.run = run;
    this.unit = unitOf(run.clock);
    this.fixed = run.clock.term.kind === 'until';
  }

  get isStopped(): boolean {
    return this.stoppedOn !== undefined;
  }

  /** The last day of the term, as it would be if nothing stood still. */
  private get lastDay(): Day | undefined {
    if (this.end === undefined || this.fixed) return this.end;
    return workingDayFrom(this.end, this.run.calendar);
  }

  /** What had run out when it was stopped stays run out: standing still heals nothing. */
  get hadRunOut(): boolean {
    const last = this.lastDay;
    return this.stoppedOn !== undefined && last !== undefined && this.stoppedOn > last;
  }

  get dueOn(): Day | undefined {
    return this.isStopped && !this.hadRunOut ? undefined : this.lastDay;
  }

  /** What is left of the term after a day; what stands still keeps what was left. */
  leftAfter(day: Day): number | undefined {
    const { calendar } = this.run;
    if (this.end === undefined || this.lastDay === undefined) return undefined;
    if (this.stoppedOn === undefined) return between(day, this.lastDay, this.unit, calendar);
    if (this.hadRunOut) return between(this.stoppedOn, this.lastDay, this.unit, calendar);
    return Math.max(0, between(this.stoppedOn, this.end, this.unit, calendar));
  }

  get isProvisional(): boolean {
    if (this.fixed || this.endedOn !== undefined) return false;
    const last = this.lastDay;
    return last !== undefined && isProvisional(last, this.run.calendar);
  }

  start(on: Day): void {
    if (this.startedOn !== undefined && this.endedOn === undefined) return;
    const { clock, fields, calendar } = this.run;
    this.startedOn = on;
    this.endedOn = undefined;
    this.stoppedOn = undefined;
    this.extensions = 0;
    this.fixed = clock.term.kind === 'until';
    if (clock.term.kind === 'days') this.end = add(on, clock.term.days, this.unit, calendar);
    else {
      const day = fields[clock.term.field];
      this.end = isDay(day) ? day : undefined;
    }
    this.settle(on);
  }

  enter(state: string, on: Day): void {
    this.state = state;
    if (this.startedOn !== undefined) this.settle(on);
  }

  /** Ends, stands still or goes on, by the state the entry is in. */
  private settle(on: Day): void {
    const { endsIn, stopsIn } = this.run.clock;
    const state = this.state ?? '';
    const stops = stopsIn?.includes(state) ?? false;
    if (!stops) this.resume(on);
    const ends = endsIn.includes(state);
    this.endedOn = ends ? (this.endedOn ?? on) : undefined;
    if (stops && !ends) this.stoppedOn ??= on;
  }

  private resume(on: Day): void {
    const { stoppedOn, hadRunOut } = this;
    const left = this.leftAfter(on);
    this.stoppedOn = undefined;
    if (stoppedOn === undefined || left === undefined || hadRunOut || on === stoppedOn) return;
    this.fixed = false;
    this.end = add(on, left, this.unit, this.run.calendar);
  }

  extend(askedOn: Day): void {
    if (extensionRefusal(this.run.clock, this.read(), askedOn) !== undefined) return;
    const { extension } = this.run.clock;
    if (extension === undefined || this.end === undefined) return;
    this.extensions += 1;
    this.fixed = false;
    this.end = add(this.end, extension.days, extension.unit, this.run.calendar);
  }

  read(): ClockReading {
    const { clock, today } = this.run;
    const { startedOn, endedOn, dueOn, extensions } = this;
    const base = { key: clock.key, unit: this.unit, extensions, provisional: this.isProvisional };
    if (startedOn === undefined) return { ...base, status: 'waiting', overdue: false };
    if (endedOn !== undefined) {
      const onTime = dueOn === undefined ? undefined : endedOn <= dueOn;
      return { ...base, status: 'ended', startedOn, dueOn, endedOn, onTime, overdue: false };
    }
    const left = this.leftAfter(today);
    if (this.isStopped) {
      return { ...base, status: 'stopped', startedOn, dueOn, left, overdue: this.hadRunOut };
    }
    const overdue = dueOn !== undefined && today > dueOn;
    return { ...base, status: 'running', startedOn, dueOn, left, overdue };
  }
}

/** The day that starts the clock, as far as the moments say it: a step or the record itself. */
function startsAt(clock: Clock, moment: ClockMoment): boolean {
  const { starts } = clock;
  if (starts.on === 'entry') return moment.kind === 'recorded';
  return (
    starts.on === 'transition' && moment.kind === 'step' && moment.transition === starts.transition
  );
}

/**
 * Runs a clock over the history of an entry and reads it on a day. The day it starts from is not
 * counted; a term that ends on a rest day moves to the next working day, a day from a field does
 * not; it stands still in `stopsIn` and goes on with what was left; leaving an `endsIn` state
 * (不予销号) takes the end back.
 * `runClock({ clock, moments, fields, calendar, today }).left === 12`
 */
export function runClock(run: ClockRun): ClockReading {
  const { clock, fields, today } = run;
  const running = new RunningClock(run);
  const named = clock.starts.on === 'field' ? fields[clock.starts.field] : undefined;
  let startsOn = isDay(named) ? named : undefined;
  const startBefore = (day: Day) => {
    if (startsOn === undefined || startsOn > day) return;
    running.start(startsOn);
    startsOn = undefined;
  };
  for (const moment of run.moments) {
    if (moment.on > today) continue;
    startBefore(moment.on);
    if (moment.kind === 'extended') {
      if (moment.clock === clock.key) running.extend(moment.askedOn ?? moment.on);
      continue;
    }
    if (startsAt(clock, moment)) running.start(moment.on);
    running.enter(moment.state, moment.on);
  }
  startBefore(today);
  return running.read();
}

export type ExtensionRefusal = 'none-allowed' | 'not-running' | 'expired' | 'too-often';

/** Why a clock may not be extended when asked on a day: only before it has run out, so many times. */
export function extensionRefusal(
  clock: Clock,
  reading: ClockReading,
  askedOn: Day,
): ExtensionRefusal | undefined {
  if (clock.extension === undefined) return 'none-allowed';
  if (reading.status !== 'running' && reading.status !== 'stopped') return 'not-running';
  if (reading.dueOn !== undefined && askedOn > reading.dueOn) return 'expired';
  return reading.extensions >= clock.extension.times ? 'too-often' : undefined;
}
