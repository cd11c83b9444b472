import type { ScoreEvent } from '#schema/contracts/campaign/score-facts.ts';

/** By code units, the same on every machine. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

type Dated = Pick<ScoreEvent, 'id' | 'on'>;

/** One order for all: by date, then by id, then by content, whatever order they came in. */
function compareEvents(left: Dated, right: Dated): number {
  return (
    compareText(left.on ?? '', right.on ?? '') ||
    compareText(left.id, right.id) ||
    compareText(JSON.stringify(left), JSON.stringify(right))
  );
}

/** The different events in the one order; an id counts once however often it was recorded. */
export function inOrder<T extends Dated>(events: readonly T[]): readonly T[] {
  if (events.length < 2) return events;
  const seen = new Set<string>();
  return [...events].sort(compareEvents).filter((event) => {
    if (seen.has(event.id)) return false;
    seen.add(event.id);
    return true;
  });
}
