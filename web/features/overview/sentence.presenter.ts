import type { Figure } from '#schema/contracts/figures.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { figuresOf, valueWords } from './figure.presenter.ts';

/** Place in the sentence → last part of the figure's key. */
export const sentencePlaces = {
  filings: {
    due: 'due',
    arrived: 'arrived',
    onTime: 'on-time',
    overdue: 'overdue',
    units: 'overdue-units',
  },
  problems: { entries: 'entries', rectified: 'rectified', closed: 'closed', overdue: 'overdue' },
  complaints: {
    accepted: 'accepted',
    done: 'done',
    rate: 'on-time-completion-rate',
    overdue: 'overdue',
  },
} as const;
export type SentenceGroup = keyof typeof sentencePlaces;
export const sentenceGroups: readonly SentenceGroup[] = ['filings', 'problems', 'complaints'];

/** The four sentences as plain text, for a workbook. */
export const sentenceTexts = (figures: readonly Figure[]): string[] => {
  const told = sentenceGroups.map((group) => {
    const own = figuresOf(figures, group);
    if (own === undefined) return t(`figures.none-${group}`);
    const values = Object.entries(sentencePlaces[group]).map(([place, key]) => {
      const figure = own[key];
      return [place, figure === undefined ? '—' : valueWords(figure, figure)];
    });
    return t(`figures.sentence-${group}`, Object.fromEntries(values) as Record<string, string>);
  });
  const satisfaction = figures.filter(({ group }) => group === 'indicator');
  if (satisfaction.length === 0) return [...told, t('figures.none-satisfaction')];
  const measured = satisfaction.map((figure) =>
    t('figures.sentence-satisfaction', {
      title: localText(figure.title),
      value: valueWords(figure, figure),
    }),
  );
  return [...told, ...measured];
};
