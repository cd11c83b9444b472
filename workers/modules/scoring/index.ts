/**
 * Owns scores: deductions recorded by exception, and the sheet of a unit, computed by the kernel from
 * its filings and the deductions that stand, with a reason and a clause for every line.
 */
export { createScoringRoutes } from './scoring.routes.ts';
