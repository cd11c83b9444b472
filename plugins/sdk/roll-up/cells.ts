import type { CellState, RollUpCounts } from '#schema/contracts/roll-up.ts';
import type { SubmissionState } from '#schema/contracts/submissions.ts';

export type CellFacts = {
  readonly state: SubmissionState;
  readonly firstFiledAt: number | null;
  /** 代报 that the unit has not claimed. */
  readonly onBehalf: boolean;
};

/**
 * Which cell a filing of a unit below is. What was returned has arrived and is not accepted: 未审.
 * `cellStateOf({ state: 'accepted', firstFiledAt: 1, onBehalf: true })` is `'on-behalf'`.
 */
export function cellStateOf({ state, firstFiledAt, onBehalf }: CellFacts): CellState {
  if (state === 'exempt') return 'exempt';
  if (state === 'accepted') return onBehalf ? 'on-behalf' : 'accepted';
  return firstFiledAt === null ? 'missing' : 'waiting';
}

/** Whether what stands in the cell is added up: 已审 and 代报 are, nothing else is. */
export function isCounted(state: CellState): boolean {
  return state === 'accepted' || state === 'on-behalf';
}

/** 应汇总、已审、未审、未报、免报: `countCells(['accepted', 'missing'])` has 应报 2 and 已报 1. */
export function countCells(states: readonly CellState[]): RollUpCounts {
  const of = (wanted: CellState) => states.filter((state) => state === wanted).length;
  const [accepted, onBehalf, waiting] = [of('accepted'), of('on-behalf'), of('waiting')];
  return {
    due: states.length,
    filed: accepted + onBehalf + waiting,
    accepted,
    onBehalf,
    waiting,
    missing: of('missing'),
    exempt: of('exempt'),
  };
}
