import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import { localText, t } from '#web/shared/i18n.ts';

/** 2026年第二季度, 2026年上半年, 2026年7月; nothing for what is asked once. */
export const periodWords = (occurrence: string): string => {
  const [year = '', part = ''] = occurrence.split('-');
  if (!/^\d{4}$/.test(year)) return '';
  if (/^Q[1-4]$/.test(part))
    return t('submissions.quarter', {
      year,
      quarter: '一二三四'.charAt(Number(part.slice(1)) - 1),
      number: part.slice(1),
    });
  if (part === 'H1' || part === 'H2')
    return t(`submissions.half-${part === 'H1' ? 'first' : 'second'}`, { year });
  if (/^\d{2}$/.test(part)) return t('forms.month-of', { year, month: Number(part) });
  return part === '' ? t('submissions.year', { year }) : '';
};

/** The task in the document's words, with the period where it comes again. */
export const titleOf = ({
  title,
  occurrence,
}: Pick<SubmissionSummary, 'title' | 'occurrence'>): string =>
  [localText(title), periodWords(occurrence)].filter(Boolean).join(' · ');
