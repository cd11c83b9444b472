import type { RegionLevel } from '#schema/contracts/campaign/branding.ts';
import type { Comparability, ComparabilityCell, Comparison } from '#schema/contracts/oversight.ts';
import { t } from '#web/shared/i18n.ts';
import { periodWords } from '#web/shared/period-words.ts';

export const cellKinds = [
  'same',
  'near',
  'substitute',
  'not-measured',
  'not-reported',
  'insufficient',
  'incomparable',
  'not-applicable',
] as const;
export type CellKind = (typeof cellKinds)[number];

/** The one word of a cell: how nearly a figure answers, or why there is none. */
export const kindOf = (cell: Pick<ComparabilityCell, 'state' | 'match'>): CellKind =>
  cell.state === 'measured' ? (cell.match ?? 'same') : cell.state;

export const levelWords = (level: RegionLevel): string => t(`oversight.level-${level}`);

/** 省级 2、市级 1、区级 2 */
export const levelCounts = (levels: Comparability['levels']): string =>
  levels
    .map(({ level, regions }) =>
      t('oversight.level-count', { level: levelWords(level), count: regions }),
    )
    .join('、');

/** Bounds are in 1/10,000; the lower one is rounded down and the upper one up, so that they hold. */
export const boundWords = (share: number, side: 'low' | 'high'): string => {
  const tenths = side === 'low' ? Math.floor(share / 10) : Math.ceil(share / 10);
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
};

export const periodOptions = ({ periods }: Pick<Comparability | Comparison, 'periods'>) =>
  periods.map((period) => ({ value: period, label: periodWords(period) }));
