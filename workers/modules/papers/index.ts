/**
 * Owns the numbers of papers: the series of each issuing body by year, which have no gap without a
 * void. Official papers are numbered by the office; their numbers are only registered.
 */
export { createPapersRoutes } from './papers.routes.ts';
