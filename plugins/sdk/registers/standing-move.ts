import type { EntryEvent } from './entry.ts';

type VersionMoved = Extract<EntryEvent, { kind: 'version-moved' }>;
/** A move and the line of the history that it is. */
export type MoveBehind = { move: VersionMoved; index: number };

/** The move to another version that an entry stands by: the last that was not taken back. */
export function standingMove(events: readonly EntryEvent[]): MoveBehind | undefined {
  const standing: MoveBehind[] = [];
  for (const [index, event] of events.entries()) {
    if (event.kind === 'version-moved') standing.push({ move: event, index });
    if (event.kind === 'version-restored') standing.pop();
  }
  return standing.at(-1);
}

/** The version by which an entry was handled at the end of a day, when it stands on `now` today. */
export function versionAsOf(now: string, events: readonly EntryEvent[], day: string): string {
  const later = events.find(
    (event) =>
      (event.kind === 'version-moved' || event.kind === 'version-restored') && event.on > day,
  );
  return later !== undefined && 'from' in later ? later.from : now;
}

/** The move behind which a term does not reach back; none where it counts from the whole history. */
export function moveBehind(events: readonly EntryEvent[], clock: string): MoveBehind | undefined {
  const standing = standingMove(events);
  if (standing === undefined) return undefined;
  const { fromNow, since } = standing.move.terms;
  if (fromNow.includes(clock)) return standing;
  const index = since?.[clock];
  const move = index === undefined ? undefined : events[index];
  return index !== undefined && move?.kind === 'version-moved' ? { move, index } : undefined;
}
