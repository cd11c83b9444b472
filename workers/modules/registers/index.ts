/**
 * Owns the registers of a tenant, which outlive campaigns: their entries with workflow, clocks and
 * history, several sources for one problem, the instances of master lists, and their counts.
 */
export { onRegistersPublished } from './handlers/campaign-published.ts';
export { createRegistersRoutes } from './registers.routes.ts';
export { ENTRY_FOUND_UNTRUE, ENTRY_MOVED, ENTRY_RECORDED } from './registers.events.ts';
export { mayReadEntry } from './usecases/may-read-entry.ts';
export { tallyRegister } from './usecases/tally-register.ts';
export type { RegisterTally } from './usecases/tally-register.ts';
