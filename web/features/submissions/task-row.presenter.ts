import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import { formatDue } from '#web/shared/dates.ts';
import { locale, localText, t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

export type Viewer = {
  readonly mayFill: boolean;
  readonly maySign: boolean;
  /** Answers for the filing: starts the sign-off, takes it back, files and mends. */
  readonly mayFile: boolean;
};

const statusKinds: Record<SubmissionSummary['state'], StatusKind> = {
  due: 'draft',
  draft: 'current',
  signing: 'waiting',
  signed: 'current',
  filed: 'waiting',
  held: 'waiting',
  returned: 'returned',
  accepted: 'done',
  exempt: 'stopped',
};

export const statusOf = (summary: SubmissionSummary): { kind: StatusKind; words: string } => ({
  kind: statusKinds[summary.state],
  words: t(`submissions.state-${summary.state}`),
});

/** What was filed last is what the office has: not returned, nor on its way again. */
export const isWithOffice = ({ state }: SubmissionSummary): boolean =>
  state === 'filed' || state === 'held' || state === 'accepted';

const hasArrived = (summary: SubmissionSummary) =>
  isWithOffice(summary) || summary.state === 'returned';

/**
 * 11月15日（周日）24:00, with the year unless it is `thisYear`; where the document gives no day, its
 * own words.
 */
export const dueWords = (summary: SubmissionSummary, thisYear?: string): string => {
  if (!summary.dueOn) return t('submissions.undated', { wording: summary.dueWording });
  const day = summary.dueLabel ? localText(summary.dueLabel) : formatDue(summary.dueOn);
  const year = summary.dueOn.slice(0, 4);
  return year === thisYear ? day : t('submissions.day-of-year', { year, day });
};

export const wasMoved = (summary: SubmissionSummary): boolean =>
  summary.originalDueOn !== undefined && summary.originalDueOn !== summary.dueOn;

/** ，建议周五前: while there is still something to plan. */
export const adviceWords = (summary: SubmissionSummary): string =>
  remainingOf(summary) && summary.dueAdvice
    ? `${locale() === 'en' ? ', ' : '，'}${localText(summary.dueAdvice)}`
    : '';

export type Remaining = { readonly kind: 'plain' | 'soon' | 'late'; readonly words: string };

const soon = 3;

/** 还有3个工作日 · 今天截止 · 已逾期2个工作日; nothing once it has arrived. */
export const remainingOf = (summary: SubmissionSummary): Remaining | undefined => {
  const left = summary.daysLeft;
  if (!left || hasArrived(summary) || summary.state === 'exempt') return undefined;
  if (left.overdue) {
    const words =
      left.days === 0
        ? t('submissions.just-overdue')
        : t('submissions.overdue-days', { days: left.days });
    return { kind: 'late', words };
  }
  if (left.days === 0) return { kind: 'soon', words: t('submissions.due-today') };
  const words = t('submissions.days-left', { days: left.days });
  return { kind: left.days <= soon ? 'soon' : 'plain', words };
};

const holderName = ({ holder, nextStep }: SubmissionSummary, viewer: Viewer): string => {
  if (holder.kind === 'filler') {
    return viewer.mayFile ? t('submissions.holder-me') : t('submissions.post-filler');
  }
  return nextStep === 'sign' ? t('submissions.holder-me') : holder.title;
};

/** 当前在谁手里, from where this person sits. */
export const holderWords = (summary: SubmissionSummary, viewer: Viewer): string =>
  summary.holder.kind === 'nobody'
    ? t('submissions.holder-nobody')
    : t('submissions.holder', { holder: holderName(summary, viewer) });

export type Act = { readonly label: string; readonly href: string; readonly isMine: boolean };

const label = (summary: SubmissionSummary, step: NextStep | 'look'): string =>
  step === 'mend'
    ? t('submissions.step-mend', { count: Math.max(1, summary.pointsToMend) })
    : t(`submissions.step-${step}`);

type NextStep = SubmissionSummary['nextStep'];

const filling = new Set<NextStep>(['fill', 'continue', 'mend']);
const answering = new Set<NextStep>(['print-sheet', 'file', 'send-paper']);

/** Whoever only helps to fill goes on filling where the clerk mends what the office asked for. */
const stepFor = ({ nextStep }: SubmissionSummary, viewer: Viewer): NextStep | 'look' => {
  if (filling.has(nextStep) && !viewer.mayFill) return 'look';
  if (answering.has(nextStep) && !viewer.mayFile) return 'look';
  return nextStep === 'mend' && !viewer.mayFile ? 'continue' : nextStep;
};

/** One button, with the next step in words; who has nothing to do here may still look. */
export const actOf = (summary: SubmissionSummary, viewer: Viewer): Act => {
  const step = stepFor(summary, viewer);
  const place = step === 'print-sheet' ? '/sign-off-sheet' : '';
  return {
    label: label(summary, step),
    href: `/submissions/${summary.id}${place}`,
    isMine: step === 'sign' || (step !== 'look' && (filling.has(step) || answering.has(step))),
  };
};
