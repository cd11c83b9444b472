import type { Comparison, ComparisonRow } from '#schema/contracts/oversight.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount, formatShare } from '#web/shared/numbers.ts';
import { boundWords, kindOf, levelWords } from './words.presenter.ts';

type Pair = { readonly numerator: number; readonly denominator: number };

/** 「—」 stands for what is not there; the word why stands in the column of the value. */
export const countWords = (count: number | undefined): string =>
  count === undefined ? '—' : formatCount(count);

export const stateWords = (row: ComparisonRow): string => t(`oversight.word-${kindOf(row)}`);

/** Rounded once, from the pair itself: the same figure reads the same at home and here. */
export const shareWords = ({ numerator, denominator }: Partial<Pair>): string =>
  formatShare(numerator ?? 0, denominator ?? 0);

export const valueWords = (row: ComparisonRow): string => {
  if (row.value !== undefined) return shareWords(row);
  return row.state === 'measured' ? '—' : stateWords(row);
};

export const rangeWords = ({ low, high }: ComparisonRow): string =>
  low === undefined || high === undefined
    ? '—'
    : t('oversight.range', { low: boundWords(low, 'low'), high: boundWords(high, 'high') });

export const standingWords = ({ standing, value }: ComparisonRow): string => {
  if (standing !== undefined) return t(`oversight.standing-${standing}`);
  return value === undefined ? '—' : t('oversight.standing-none');
};

export const pairWords = ({ numerator, denominator }: Pair): string =>
  t('oversight.pair-of', {
    share: formatShare(numerator, denominator),
    numerator: formatCount(numerator),
    denominator: formatCount(denominator),
  });

export const verifiedWords = (row: ComparisonRow): string => {
  if (row.verified !== undefined) return pairWords(row.verified);
  return row.numerator === undefined ? '—' : t('oversight.not-verified');
};

export const completenessWords = ({ completeness }: ComparisonRow): string =>
  completeness === undefined || completeness.denominator === 0 ? '—' : pairWords(completeness);

/** How many regions there are, how many have a figure, and what all together come to. */
export const levelSentence = ({ level, rows, pooled, indicator }: Comparison): string => {
  if (indicator.form !== 'ratio') return t('oversight.level-sentence-count');
  const measured = rows.filter(({ state }) => state === 'measured').length;
  const head = { level: levelWords(level), regions: rows.length, measured };
  if (pooled === undefined) return t('oversight.level-sentence-few', head);
  return t('oversight.level-sentence', {
    ...head,
    share: shareWords(pooled),
    numerator: formatCount(pooled.numerator),
    denominator: formatCount(pooled.denominator),
  });
};

/** The regions without a figure, each with its word. */
export const missingSentence = ({ rows }: Comparison): string | undefined => {
  const missing = rows.filter(({ state }) => state !== 'measured');
  if (missing.length === 0) return undefined;
  const regions = missing
    .map((row) =>
      t('oversight.missing-one', { region: localText(row.name), word: stateWords(row) }),
    )
    .join('、');
  return t('oversight.missing-sentence', { regions });
};

export type RowNote = { readonly place: string; readonly words: string };

export const rowNotes = ({ rows }: Comparison): RowNote[] =>
  rows.flatMap(({ name, note, explanation }) => [
    ...(note === undefined ? [] : [{ place: localText(name), words: localText(note) }]),
    ...(explanation === undefined
      ? []
      : [
          {
            place: localText(name),
            words: t('oversight.note-explanation', { reason: explanation }),
          },
        ]),
  ]);
