import type {
  Figure,
  FigureDefinition,
  FigurePlace,
  FigureValue,
} from '#schema/contracts/figures.ts';
import { kindName } from '#web/features/reviews/progress.presenter.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount, formatMean, formatShare } from '#web/shared/numbers.ts';

type Defined = Pick<FigureDefinition, 'form'>;

/** A count, a share with one place, or in words why there is none; never a zero for what is missing. */
export const valueWords = (value: FigureValue | undefined, { form }: Defined): string => {
  if (value === undefined) return t('figures.absent-not-set');
  if (value.absent !== undefined) return t(`figures.absent-${value.absent}`);
  const { numerator = 0, denominator } = value;
  if (form === 'count' || denominator === undefined) return formatCount(numerator);
  return form === 'mean' ? formatMean(numerator, denominator) : formatShare(numerator, denominator);
};

/** The same in a cell: a dash where nothing is due, which the legend explains. */
export const cellWords = (value: FigureValue | undefined, defined: Defined): string =>
  value?.absent === 'not-applicable' ? '—' : valueWords(value, defined);

/** Only what is overdue carries a mark, and only where there is some. */
export const isMarked = (value: FigureValue | undefined, { overdue }: { overdue: boolean }) =>
  overdue && (value?.numerator ?? 0) > 0;

export const markedWords = (
  value: FigureValue | undefined,
  defined: Pick<FigureDefinition, 'form' | 'overdue'>,
): string => `${isMarked(value, defined) ? '▲ ' : ''}${cellWords(value, defined)}`;

/** 2026年7月8日 24:00, or the moment itself where it is now. */
export const momentWords = ({ asOf, day }: { asOf: number; day?: string | undefined }): string =>
  day === undefined ? formatInstant(asOf) : `${formatDate(day)} 24:00`;

export const placeName = ({ key, name, kind }: FigurePlace): string => {
  if (name !== undefined) return name;
  return kind === undefined || key === 'own' ? t('reviews.area-own') : kindName(kind);
};

/** Its own name, with the register that it is of. */
export const figureName = ({ title, of }: Pick<FigureDefinition, 'title' | 'of'>): string =>
  of === undefined
    ? localText(title)
    : t('figures.name-of', { of: localText(of), title: localText(title) });

export const itemsHref = (query: Readonly<Record<string, string | undefined>>): string => {
  const kept = Object.entries(query).filter(
    (each): each is [string, string] => each[1] !== undefined && each[1] !== '',
  );
  return `/figures/items?${new URLSearchParams(kept).toString()}`;
};

/** The figures of a sentence by the last part of their keys; nothing where its source is not there. */
export const figuresOf = (
  figures: readonly Figure[],
  group: 'filings' | 'problems' | 'complaints',
): Readonly<Record<string, Figure>> | undefined => {
  const own = figures.filter(({ key }) => key.startsWith(`${group}.`));
  if (own.every(({ absent }) => absent === 'not-set')) return undefined;
  return Object.fromEntries(own.map((figure) => [figure.key.slice(group.length + 1), figure]));
};
