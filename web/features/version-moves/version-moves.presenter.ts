import type { MoveGroup, MovePlace, MovableGroup } from '#schema/contracts/version-moves.ts';
import { locale, localText, t } from '#web/shared/i18n.ts';

const list = (words: readonly string[]) => words.join(locale() === 'en' ? ', ' : '、');

/** The name of a group that an office may move; nothing for those that stay. */
export function movableOf({ stage, fate }: MoveGroup): MovableGroup | undefined {
  if (fate === 'clean') return stage === 'open' ? 'open-clean' : 'arrived-clean';
  return fate === 'loses' && stage === 'open' ? 'open-loses' : undefined;
}

export function groupWords(group: MoveGroup): string {
  const movable = movableOf(group);
  if (movable !== undefined) return t(`moves.${movable}`, { count: group.filings });
  return group.why === undefined ? '' : t(`moves.stays-${group.why}`, { count: group.filings });
}

const placesIn = (places: readonly MovePlace[]) =>
  list(
    places.map(({ label, filings }) =>
      t('moves.place', { label: localText(label), count: filings }),
    ),
  );

/** What a group loses or lacks, and whose filings they are. */
export function groupNotes({ losses, incomplete, units, names }: MoveGroup): string[] {
  const key = units > names.length ? 'moves.units-more' : 'moves.units';
  return [
    ...(losses.length > 0 ? [t('moves.losses', { places: placesIn(losses) })] : []),
    ...(incomplete.length > 0 ? [t('moves.incomplete', { places: placesIn(incomplete) })] : []),
    t(key, { count: units, names: list(names) }),
  ];
}
