import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { Authority } from '#schema/contracts/permission.ts';
import { stampChecks } from '#schema/contracts/reviews.ts';
import type { ReviewBar, StampCheck } from '#schema/contracts/reviews.ts';
import type { SubmissionState } from '#schema/contracts/submissions.ts';

/** With the authority and not decided: 待审, or 挂起 until the paper comes. */
export const waitingStates: readonly SubmissionState[] = ['filed', 'held'];

export function isWaiting(state: SubmissionState): boolean {
  return waitingStates.includes(state);
}

type Reviewer = Authority & { readonly organizationId: string | null };

/**
 * Why this person may not judge this filing (回避): it is of a unit in which the person holds a post,
 * the person declared a tie to the unit, or had a hand in the filing.
 */
export function barOf(
  reviewer: Reviewer,
  filing: { readonly organizationId: string; readonly madeBy: readonly string[] },
): ReviewBar | undefined {
  const { organizationId, madeBy } = filing;
  const isOwnUnit =
    reviewer.organizationId === organizationId ||
    reviewer.grants.some((grant) => grant.organizationId === organizationId);
  if (isOwnUnit) return 'own-unit';
  if (reviewer.recusedFrom.includes(organizationId)) return 'recused';
  return madeBy.includes(reviewer.personId) ? 'own-work' : undefined;
}

/** A stamped scan is looked at by a person, tick by tick, where the task asks for one. */
export function needsStampChecks(
  task: Pick<Task, 'deliverables'>,
  supplied: Readonly<Record<string, readonly string[]>>,
): boolean {
  return (task.deliverables ?? []).some(
    ({ key, kind, required }) =>
      kind === 'stamped-scan' && (required || (supplied[key] ?? []).length > 0),
  );
}

export function missingStampChecks(ticked: readonly StampCheck[]): StampCheck[] {
  return stampChecks.filter((check) => !ticked.includes(check));
}

/** One decision on record, as far as taking it back is concerned. */
export type Decided = {
  readonly id: string;
  readonly decision: 'accept' | 'return' | 'hold' | 'pass-on' | 'undo';
  readonly reviewerId: string;
  readonly submissionVersion: number;
  readonly undoes: string | null;
  readonly at: number;
};

/** The decisions that still stand, in the order given. */
export function standing<Row extends Decided>(decisions: readonly Row[]): Row[] {
  const undone = new Set(decisions.map(({ undoes }) => undoes));
  return decisions.filter(({ id, decision }) => decision !== 'undo' && !undone.has(id));
}

/**
 * The decision that this person can take back: the newest one, made by the same person on the same
 * day, when nothing at all has happened to the filing since.
 */
export function undoableOf<Row extends Decided>(
  decisions: readonly Row[],
  now: { readonly personId: string; readonly at: number; readonly submissionVersion: number },
): Row | undefined {
  const newest = decisions.toSorted(
    (left, right) => right.submissionVersion - left.submissionVersion,
  )[0];
  if (newest === undefined || newest.decision === 'undo') return undefined;
  const isOwn = newest.reviewerId === now.personId;
  const isToday = dayAt(newest.at) === dayAt(now.at);
  return isOwn && isToday && newest.submissionVersion === now.submissionVersion
    ? newest
    : undefined;
}
