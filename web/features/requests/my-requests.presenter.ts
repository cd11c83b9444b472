import type { MyRequest } from '#schema/contracts/request-replies.ts';
import { localText, locale, t } from '#web/shared/i18n.ts';

export type Act = { readonly label: string; readonly href: string; readonly isMine: boolean };
export type Remaining = { readonly kind: 'plain' | 'soon' | 'late'; readonly words: string };

type Step = 'sign-for' | 'fill' | 'continue' | 'mend';
const steps: readonly Step[] = ['sign-for', 'fill', 'continue', 'mend'];

export const hrefOf = (row: MyRequest): string => {
  const page = `/requests/${row.requestId}/${row.organizationId}`;
  return row.replyId === undefined ? page : `${page}?reply=${row.replyId}`;
};

/** One button with the next step in words; who may not fill in may still look. */
export const actOf = (row: MyRequest, mayFill: boolean): Act => {
  const step = mayFill ? steps.find((each) => each === row.nextStep) : undefined;
  const label = () => {
    if (step === undefined) return t('requests.step-look');
    if (step !== 'mend') return t(`requests.step-${step}`);
    return t('requests.step-mend', { count: Math.max(1, row.pointsToMend) });
  };
  return { label: label(), href: hrefOf(row), isMine: step !== undefined };
};

const soon = 3;

/** 还有3个工作日 · 今天截止 · 已逾期2个工作日; nothing once it lies with the sender. */
export const remainingOf = (row: MyRequest): Remaining | undefined => {
  const left = row.daysLeft;
  const isOpen = row.state === 'due' || row.state === 'draft';
  if (!left || !isOpen) return undefined;
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

/** 7月17日（周五）17:30, with the advice of a rest day while there is something to plan. */
export const dueWords = (row: MyRequest): string => {
  if (!row.dueLabel) return '';
  const comma = locale() === 'en' ? ', ' : '，';
  const advice = remainingOf(row) && row.dueAdvice ? `${comma}${localText(row.dueAdvice)}` : '';
  return `${localText(row.dueLabel)}${advice}`;
};
