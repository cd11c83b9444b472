/**
 * What the operator sees of all regions, from control alone: who they are, whether they are on the
 * air and which version their databases have. It opens no tenant's database.
 */
export { createRegionsRoutes } from './regions.routes.ts';
