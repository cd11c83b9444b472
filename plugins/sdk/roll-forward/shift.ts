import type { DateRule, Phase, Recurrence } from '#schema/contracts/campaign/dates.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { addMonths, addYears } from '../dates/days.ts';

/** The same rule so many years on; its wording stays the document's own. */
export function shiftRule(rule: DateRule, years: number): DateRule {
  switch (rule.kind) {
    case 'on':
      return { ...rule, on: addYears(rule.on, years) };
    case 'month-part':
      return { ...rule, month: addMonths(rule.month, years * 12) };
    case 'by-document': {
      // The other paper fixed the day for that year alone.
      const { on: _on, ...open } = rule;
      return open;
    }
    case 'after':
    case 'undated':
      return rule;
  }
}

export function shiftRecurrence(recurrence: Recurrence, years: number): Recurrence {
  const { from, to } = recurrence;
  return { ...recurrence, from: addYears(from, years), to: addYears(to, years) };
}

export function shiftPhase(phase: Phase, years: number): Phase {
  return { ...phase, from: shiftRule(phase.from, years), to: shiftRule(phase.to, years) };
}

export function shiftTask(task: Task, years: number): Task {
  return {
    ...task,
    ...(task.due ? { due: shiftRule(task.due, years) } : {}),
    ...(task.recurs ? { recurs: shiftRecurrence(task.recurs, years) } : {}),
  };
}
