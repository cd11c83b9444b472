import type { DoubleState } from '#schema/contracts/review-opinions.ts';
import type { ReviewQueueRow } from '#schema/contracts/reviews.ts';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

export type QueueFilter = { readonly state: string; readonly search: string };

/** 待审, 退回后再报, 挂起: what is on the reviewer's desk and why. */
export const queueStatus = (
  row: Pick<ReviewQueueRow, 'state' | 'returns'>,
): { kind: StatusKind; words: string } => {
  if (row.state === 'held') return { kind: 'stopped', words: t('reviews.held') };
  return row.returns > 0
    ? { kind: 'returned', words: t('reviews.filed-again', { round: row.returns }) }
    : { kind: 'waiting', words: t('reviews.waiting') };
};

const doubleKinds: Record<DoubleState, StatusKind> = {
  first: 'draft',
  second: 'waiting',
  agreed: 'done',
  disagreed: 'waiting',
  ruled: 'current',
};

/** 双人复核: how far the two are, and whether the difference is this reader's to decide. */
export const doubleStatus = ({
  double,
  mayRule,
}: Pick<ReviewQueueRow, 'double' | 'mayRule'>): { kind: StatusKind; words: string } | undefined => {
  if (double === undefined) return undefined;
  const words = mayRule ? t('reviews.double-yours') : t(`reviews.double-${double}`);
  return { kind: doubleKinds[double], words };
};

/** 纸质件未到, and which one prevails where the document says so. */
export const paperNote = ({
  paper,
  prevails,
}: Pick<ReviewQueueRow, 'paper' | 'prevails'>): string | undefined => {
  if (paper !== 'expected') return undefined;
  const expected = t('reviews.paper-expected');
  return prevails === undefined ? expected : `${expected}，${t(`reviews.prevails-${prevails}`)}`;
};

export const waitedWords = (row: Pick<ReviewQueueRow, 'waitingDays'>): string =>
  row.waitingDays === 0
    ? t('reviews.waited-today')
    : t('reviews.waited-days', { days: row.waitingDays });

/** From here on the wait itself is worth a mark. */
export const isLongWait = ({ waitingDays }: Pick<ReviewQueueRow, 'waitingDays'>): boolean =>
  waitingDays >= 15;

export const filedWords = (row: Pick<ReviewQueueRow, 'filedAt'>): string =>
  row.filedAt === undefined ? '' : formatInstant(row.filedAt);

const inState = (
  row: Pick<ReviewQueueRow, 'state' | 'returns' | 'double'>,
  state: string,
): boolean => {
  if (state === 'held') return row.state === 'held';
  if (state === 'again') return row.state === 'filed' && row.returns > 0;
  if (state === 'ruling') return row.double === 'disagreed';
  if (state === 'first') return row.state === 'filed' && row.returns === 0;
  return true;
};

/** What was looked for in the names of units and tasks, and in which state. */
export const matchesQueue = (row: ReviewQueueRow, filter: QueueFilter): boolean =>
  inState(row, filter.state) &&
  `${row.organizationName} ${titleOf(row)}`.includes(filter.search.trim());
