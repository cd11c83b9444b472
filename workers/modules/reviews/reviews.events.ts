/** What a reviewer decided: `{ submissionId, revision, reviewId }`. */
export const SUBMISSION_ACCEPTED = 'submission.accepted';
export const SUBMISSION_RETURNED = 'submission.returned';
export const SUBMISSION_HELD = 'submission.held';
export const SUBMISSION_PASSED_ON = 'submission.passed-on';
/** A decision was taken back the same day: the same, and `undoes`. */
export const REVIEW_UNDONE = 'review.undone';
/** 请会审 and its answer: `{ submissionId, opinionId }`. */
export const OPINION_ASKED = 'review.opinion-asked';
export const OPINION_ANSWERED = 'review.opinion-answered';
