/**
 * Owns scores: deductions by exception and facts that people put on record, the sheet of a unit with a
 * reason and a clause for every line, and what a campaign's evaluation makes of it: assessors one
 * after the other, combined results, demerits, rankings for the commission alone.
 */
export { isNamed } from './assessments.domain.ts';
export { isPostHeld } from './score-facts.repository.ts';
export { DEDUCTION_RECORDED, DEDUCTION_WITHDRAWN, SCORE_FACT_CHANGED } from './scoring.events.ts';
export { listAskedUnits } from './scoring.repository.ts';
export { createScoringRoutes } from './scoring.routes.ts';
export { mayReadScoreFact } from './usecases/load-score-fact.ts';
export { scoreUnits } from './usecases/score-units.ts';
