import type { RecordedResult, ResultUse } from '#schema/contracts/campaign/result-use.ts';
import type { Day } from '../dates/days.ts';
import { parsePoints } from '../points/points.ts';
import { inOrder } from './event-order.ts';
import { addMonthsTo } from './months.ts';
import { phraseOf, type Phrase } from './phrases.ts';

/** What another decision is told: which use, of which result, from when until when. */
export type UseInForce = {
  use: string;
  effect: ResultUse['effect'];
  result: string;
  from: Day;
  /** The last day on which it counts; null where it has no end. */
  until: Day | null;
  reason: Phrase;
  words: string | undefined;
  source: ResultUse['source'];
};

function matches({ when }: ResultUse, { kind, of, outcome = '', points }: RecordedResult): boolean {
  if (when.kind !== kind) return false;
  switch (when.kind) {
    case 'veto':
      return when.scorecard === of && when.veto === outcome;
    case 'grade':
      return when.scorecard === of && when.grades.includes(outcome);
    case 'band':
      return when.ledger === of && when.bands.includes(outcome);
    case 'single':
      return (
        when.ledger === of &&
        points !== undefined &&
        parsePoints(points) >= parsePoints(when.atLeast)
      );
  }
}

/**
 * R25, R50: what the results on record mean in one other decision on a day. A result withdrawn by
 * then counts no more. `usesInForce(uses, { decision: 'title-review', results, asOf })`
 */
export function usesInForce(
  uses: readonly ResultUse[],
  {
    decision,
    results,
    asOf,
  }: {
    decision: string;
    results: readonly RecordedResult[];
    asOf: Day;
  },
): UseInForce[] {
  const standing = inOrder(results).filter(
    ({ on, withdrawnOn }) => on <= asOf && (withdrawnOn === undefined || withdrawnOn > asOf),
  );
  return uses
    .filter((use) => use.decision === decision)
    .flatMap((use) =>
      standing
        .filter((result) => matches(use, result))
        .map((result) => {
          const until = use.months === undefined ? null : addMonthsTo(result.on, use.months);
          return {
            use: use.key,
            effect: use.effect,
            result: result.id,
            from: result.on,
            until,
            reason: phraseOf(result.reason),
            words: use.words,
            source: use.source,
          };
        })
        .filter(({ until }) => until === null || until >= asOf),
    );
}
