import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import { canonicalJson } from '../canonical.ts';
import { clocksOf, fieldsOf } from './clocks-of.ts';
import type { ClockView } from './entry-clocks.ts';
import { readClocks } from './entry-clocks.ts';
import type { EntryEvent, KeptTerms, RegisterEntry } from './entry.ts';
import { moveBehind, standingMove } from './standing-move.ts';

const promises = new WeakMap<Clock, string>();

/** Worked out once for each clock of a version, whatever the number of entries. */
function promiseOf(clock: Clock): string {
  const said = promises.get(clock) ?? sayPromise(clock);
  promises.set(clock, said);
  return said;
}

/** What a term promises; its title, its rule in words and its owner may change without touching it. */
const sayPromise = ({ term, starts, endsIn, stopsIn, extension }: Clock): string =>
  canonicalJson({
    term,
    starts,
    endsIn: endsIn.toSorted(),
    stopsIn: (stopsIn ?? []).toSorted(),
    ...(extension === undefined ? {} : { extension }),
  });

export type TermsAfter = {
  terms: KeptTerms;
  /** Terms that have begun and that the other version does not have: a move drops them. */
  dropped: readonly Clock[];
};

/**
 * What becomes of the terms of an entry that moves to another version. A term that has begun keeps
 * what it was set by. A term that the other version adds, or lets begin where it had not, does not
 * reach back: it begins with what happens after the move, and a later move leaves it that beginning.
 */
export function termsAfter(
  before: Register,
  after: Register,
  entry: Pick<RegisterEntry, 'events' | 'answers'>,
  view: ClockView,
): TermsAfter {
  const was = clocksOf(before, entry.events);
  const begun = new Set(
    readClocks(before, entry, view)
      .filter(({ status }) => status !== 'waiting')
      .map(({ key }) => key),
  );
  const wouldHaveBegun = new Set(
    readClocks(after, { ...entry, events: withoutMoves(entry.events) }, view)
      .filter(({ status }) => status !== 'waiting')
      .map(({ key }) => key),
  );
  const is = new Map((after.clocks ?? []).map((clock) => [clock.key, clock]));
  const held = was.filter(({ key }) => begun.has(key));
  const known = { ...standingMove(entry.events)?.move.terms.days, ...entry.answers };
  const kept = held.filter((clock) => {
    const next = is.get(clock.key);
    if (next === undefined || next === clock) return false;
    const isOfGoneField = fieldsOf(clock).some((key) => key in known && !(key in entry.answers));
    return isOfGoneField || promiseOf(next) !== promiseOf(clock);
  });
  const fields = new Set(kept.flatMap(fieldsOf));
  const since = held.flatMap(({ key }) => {
    const behind = is.has(key) ? moveBehind(entry.events, key) : undefined;
    return behind === undefined ? [] : [[key, behind.index] as const];
  });
  return {
    terms: {
      kept,
      days: Object.fromEntries(Object.entries(known).filter(([key]) => fields.has(key))),
      fromNow: [...is.keys()].filter((key) => wouldHaveBegun.has(key) && !begun.has(key)),
      ...(since.length === 0 ? {} : { since: Object.fromEntries(since) }),
    },
    dropped: held.filter(({ key }) => !is.has(key)),
  };
}

/** The history as if the entry had always stood on the version it is read by. */
const withoutMoves = (events: readonly EntryEvent[]): EntryEvent[] =>
  events.filter(({ kind }) => kind !== 'version-moved' && kind !== 'version-restored');
