import type { ApprovalStep } from '#schema/contracts/approvals.ts';
import type { BurdenAnswer, Checks, Draft } from '#schema/contracts/campaigns.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';
import { actAndPost, stepOfRole } from './approval.presenter.ts';
import { headOf } from './draft-parts.ts';

export type IssueStepKey =
  | 'checks'
  | 'burden'
  | 'preview'
  | 'submit'
  | 'countersign'
  | 'issue'
  | 'publish';

export type IssueStep = {
  readonly key: IssueStepKey;
  readonly act: string;
  readonly status: StatusKind;
  readonly detail: string;
};

type Known = {
  draft: Draft;
  checks: Checks | undefined;
  burden: BurdenAnswer | undefined;
};

const step = (key: IssueStepKey, act: string, status: StatusKind, detail: string): IssueStep => ({
  key,
  act,
  status,
  detail,
});

const checksStep = (checks: Checks | undefined): IssueStep => {
  const act = t('campaigns.act-checks');
  if (!checks) return step('checks', act, 'draft', t('campaigns.step-reading'));
  const { counts } = checks;
  return step(
    'checks',
    act,
    counts.error > 0 ? 'late' : counts.warning > 0 ? 'waiting' : 'done',
    t('campaigns.step-counts', counts),
  );
};

const burdenStep = (burden: BurdenAnswer | undefined): IssueStep => {
  const act = t('campaigns.burden');
  if (!burden) return step('burden', act, 'draft', t('campaigns.step-reading'));
  const heaviest = [...burden.rows].sort((left, right) => right.minutes - left.minutes)[0];
  const detail = heaviest ? localText(heaviest.words) : t('campaigns.burden-empty');
  return step('burden', act, burden.isOver ? 'returned' : 'done', detail);
};

const held = (taken: ApprovalStep, doing: string): string => {
  const { post } = actAndPost(taken.title);
  return post === undefined ? doing : t('campaigns.step-with', { doing, post });
};

const submitStep = ({ draft, checks }: Known): IssueStep => {
  const act = t('campaigns.act-submit');
  if (draft.state === 'drafting') {
    if (draft.approval?.state === 'returned') {
      return step('submit', act, 'returned', t('campaigns.step-returned'));
    }
    const errors = checks?.counts.error ?? 0;
    return errors > 0
      ? step('submit', act, 'draft', t('campaigns.step-errors-first', { count: errors }))
      : step('submit', act, 'current', t('campaigns.step-can-submit'));
  }
  const checking = stepOfRole(draft.approval, 'checker');
  return checking?.state === 'current'
    ? step('submit', act, 'waiting', held(checking, t('campaigns.step-checking')))
    : step('submit', act, 'done', t('campaigns.step-checked'));
};

const countersignStep = ({ draft }: Known): IssueStep => {
  const act = t('campaigns.act-countersign');
  const isWanted = headOf(draft)?.body.approval.some(({ role }) => role === 'countersigner');
  if (!isWanted) return step('countersign', act, 'stopped', t('campaigns.step-no-countersign'));
  const taken =
    draft.state === 'drafting' ? undefined : stepOfRole(draft.approval, 'countersigner');
  if (taken?.state === 'current') {
    return step('countersign', act, 'waiting', held(taken, t('campaigns.step-countersigning')));
  }
  return taken?.state === 'done'
    ? step('countersign', act, 'done', t('campaigns.step-countersigned'))
    : step('countersign', act, 'draft', t('campaigns.step-not-yet'));
};

const issueStep = ({ draft }: Known): IssueStep => {
  const act = t('campaigns.act-issue');
  if (draft.issue) return step('issue', act, 'done', draft.issue.number);
  if (draft.state === 'signed') {
    return step('issue', act, 'current', t('campaigns.step-to-register'));
  }
  const signing = draft.state === 'signing' ? stepOfRole(draft.approval, 'signer') : undefined;
  return signing?.state === 'current'
    ? step('issue', act, 'waiting', held(signing, t('campaigns.step-signing')))
    : step('issue', act, 'draft', t('campaigns.step-not-yet'));
};

const publishStep = ({ draft }: Known): IssueStep => {
  const act = t('campaigns.act-publish');
  if (draft.state === 'published')
    return step('publish', act, 'done', t('campaigns.step-published'));
  return draft.state === 'signed' && draft.issue
    ? step('publish', act, 'current', t('campaigns.step-can-publish'))
    : step('publish', act, 'draft', t('campaigns.step-not-yet'));
};

/** 一致性检查 → 负担测算 → 预览 → 提交核稿 → 会签 → 签发登记 → 发布到各单位, each with how it stands. */
export const issueSteps = (known: Known): IssueStep[] => [
  checksStep(known.checks),
  burdenStep(known.burden),
  step('preview', t('previews.title'), 'draft', t('previews.step')),
  submitStep(known),
  countersignStep(known),
  issueStep(known),
  publishStep(known),
];
