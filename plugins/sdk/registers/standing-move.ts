import type { EntryEvent } from './entry.ts';

export type VersionMoved = Extract<EntryEvent, { kind: 'version-moved' }>;

/** The move to another version that an entry stands by: the last that was not taken back. */
export function standingMove(
  events: readonly EntryEvent[],
): { move: VersionMoved; index: number } | undefined {
  const standing: { move: VersionMoved; index: number }[] = [];
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
