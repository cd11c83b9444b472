/**
 * Owns reviews: the queue of an office, what it decided on each round of a filing, the same-day undo,
 * and which items of a scorecard a deduction can be recorded on.
 */
export { OPINION_ANSWERED, SUBMISSION_RETURNED } from './reviews.events.ts';
export { createReviewsRoutes } from './reviews.routes.ts';
export { isScoredKind, recordableCriteria, spentKey } from './recordable.domain.ts';
export { barOf, standing as standingDecisions } from './reviews.domain.ts';
export { listReviews, sumStandingDeductions } from './reviews.repository.ts';
export { onPostHandedOver } from './handlers/post-handed-over.ts';
export { readAskedOpinions } from './usecases/pass-opinions-on.ts';
export { countRulings } from './rulings.repository.ts';
export { findDifference } from './usecases/find-difference.ts';
export { mayReadRuling } from './usecases/may-read-ruling.ts';
