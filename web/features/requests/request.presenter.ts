import type { RequestCounts, RequestSummary } from '#schema/contracts/request-overview.ts';
import type { ReplyRow, ReplyState } from '#schema/contracts/request-replies.ts';
import type { RequestContent, RequestDraft, RequestState } from '#schema/contracts/requests.ts';
import { dayOf, daysBetween, formatDate, formatDay } from '#web/shared/dates.ts';
import { localText, locale, t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

type Shown = { readonly kind: StatusKind; readonly words: string };

const requestKinds: Record<RequestState, StatusKind> = {
  drafting: 'draft',
  signing: 'waiting',
  signed: 'current',
  issued: 'current',
  closed: 'done',
  cancelled: 'stopped',
};

export const requestStatus = (state: RequestState): Shown => ({
  kind: requestKinds[state],
  words: t(`requests.state-${state}`),
});

const replyKinds: Record<ReplyState, StatusKind> = {
  due: 'draft',
  draft: 'current',
  filed: 'waiting',
  returned: 'returned',
  accepted: 'done',
  excused: 'stopped',
};

export const replyStatus = (state: ReplyState): Shown => ({
  kind: replyKinds[state],
  words: t(`requests.reply-${state}`),
});

/** 7月17日（周五）17:30, as the deadline was set. */
export const deadlineWords = (summary: Pick<RequestSummary, 'deadline' | 'dueLabel'>): string => {
  if (summary.dueLabel) return localText(summary.dueLabel);
  const { deadline } = summary;
  return deadline ? `${formatDay(deadline.on)}${deadline.hour}` : t('requests.none-yet');
};

/** 7月17日（周五）17:30: the due moment of one reply, which an extension may have moved. */
export const dueMoment = ({ dueOn, dueAt }: Pick<ReplyRow, 'dueOn' | 'dueAt'>): string => {
  const isEndOfDay = dayOf(dueAt) > dueOn;
  return `${formatDay(dueOn)}${isEndOfDay ? '24:00' : timeOf(dueAt)}`;
};

const shanghaiOffset = 8 * 3_600_000;
const timeOf = (instant: number): string =>
  new Date(instant + shanghaiOffset).toISOString().slice(11, 16);

/** 批示：… 国卫办医函〔2026〕9号，2026年6月26日 */
export const basisWords = (basis: NonNullable<RequestDraft['basis']>): string => {
  const kind = t(`requests.basis-${basis.kind}`);
  const rest = [basis.number, basis.on && formatDate(basis.on)].filter(Boolean);
  const isEnglish = locale() === 'en';
  const tail =
    rest.length === 0 ? '' : isEnglish ? ` (${rest.join(', ')})` : `（${rest.join('，')}）`;
  return `${kind}${isEnglish ? ': ' : '：'}${basis.words}${tail}`;
};

export const repeatsWords = ({ repeats }: Pick<RequestContent, 'repeats'>): string =>
  repeats
    ? t(`requests.every-${repeats.every}-until`, { day: formatDate(repeats.until) })
    : t('requests.once');

type Late = Pick<ReplyRow, 'late' | 'state' | 'dueOn' | 'filedAt'>;

/** 逾期3天 · 当日逾期; nothing for what came in time or is not asked for. */
export const lateWords = (row: Late, asOf: number): string => {
  if (!row.late || row.state === 'excused') return '';
  const until = row.state === 'filed' || row.state === 'accepted' ? (row.filedAt ?? asOf) : asOf;
  const days = daysBetween(row.dueOn, dayOf(until));
  return days > 0 ? t('requests.late-days', { days }) : t('requests.late-today');
};

/** The sentence over the replies; each figure leads to its list. */
export type Figure = { readonly words: string; readonly query?: string | undefined };

export const countFigures = (counts: RequestCounts): Figure[] => [
  { words: t('requests.figure-due', { count: counts.due }), query: '' },
  { words: t('requests.figure-replied', { count: counts.replied }) },
  { words: t('requests.figure-accepted', { count: counts.accepted }), query: '?state=accepted' },
  { words: t('requests.figure-outstanding', { count: counts.outstanding }) },
  {
    words: t('requests.figure-overdue', { count: counts.overdue, units: counts.overdueUnits }),
    query: '?overdue=true',
  },
  { words: t('requests.figure-excused', { count: counts.excused }), query: '?state=excused' },
];

/** `due = replied + outstanding + excused` is what the numbers of a list have to add up to. */
export const countWords = (counts: RequestCounts | undefined, key: keyof RequestCounts): string =>
  counts === undefined ? '—' : String(counts[key]);
