import type {
  MoveGroup,
  MovePlace,
  MovableGroup,
  StayReason,
} from '#schema/contracts/version-moves.ts';
import { locale, localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';

/** What is moved: filings, by task, or entries, by register. */
export type MovedKind = 'filings' | 'entries';

const list = (words: readonly string[]) => words.join(locale() === 'en' ? ', ' : '、');

/** The name of a group that an office may move; nothing for those that stay. */
export function movableOf({ stage, fate }: MoveGroup): MovableGroup | undefined {
  if (fate === 'clean') return stage === 'open' ? 'open-clean' : 'arrived-clean';
  return fate === 'loses' && stage === 'open' ? 'open-loses' : undefined;
}

const staysKey = (kind: MovedKind, why: StayReason) =>
  why === 'would-lose' || why === 'to-complete'
    ? (`moves.${kind}-stays-${why}` as const)
    : (`moves.stays-${why}` as const);

export function groupWords(kind: MovedKind, group: MoveGroup): string {
  const count = group.items;
  const movable = movableOf(group);
  if (movable !== undefined) return t(`moves.${kind}-${movable}`, { count });
  return group.why === undefined ? '' : t(staysKey(kind, group.why), { count });
}

const placesIn = (places: readonly MovePlace[]) =>
  list(
    places.map(({ label, items }) => t('moves.place', { label: localText(label), count: items })),
  );

/** Beyond this many names the first stand for them all. */
const named = 20;

/** What a group loses or lacks, and whose it is, as far as the reader may know. */
export function groupNotes({ losses, incomplete, units, hidden }: MoveGroup): string[] {
  const key = units.length > named ? 'moves.units-more' : 'moves.units';
  const names = list(units.slice(0, named).map(({ name }) => name));
  return [
    ...(losses.length > 0 ? [t('moves.losses', { places: placesIn(losses) })] : []),
    ...(incomplete.length > 0 ? [t('moves.incomplete', { places: placesIn(incomplete) })] : []),
    ...(units.length > 0 ? [t(key, { count: formatCount(units.length), names })] : []),
    ...(hidden > 0 ? [t('moves.hidden', { count: formatCount(hidden) })] : []),
  ];
}
