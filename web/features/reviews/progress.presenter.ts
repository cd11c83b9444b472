import { organizationKindWords } from '#plugins/sdk/audience/words.ts';
import type { OrganizationKind } from '#schema/contracts/campaign/audience.ts';
import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { locale, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import type { Progress, ProgressRow } from './reviews.queries.ts';

export const progressStates = ['waiting', 'returned', 'missing', 'exempt'] as const;

/** Units of which something is in the state. */
export const inProgressState = (row: ProgressRow, state: string): boolean => {
  switch (state) {
    case 'waiting':
      return row.inReview > 0;
    case 'returned':
      return row.returned > 0;
    case 'missing':
      return row.due > row.arrived;
    case 'exempt':
      return row.exempt > 0;
    default:
      return true;
  }
};

export const kindName = (kind: string): string =>
  organizationKindWords[kind as OrganizationKind]?.[locale()] ?? kind;

export const overdueWords = (row: ProgressRow): string =>
  row.overdue === 0 ? '0' : t('reviews.overdue-of', { count: row.overdue, days: row.overdueDays });

/** The table as text that can be pasted, in the order of the units. */
export const progressAsText = (caption: string, rows: readonly ProgressRow[]): string => {
  const header = [
    t('reviews.unit'),
    t('reviews.kind'),
    t('reviews.due'),
    t('reviews.arrived'),
    t('reviews.in-review'),
    t('reviews.returned'),
    t('reviews.exempt'),
    t('reviews.overdue'),
    t('reminders.liaison'),
    t('reminders.last-urged'),
  ];
  const lines = rows.map((row) => [
    row.organizationName,
    kindName(row.kind),
    row.due,
    row.arrived,
    row.inReview,
    row.returned,
    row.exempt,
    overdueWords(row),
    row.liaison ?? '',
    row.urged === undefined ? '' : formatInstant(row.urged.at),
  ]);
  return [caption, header.join('\t'), ...lines.map((line) => line.join('\t'))].join('\n');
};

type Totals = Progress['totals'];

/** Figures of the sentence, each with the filter that lists what it counts. */
export const totalsFigures = (totals: Totals) => ({
  due: formatCount(totals.due),
  arrived: formatCount(totals.arrived),
  onTime: formatCount(totals.onTime),
  overdue: formatCount(totals.overdue),
  units: formatCount(totals.overdueUnits),
});

export type Relief = 'extend' | 'exempt' | 'paper';

const notArrived: ReadonlySet<SubmissionSummary['state']> = new Set([
  'due',
  'draft',
  'signing',
  'signed',
]);

/** What the authority can do for one filing as it stands; the server decides again. */
export const reliefsOf = (
  summary: Pick<SubmissionSummary, 'state' | 'filedAt' | 'dueOn' | 'paper'>,
  today: string,
): Relief[] => {
  const isOpen = notArrived.has(summary.state) && summary.filedAt === undefined;
  const isExpired = summary.dueOn !== undefined && today > summary.dueOn;
  return [
    ...(isOpen && !isExpired ? (['extend'] as const) : []),
    ...(isOpen ? (['exempt'] as const) : []),
    ...(summary.paper === 'expected' ? (['paper'] as const) : []),
  ];
};

/** 代报: what a unit has not sent off can be filled in for it. */
export const isFillable = ({ state }: Pick<SubmissionSummary, 'state'>): boolean =>
  state === 'due' || state === 'draft' || state === 'returned';

export const isReviewable = ({ state }: Pick<SubmissionSummary, 'state'>): boolean =>
  state === 'filed' || state === 'held';
