import type { PaperList, PaperSeries } from '#schema/contracts/papers.ts';
import { localText, t } from '#web/shared/i18n.ts';

/** The years to choose from: those with numbers, and this one, the newest first. */
export const yearsOf = (series: Pick<PaperSeries, 'years'>, thisYear: number): number[] =>
  [...new Set([thisYear, ...series.years])].sort((a, b) => b - a);

export const seriesWords = ({ issuer, title, prefix }: PaperSeries): string =>
  t('papers.series-option', { issuer: issuer.title, title: localText(title), prefix });

const stretch = ([from, to]: readonly [number, number]): string =>
  from === to ? t('papers.gap-one', { number: from }) : t('papers.gap-range', { from, to });

/** How many numbers there are, and whether any is missing from the record. */
export const countWords = (list: PaperList, kind: PaperSeries['class']): string => {
  const count = t('papers.count', { inUse: list.inUse, voided: list.void });
  if (list.papers.length === 0) return '';
  if (list.gaps.length === 0) return `${count}${t('papers.count-no-gap')}`;
  const numbers = list.gaps.map(stretch).join('、');
  return `${count}${t(`papers.gap-${kind}`, { numbers })}`;
};
