/**
 * Owns figures: every number of a campaign as of any moment, with its 口径 and the list behind it.
 * Past moments are counted from how each record stood then, which the database itself keeps.
 */
export { createFiguresRoutes } from './figures.routes.ts';
export { tallyCampaignFilings } from './filing-tallies.repository.ts';
export { readFigures } from './usecases/read-figures.ts';
