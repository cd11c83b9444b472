import type { Approval, ApprovalStep } from '#schema/contracts/approvals.ts';
import type { Draft, DraftSummary } from '#schema/contracts/campaigns.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import type { Permission } from '#web/shared/permissions.ts';
import type { Step, StepState } from '#web/ui/status.component.tsx';

const permissions: Readonly<Record<string, Permission>> = {
  drafter: 'campaigns.draft',
  checker: 'campaigns.check',
  countersigner: 'campaigns.countersign',
  signer: 'campaigns.sign',
};

/** What a post needs to take a step on line; the server asks for the same. */
export const permissionOfRole = (role: string): Permission | undefined => permissions[role];

/** 核稿（办公室） → 核稿 and 办公室. */
export const actAndPost = (title: string): { act: string; post: string | undefined } => {
  const match = /^(.+?)（(.+)）$/.exec(title);
  return match?.[1] === undefined
    ? { act: title, post: undefined }
    : { act: match[1], post: match[2] };
};

const states: Record<ApprovalStep['state'], StepState> = {
  waiting: 'next',
  current: 'current',
  done: 'done',
  returned: 'returned',
};

const atOf = (step: ApprovalStep): string | undefined => {
  if (step.mode === 'paper' && step.paper) {
    return t('campaigns.signed-on-paper', { day: formatDate(step.paper.signedOn) });
  }
  return step.at === undefined ? undefined : formatInstant(step.at);
};

/** The chain as the kit shows it; who signed is a post, never a person. */
export const toSteps = (approval: Pick<Approval, 'steps'>): Step[] =>
  approval.steps.map((step) => {
    const { act, post } = actAndPost(step.title);
    const signer = step.paper?.signerPost ?? step.actorPost;
    return {
      act,
      post: signer ?? post,
      state: states[step.state],
      at: atOf(step),
      note: step.comment,
    };
  });

export const stepOfRole = (
  approval: Approval | undefined,
  role: string,
): ApprovalStep | undefined => approval?.steps.find((step) => step.role === role);

export const currentStepOf = (
  draft: Pick<Draft, 'state' | 'approval'>,
): ApprovalStep | undefined =>
  draft.state === 'signing'
    ? draft.approval?.steps.find(({ state }) => state === 'current')
    : undefined;

type MayDo = (permission: Permission) => boolean;

/** Whether a draft on the list waits for what this person's post does. */
export const waitsForMe = (draft: DraftSummary, may: MayDo): boolean => {
  if (draft.state === 'signed') return may('campaigns.publish');
  if (draft.state !== 'signing' || !draft.waitsFor) return false;
  const permission = permissionOfRole(draft.waitsFor.role);
  return permission !== undefined && may(permission);
};

/** The act a waiting draft asks for: 核稿, 会签, 签发, or 签发登记和发布. */
export const waitingAct = (draft: DraftSummary): string =>
  draft.waitsFor ? actAndPost(draft.waitsFor.title).act : t('campaigns.act-issue-and-publish');
