import type { Figure } from '#schema/contracts/figures.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { periodWords } from '#web/shared/period-words.ts';
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

/** 出院患者满意度 88.6 分 (or 88.6%)；调查完成 86 家，样本不足不作评价 9 家。 or why there is no figure. */
export const satisfactionSentence = ({ absent, system, survey }: Figure) => {
  if (absent === 'not-imported' || (system !== undefined && survey === undefined)) {
    return 'figures.satisfaction-imported';
  }
  if (system !== undefined) {
    return absent === undefined
      ? 'figures.satisfaction-of-system'
      : 'figures.satisfaction-of-system-few';
  }
  if (absent !== undefined || survey === undefined) return 'figures.sentence-satisfaction';
  return 'figures.satisfaction-surveyed';
};

/** What stands in the places of that sentence besides the figures themselves. */
export const satisfactionNames = ({ title, system = '', unit, form, period }: Figure) => ({
  title: localText(title),
  system,
  // 满意率 carries its % with the number already, 满意度 its unit behind it.
  unit: form === 'ratio' ? '' : ` ${localText(unit)}`,
  period: period === undefined ? '' : periodWords(period),
});

const plain = (figure: Figure) => ({
  value: valueWords(figure, figure),
  surveyed: formatCount(figure.survey?.units ?? 0),
  few: formatCount(figure.survey?.tooFew ?? 0),
});
const satisfactionWords = (figure: Figure, values: ReturnType<typeof plain>): string =>
  t(satisfactionSentence(figure), { ...satisfactionNames(figure), ...values });

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
  return [...told, ...satisfaction.map((figure) => satisfactionWords(figure, plain(figure)))];
};
