/**
 * Owns what systems elsewhere say: indicators whose figures are imported and never typed again, by
 * period, each import a version of its own. What was known at a moment is read as of that moment.
 */
export { createImportedFiguresRoutes } from './imported-figures.routes.ts';
export { figureImportRules } from './usecases/import-figures.ts';
export { readKnownFigures } from './usecases/read-known.ts';
export type { KnownFigure, KnownFigures } from './usecases/read-known.ts';
