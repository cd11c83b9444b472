import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
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

const union = (left: readonly string[], right: readonly string[]): string[] => [
  ...new Set([...left, ...right]),
];

/** A term set by an earlier version also ends and stands still where the register now says so. */
function keptIn(kept: Clock, now: Clock): Clock {
  const stopsIn = union(kept.stopsIn ?? [], now.stopsIn ?? []);
  return {
    ...kept,
    title: now.title,
    endsIn: union(kept.endsIn, now.endsIn),
    ...(stopsIn.length === 0 ? {} : { stopsIn }),
  };
}

/** The clocks of one entry: those of its register, with the terms that an earlier version has set. */
export function clocksOf(register: Register, events: readonly EntryEvent[]): Clock[] {
  const kept = standingMove(events)?.move.terms.kept ?? [];
  return (register.clocks ?? []).map((clock) => {
    const earlier = kept.find(({ key }) => key === clock.key);
    return earlier === undefined ? clock : keptIn(earlier, clock);
  });
}
