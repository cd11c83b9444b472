/**
 * Owns 处置建议: what the rules of a campaign find on a unit, each finding once and kept for ever; who
 * decided on it, and what people then did. Nothing happens by itself, and no unit sees any of it.
 */
export {
  onDeductionRecorded,
  onDeductionWithdrawn,
  onScoreFactChanged,
} from './handlers/score-changed.ts';
export { createProposalsRoutes } from './proposals.routes.ts';
export { sweepProposals } from './usecases/sweep-proposals.ts';
