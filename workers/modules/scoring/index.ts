/**
 * Owns scores: deductions recorded by exception, and the sheet of a unit, computed by the kernel from
 * its filings and the deductions that stand, with a reason and a clause for every line.
 */
export { DEDUCTION_RECORDED, DEDUCTION_WITHDRAWN } from './scoring.events.ts';
export { createScoringRoutes } from './scoring.routes.ts';
