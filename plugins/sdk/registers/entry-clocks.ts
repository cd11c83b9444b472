import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Milestone } from '#schema/contracts/campaign/workflow.ts';
import type { ClockMoment, ClockReading } from '../clocks/moments.ts';
import { runClock } from '../clocks/run-clock.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import { isDay, type Day } from '../dates/days.ts';
import type { Answers } from '../forms/answers.ts';
import { clocksOf, fieldsOf } from './clocks-of.ts';
import type { EntryEvent, RegisterEntry } from './entry.ts';
import { moveBehind, standingMove } from './standing-move.ts';
import type { MoveBehind } from './standing-move.ts';
import { workflowOf } from './workflow-of.ts';

/** The history of an entry as its clocks see it. */
export function momentsOf(register: Register, events: readonly EntryEvent[]): ClockMoment[] {
  const { start } = workflowOf(register);
  return events.flatMap((event): ClockMoment[] => {
    const { on } = event;
    switch (event.kind) {
      case 'recorded':
        return [{ kind: 'recorded', on, state: start }];
      case 'step':
        return [{ kind: 'step', on, transition: event.transition, state: event.to }];
      case 'extended':
        return [{ kind: 'extended', on, clock: event.clock, askedOn: event.askedOn }];
      case 'edited':
      case 'sourced':
      case 'linked':
      case 'took-in':
      case 'split':
      case 'rechecked':
      case 'handed-over':
      case 'signed-for':
      case 'handed-back':
      case 'withdrawn':
      case 'version-moved':
      case 'version-restored':
      case 'unit-changed':
        return [];
    }
  });
}

export type ClockView = { calendar: WorkCalendar; today: Day };

/** What every clock of a register says of an entry on a day, in the register's order. */
export function readClocks(
  register: Register,
  entry: Pick<RegisterEntry, 'events' | 'answers'>,
  { calendar, today }: ClockView,
): ClockReading[] {
  const { events, answers } = entry;
  const moments = momentsOf(register, events);
  const terms = standingMove(events)?.move.terms;
  return clocksOf(register, events).map((clock) => {
    const isKept = terms?.kept.some(({ key }) => key === clock.key) ?? false;
    const fields = isKept ? { ...terms?.days, ...answers } : answers;
    const run = { clock, moments, fields, calendar, today };
    const behind = moveBehind(events, clock.key);
    const reading = runClock(
      behind === undefined ? run : { ...run, ...sinceMove(register, events, behind, run) },
    );
    const { rule, source } = clock;
    return isKept ? { ...reading, setBy: { rule, source } } : reading;
  });
}

/** What a clock sees that does not reach back behind a move to another version. */
function sinceMove(
  register: Register,
  events: readonly EntryEvent[],
  { move, index }: MoveBehind,
  { clock, fields }: { clock: Clock; fields: Answers },
) {
  const later = momentsOf(register, events.slice(index + 1));
  const stood: ClockMoment = { kind: 'step', on: move.on, transition: '', state: move.state };
  const { starts } = clock;
  // A day to come counts to which a term runs, too: nobody is overdue by a move.
  const known = fieldsOf(clock).flatMap((key) => {
    const day = fields[key];
    const isBeginning = starts.on === 'field' && starts.field === key;
    return isDay(day) && (isBeginning ? day > move.on : day >= move.on) ? [[key, day]] : [];
  });
  return { moments: [stood, ...later], fields: Object.fromEntries(known) };
}

/** The states in which a milestone has just been reached. */
function statesReaching(register: Register, milestone: Milestone): string[] {
  return (register.workflow?.transitions ?? [])
    .filter(({ reaches }) => reaches?.includes(milestone))
    .map(({ to }) => to);
}

/**
 * The clock that says until when a milestone is due: the one that ends where it is reached, and where
 * none does, the one that the whole handling goes by, which is the last of the register.
 */
export function clockFor(register: Register, milestone: Milestone): Clock | undefined {
  const states = statesReaching(register, milestone);
  const clocks = register.clocks ?? [];
  const own = clocks.find(({ endsIn }) => states.some((state) => endsIn.includes(state)));
  return own ?? clocks.at(-1);
}

/** The clock of the whole handling: of 销号 or 办结, whichever the workflow has. */
export function mainClock(register: Register): Clock | undefined {
  const reached = (['done', 'closed', 'rectified'] as const).find(
    (each) => statesReaching(register, each).length > 0,
  );
  return reached === undefined ? register.clocks?.at(-1) : clockFor(register, reached);
}
