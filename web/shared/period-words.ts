import type { Period } from '#schema/contracts/period.ts';
import { t } from './i18n.ts';

const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
const quarterOf = (part: string) => quarters.find((each) => each === part) ?? 'Q1';

/** 2026年上半年, 2026年第三季度, 2026年全年. */
export const periodWords = (period: Period): string => {
  const [year = '', part = ''] = period.split('-');
  if (part === 'H1') return t('kit.period-h1', { year });
  if (part === 'H2') return t('kit.period-h2', { year });
  if (part === 'Y') return t('kit.period-y', { year });
  return t('kit.period-q', { year, quarter: t(`kit.quarter-${quarterOf(part)}`) });
};
