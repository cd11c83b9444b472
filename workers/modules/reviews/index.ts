/**
 * Owns reviews: the queue of an office, what it decided on each round of a filing, the same-day undo,
 * and which items of a scorecard a deduction can be recorded on.
 */
export { createReviewsRoutes } from './reviews.routes.ts';
export { isScoredKind, recordableCriteria, spentKey } from './recordable.domain.ts';
export {
  REVIEW_UNDONE,
  SUBMISSION_ACCEPTED,
  SUBMISSION_HELD,
  SUBMISSION_PASSED_ON,
  SUBMISSION_RETURNED,
} from './reviews.events.ts';
export { barOf, standing as standingDecisions } from './reviews.domain.ts';
export { listReviews, sumStandingDeductions } from './reviews.repository.ts';
export type { StoredReview } from './reviews.repository.ts';
