/**
 * Owns filings: what each unit owes under a published version, the draft that merges field by field,
 * the sign-off inside the unit, the filing with its receipt, and what the authority relieves.
 */
export { contentOf, signOffChain, signedText } from './content.domain.ts';
export { onCampaignPublished } from './handlers/campaign-published.ts';
export { SUBMISSION_FILED } from './submissions.events.ts';
export { submissionsErrors } from './submissions.errors.ts';
export { createSubmissionsRoutes } from './submissions.routes.ts';
export { hasArrived, isOnTime, wasDueBy } from './submissions.domain.ts';
export { findRevision, listRevisions } from './submission-revisions.repository.ts';
export type { SubmissionRevision } from './submission-revisions.repository.ts';
export {
  findSubmission,
  listInStates,
  rangeColumns as submissionRangeColumns,
  updateSubmission,
} from './submissions.repository.ts';
export type { Submission, SubmissionUpdate } from './submissions.repository.ts';
export { loadSubmission, subjectOf } from './usecases/load-submission.ts';
export type { LoadedSubmission } from './usecases/load-submission.ts';
export { changeOf, commitMove, postOf } from './usecases/commit-submission.ts';
export { openSubmissions } from './usecases/open-submissions.ts';
export { showSubmission } from './usecases/show-submission.ts';
export { summarize } from './usecases/summarize.ts';
export { mayReadSubmission } from './usecases/may-read-submission.ts';
