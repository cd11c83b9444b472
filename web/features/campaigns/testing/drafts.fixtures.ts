import { splitCampaign } from '#plugins/sdk/parts.ts';
import { smallCampaign } from '#plugins/sdk/testing/campaign.fixtures.ts';
import { smallScorecard } from '#plugins/sdk/testing/scorecard.fixtures.ts';
import type { Approval, ApprovalStep } from '#schema/contracts/approvals.ts';
import type { Checks, Draft } from '#schema/contracts/campaigns.ts';

const at = Date.parse('2026-07-08T10:00:00+08:00');

/** The draft of a small campaign as the server answers it. */
export const smallDraft = (changes: Partial<Draft> = {}): Draft => ({
  id: `drf_${'0'.repeat(26)}`,
  title: '2020年行业作风建设专项行动',
  year: 2020,
  state: 'drafting',
  origin: { from: 'template', plugin: 'dong', year: 2020 },
  version: 1,
  updatedAt: at,
  parts: splitCampaign(smallCampaign({ scorecards: [smallScorecard()] })).map((part) => ({
    ...part,
    version: 1,
    changedAt: at,
    changedByPost: '行风办拟稿岗',
  })),
  toReview: [],
  ...changes,
});

const step = (role: string, title: string, state: ApprovalStep['state']): ApprovalStep => ({
  key: role,
  role,
  title,
  state,
});

/** The chain of the small campaign with the checker's step in the given state. */
export const chain = (
  checking: ApprovalStep['state'],
  changes: Partial<Approval> = {},
): Approval => ({
  id: `apr_${'0'.repeat(26)}`,
  subjectKind: 'campaign-draft',
  subjectId: `drf_${'0'.repeat(26)}`,
  contentHash: 'hash',
  state: 'open',
  version: 1,
  createdAt: at,
  steps: [
    step('drafter', '拟稿（医政科）', 'done'),
    step('checker', '核稿（办公室）', checking),
    step('signer', '签发（分管领导）', checking === 'done' ? 'current' : 'waiting'),
  ],
  ...changes,
});

const saturday = (task: string): Checks['problems'][number] => ({
  severity: 'warning',
  code: 'dates.rest-day',
  path: `tasks/${task}/due`,
  clause: 'self-check',
  message: { zh: '截止日为周六，建议改为11月13日或说明', en: 'The due day is a Saturday' },
  mend: { zh: '固定日期不因休息日自动顺延', en: 'A fixed date does not move' },
});

export const oneWarning: Checks = {
  counts: { error: 0, warning: 1, hint: 0 },
  problems: [saturday('self-check-report')],
};
