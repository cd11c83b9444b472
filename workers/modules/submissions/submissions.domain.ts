import type { Task } from '#schema/contracts/campaign/task.ts';
import type { SubmissionState } from '#schema/contracts/submissions.ts';

/** What decides the state of a filing, apart from its answers. */
export type Standing = {
  state: SubmissionState;
  nil: boolean;
  dueAt: number | null;
  firstFiledAt: number | null;
  paperState: 'none' | 'expected' | 'received';
};

const editable: ReadonlySet<SubmissionState> = new Set(['due', 'draft', 'returned']);
const arrived: ReadonlySet<SubmissionState> = new Set(['filed', 'held', 'returned', 'accepted']);

/** Answers may change: before the sign-off, and again after a return. */
export function isEditable(state: SubmissionState): boolean {
  return editable.has(state);
}

/** The filing is with the authority or has been: 已报. A return does not undo the arrival. */
export function hasArrived(standing: Pick<Standing, 'firstFiledAt'>): boolean {
  return standing.firstFiledAt !== null;
}

/**
 * The newest due instant that has passed at a moment: what comes in the due millisecond itself is in
 * time, so nothing is overdue in it. Lists compare with this, single filings through `hasPassed`.
 */
export function newestPassed(now: number): number {
  return now - 1;
}

export function hasPassed(dueAt: number | null, now: number): dueAt is number {
  return dueAt !== null && dueAt <= newestPassed(now);
}

/** Not arrived though the due instant has passed: 逾期未报. Exempt ones are never overdue. */
export function isOverdue(standing: Standing, now: number): boolean {
  if (standing.state === 'exempt' || hasArrived(standing)) return false;
  return hasPassed(standing.dueAt, now);
}

/** Counted among 应报 at a moment: due by then and not exempt. Undated ones never fall due. */
export function wasDueBy(standing: Pick<Standing, 'state' | 'dueAt'>, at: number): boolean {
  return standing.state !== 'exempt' && hasPassed(standing.dueAt, at);
}

/** Which one prevails, where the document says so and a paper is asked for. */
export function prevailingOf(
  task: Pick<Task, 'prevails' | 'deliverables'>,
): NonNullable<Task['prevails']> | undefined {
  const hasPaper = (task.deliverables ?? []).some((item) => item.kind === 'paper' && item.required);
  return hasPaper ? task.prevails : undefined;
}

/** Nothing has arrived before the paper has, where the paper prevails. */
export function waitsForPaper(task: Pick<Task, 'prevails' | 'deliverables'>): boolean {
  return prevailingOf(task) === 'paper';
}

/** The first filing decides whether it was in time; what is mended later does not. */
export function isOnTime(firstFiledAt: number, dueAt: number | null): boolean {
  return dueAt === null || firstFiledAt <= dueAt;
}

/** 代报: who files holds no post in the unit itself. */
export function isOnBehalf(
  grants: readonly { readonly organizationId: string | null }[],
  organizationId: string,
): boolean {
  return !grants.some((grant) => grant.organizationId === organizationId);
}

/** Filings that the authority may still move, exempt or take a paper for. */
export function isExtendable(state: SubmissionState): boolean {
  return state !== 'exempt' && !arrived.has(state);
}

export type NextStep =
  | 'fill'
  | 'continue'
  | 'print-sheet'
  | 'await-sign-off'
  | 'sign'
  | 'file'
  | 'mend'
  | 'send-paper'
  | 'await-review'
  | 'done';

/** The one button of a row in 我的任务, for who fills or for who signs. */
export function nextStepOf(
  standing: Standing,
  viewer: { maySign: boolean; mayFile: boolean },
): NextStep {
  switch (standing.state) {
    case 'due':
      return 'fill';
    case 'draft':
      return 'continue';
    case 'signing':
      return viewer.maySign ? 'sign' : viewer.mayFile ? 'print-sheet' : 'await-sign-off';
    case 'signed':
      return 'file';
    case 'returned':
      return 'mend';
    case 'filed':
    case 'held':
      return standing.paperState === 'expected' ? 'send-paper' : 'await-review';
    case 'accepted':
    case 'exempt':
      return 'done';
  }
}

export type TaskGroup = 'now' | 'month' | 'later' | 'waiting' | 'done';

/**
 * 今天和逾期, 本月, 以后: what a unit still has to do, by day of the due date. What lies with the
 * authority waits apart; a returned filing is today's work whatever its date.
 */
export function groupOf(standing: Standing & { dueOn: string | null }, today: string): TaskGroup {
  if (standing.state === 'accepted' || standing.state === 'exempt') return 'done';
  if (standing.state === 'filed' || standing.state === 'held') return 'waiting';
  if (standing.state === 'returned') return 'now';
  if (standing.dueOn === null) return 'later';
  if (standing.dueOn <= today) return 'now';
  return standing.dueOn.slice(0, 7) === today.slice(0, 7) ? 'month' : 'later';
}
