/**
 * Owns filings: what each unit owes under a published version, the draft that merges field by field,
 * the sign-off inside the unit, the filing with its receipt, and what the authority relieves.
 */
export { contentOf, signOffChain, signedText } from './content.domain.ts';
export { createDepartmentRoutes } from './parts.routes.ts';
export { obligationsOf } from './obligations.domain.ts';
export { onCampaignPublished } from './handlers/campaign-published.ts';
export { createSubmissionsRoutes } from './submissions.routes.ts';
export { isOnTime } from './submissions.domain.ts';
export { clockLabel, nextNoon } from './reminder.domain.ts';
export { listRevisions } from './submission-revisions.repository.ts';
export type { SubmissionRevision } from './submission-revisions.repository.ts';
export {
  findSubmission,
  listInStates,
  rangeColumns as submissionRangeColumns,
  rowColumns as submissionRowColumns,
} from './submissions.repository.ts';
export type { Submission, SubmissionRow, SubmissionUpdate } from './submissions.repository.ts';
export { loadSubmission } from './usecases/load-submission.ts';
export type { LoadedSubmission } from './usecases/load-submission.ts';
export { changeOf, postOf } from './usecases/commit-submission.ts';
export { showProgress } from './usecases/show-progress.ts';
export { showSubmission } from './usecases/show-submission.ts';
export { summarize } from './usecases/summarize.ts';
export { mayReadSubmission } from './usecases/may-read-submission.ts';
export { onUnitEnded } from './handlers/unit-ended.ts';
export { readOpenFilings } from './usecases/follow-ending.ts';
