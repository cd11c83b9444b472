import type { Approval, ApprovalStep } from '#schema/contracts/approvals.ts';
import type { SignOffPost } from '#schema/contracts/campaign/task.ts';
import { formatDate, formatMoment } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import type { Step, StepState } from '#web/ui/status.component.tsx';

const states: Record<ApprovalStep['state'], StepState> = {
  waiting: 'next',
  current: 'current',
  done: 'done',
  returned: 'returned',
};

const noteOf = (step: ApprovalStep): string | undefined => {
  const paper = step.paper
    ? t('submissions.signed-on-paper', { day: formatDate(step.paper.signedOn) })
    : undefined;
  return [paper, step.comment].filter(Boolean).join('；') || undefined;
};

/** The chain as it stands; a signature on paper says so. */
export const stepsOf = (approval: Approval): Step[] =>
  approval.steps.map((step) => ({
    act: step.title,
    post: step.paper ? undefined : step.actorPost,
    state: states[step.state],
    at: step.at === undefined ? undefined : formatMoment(step.at, 0),
    note: noteOf(step),
  }));

export const postTitle = (post: SignOffPost): string => t(`submissions.post-${post}`);

/** 填报人 → 科室负责人 → 分管领导 → 主要负责人 */
export const chainWords = (posts: readonly SignOffPost[]): string =>
  posts.map(postTitle).join(' → ');

/** Sent back inside the unit: by which post, and why. */
export const innerReturnOf = (approval: Approval | undefined): ApprovalStep | undefined =>
  approval?.state === 'returned'
    ? approval.steps.find(({ state }) => state === 'returned')
    : undefined;
