/**
 * Owns the registers of a tenant, which outlive campaigns: their entries with workflow, clocks and
 * history, several sources for one problem, the instances of master lists, and their counts.
 */
export { countsOn } from './board.repository.ts';
export { onRegistersPublished } from './handlers/campaign-published.ts';
export { onUnitsMoved } from './handlers/units-moved.ts';
export { readRangeOf, seesEmbargoed } from './registers.domain.ts';
export { createRegistersRoutes } from './registers.routes.ts';
export { indexListedFields } from './usecases/index-listed-fields.ts';
export { definitionIn, titlesAsShown } from './usecases/load-definition.ts';
export { listEntries } from './usecases/list-entries.ts';
export { mayReadEntry } from './usecases/may-read-entry.ts';
export { recordEntry } from './usecases/record-entry.ts';
export { recountDaily } from './usecases/recount-totals.ts';
export { takeStep } from './usecases/take-step.ts';
export { tallyRegister } from './usecases/tally-register.ts';
export { onUnitEnded } from './handlers/unit-ended.ts';
export { readOpenEntries } from './usecases/follow-ending.ts';
