import type { FieldChange, FieldConflict } from '#schema/contracts/submissions.ts';
import { ProblemError, isOutcomeUnknown } from '../problem.ts';
import type { ReasonOf } from './queue.ts';

type Verdict =
  | { kind: 'later'; wait: number | undefined }
  | { kind: 'refused'; reasonOf: ReasonOf; fallback: string };

/** The server lists with 412 each field that somebody else changed, with both values. */
const conflictsOf = (problem: ProblemError): readonly FieldConflict[] => {
  const { conflicts } = problem.body;
  return Array.isArray(conflicts) ? (conflicts as FieldConflict[]) : [];
};

/** The server points into the list that was sent, or names the field itself. */
const isAbout = (problemPath: string, changePath: string, index: number) =>
  [changePath, `changes/${index}`].some(
    (path) => problemPath === path || problemPath.startsWith(`${path}/`),
  );

const reasonsByField =
  (problem: ProblemError): ReasonOf =>
  (change: FieldChange, index: number) => {
    const conflict = conflictsOf(problem).find((each) => each.path === change.path);
    if (conflict) return { reason: problem.title, conflict };
    const error = problem.errors.find((each) => isAbout(each.path, change.path, index));
    return error ? { reason: error.message } : undefined;
  };

/** Later: nobody knows, too many requests, or the session ended. Refused: the server looked and said no. */
export const judgeFailure = (error: unknown): Verdict => {
  if (!(error instanceof ProblemError)) return { kind: 'later', wait: undefined };
  if (isOutcomeUnknown(error) || [401, 429].includes(error.status) || error.status >= 500) {
    const wait = error.retryAfter === undefined ? undefined : error.retryAfter * 1000;
    return { kind: 'later', wait };
  }
  return { kind: 'refused', reasonOf: reasonsByField(error), fallback: error.title };
};
