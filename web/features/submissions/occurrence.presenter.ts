import type { SubmissionDetail, SubmissionSummary } from '#schema/contracts/submissions.ts';
import { localText, t } from '#web/shared/i18n.ts';

/** 2026年第二季度, 2026年上半年, 2026年7月; nothing for what is asked once. */
export const periodWords = (occurrence: string): string => {
  const [year = '', part = ''] = occurrence.split('-');
  if (!/^\d{4}$/.test(year)) return '';
  switch (part) {
    case '':
      return t('submissions.year', { year });
    case 'Q1':
    case 'Q2':
    case 'Q3':
    case 'Q4':
      return t(`submissions.quarter-${part}`, { year });
    case 'H1':
    case 'H2':
      return t(`submissions.half-${part}`, { year });
    default:
      return /^\d{2}$/.test(part) ? t('forms.month-of', { year, month: Number(part) }) : '';
  }
};

/** The task in the document's words, with the period where it comes again. */
export const titleOf = ({
  title,
  occurrence,
}: Pick<SubmissionSummary, 'title' | 'occurrence'>): string =>
  [localText(title), periodWords(occurrence)].filter(Boolean).join(' · ');

type Previous = NonNullable<SubmissionDetail['previous']>;

/** When last time was: its period, or for what is asked once a year the year before. */
export const previousPeriod = ({ label, campaignTitle, isLastYear }: Previous): string =>
  periodWords(label) || (isLastYear ? t('submissions.year-before') : campaignTitle);
