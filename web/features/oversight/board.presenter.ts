import { regionLevels } from '#schema/contracts/campaign/branding.ts';
import type { RegionLevel } from '#schema/contracts/campaign/branding.ts';
import type { Comparability, ComparabilityCell, Region } from '#schema/contracts/oversight.ts';
import { localText, t } from '#web/shared/i18n.ts';

export type LevelGroup = { readonly level: RegionLevel; readonly regions: readonly Region[] };

/** Levels side by side and apart; inside each the regions keep their division-code order. */
export const groupByLevel = (regions: readonly Region[]): LevelGroup[] =>
  regionLevels
    .map((level) => ({ level, regions: regions.filter((region) => region.level === level) }))
    .filter((group) => group.regions.length > 0);

export type Note = { readonly number: number; readonly place: string; readonly words: string };

/** What regions say about their figures, numbered in the order of reading. */
export const notesOf = (board: Comparability): Note[] => {
  const names = new Map(board.regions.map(({ slug, name }) => [slug, localText(name)]));
  const nameOf = (slug: string) => names.get(slug) ?? slug;
  const cells = board.rows.flatMap(({ indicator, cells }) =>
    cells.flatMap(({ region, note }) =>
      note === undefined
        ? []
        : [{ place: `${nameOf(region)} · ${localText(indicator.title)}`, words: localText(note) }],
    ),
  );
  const corrections = board.regions.flatMap(({ slug, correctionReason }) =>
    correctionReason === undefined
      ? []
      : [
          {
            place: nameOf(slug),
            words: t('oversight.note-correction', { reason: correctionReason }),
          },
        ],
  );
  return [...cells, ...corrections].map((note, index) => ({ number: index + 1, ...note }));
};

/** The number of the note that belongs to a cell. */
export const noteNumberOf = (
  board: Comparability,
  wanted: ComparabilityCell,
): number | undefined => {
  const noted = board.rows.flatMap(({ cells }) => cells.filter(({ note }) => note !== undefined));
  const index = noted.indexOf(wanted);
  return index < 0 ? undefined : index + 1;
};
