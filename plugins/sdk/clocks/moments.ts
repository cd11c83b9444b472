import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Day } from '../dates/days.ts';

/**
 * What happened to an entry, as far as a clock cares: it was put on record, a step brought it into
 * a state, or a clock was extended. `askedOn` is the day the extension was asked for.
 */
export type ClockMoment =
  | { kind: 'recorded'; on: Day; state: string }
  | { kind: 'step'; on: Day; transition: string; state: string }
  | { kind: 'extended'; on: Day; clock: string; askedOn?: Day | undefined };

/** What a clock says on a day. `left` is in the clock's own days; below zero it is overdue. */
export type ClockReading = {
  key: string;
  status: 'waiting' | 'running' | 'stopped' | 'ended';
  unit: 'natural' | 'working';
  startedOn?: Day | undefined;
  /** The last day of the term; absent while the clock stands still, and where none is set. */
  dueOn?: Day | undefined;
  endedOn?: Day | undefined;
  onTime?: boolean | undefined;
  left?: number | undefined;
  overdue: boolean;
  extensions: number;
  /** 暂按周末推算: the term ends beyond the published calendar. */
  provisional: boolean;
  /** By which rule it was set, where the entry has moved to a version that says otherwise. */
  setBy?: Pick<Clock, 'rule' | 'source'> | undefined;
};
