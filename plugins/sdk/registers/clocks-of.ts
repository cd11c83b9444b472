import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { EntryEvent } from './entry.ts';
import { standingMove } from './standing-move.ts';

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

/** The fields whose days a term counts to or from. */
export const fieldsOf = ({ term, starts }: Clock): string[] => [
  ...(term.kind === 'until' ? [term.field] : []),
  ...(starts.on === 'field' ? [starts.field] : []),
];
