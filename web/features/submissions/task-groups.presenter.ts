import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import type { MyTasks } from './submissions.queries.ts';

export type TaskGroups = {
  /** 待我审签: taken out of the other groups, so that nothing is listed twice. */
  readonly toSign: readonly SubmissionSummary[];
  readonly now: readonly SubmissionSummary[];
  readonly month: readonly SubmissionSummary[];
  readonly later: readonly SubmissionSummary[];
  readonly waiting: readonly SubmissionSummary[];
  readonly hasSeveralUnits: boolean;
  readonly isEmpty: boolean;
};

const isToSign = ({ nextStep }: SubmissionSummary) => nextStep === 'sign';

/** The server groups by date; who signs sees first what waits for the signature. */
export const groupTasks = (tasks: MyTasks): TaskGroups => {
  const open = [...tasks.now, ...tasks.month, ...tasks.later];
  const rest = (rows: readonly SubmissionSummary[]) => rows.filter((row) => !isToSign(row));
  const units = new Set([...open, ...tasks.waiting].map(({ organizationId }) => organizationId));
  return {
    toSign: open.filter(isToSign),
    now: rest(tasks.now),
    month: rest(tasks.month),
    later: rest(tasks.later),
    waiting: tasks.waiting,
    hasSeveralUnits: units.size > 1,
    isEmpty: open.length === 0,
  };
};
