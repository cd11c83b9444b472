import type { DateRule, Phase, Recurrence } from '#schema/contracts/campaign/dates.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { isDay, lastDayOfMonth } from '../dates/days.ts';
import type { MonthDay, ProposedDate } from './plan.ts';

/** That day in that year; 29 February becomes 28 where there is none. */
export function dayIn(year: number, monthDay: MonthDay): string {
  const day = `${year}-${monthDay}`;
  const month = day.slice(0, 7);
  return isDay(day) ? day : lastDayOfMonth(month);
}

function proposedOn(day: string, wording: string, reason: Text): DateRule {
  return { kind: 'on', on: day, wording, source: { proposed: true, reason } };
}

type RecurringProposal = Extract<ProposedDate, { every: Recurrence['every'] }>;

function proposedRecurrence(proposal: RecurringProposal, year: number): Recurrence {
  return {
    every: proposal.every,
    dueOffsetDays: proposal.dueOffsetDays,
    from: dayIn(year, proposal.from ?? '01-01'),
    to: dayIn(year, proposal.to ?? '12-31'),
    wording: proposal.wording,
    source: { proposed: true, reason: proposal.reason },
  };
}

/** The task with the date the commission adds in place of the one it had. */
export function proposeTaskDate(
  task: Task,
  proposals: readonly ProposedDate[],
  year: number,
): Task {
  const proposal = proposals.find((each) => 'task' in each && each.task === task.key);
  if (!proposal || !('task' in proposal)) return task;
  const { due: _due, recurs: _recurs, ...undated } = task;
  if ('every' in proposal) return { ...undated, recurs: proposedRecurrence(proposal, year) };
  const day = dayIn(year, proposal.on);
  return { ...undated, due: proposedOn(day, proposal.wording, proposal.reason) };
}

/** The phase with the dates the commission adds. */
export function proposePhaseDates(
  phase: Phase,
  proposals: readonly ProposedDate[],
  year: number,
): Phase {
  const proposal = proposals.find((each) => 'phase' in each && each.phase === phase.key);
  if (!proposal || !('phase' in proposal)) return phase;
  const { from, to, wording, reason } = proposal;
  return {
    ...phase,
    from: proposedOn(dayIn(year, from), wording, reason),
    to: proposedOn(dayIn(year, to), wording, reason),
  };
}
