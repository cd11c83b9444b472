import { words, type CampaignRule } from '../problem.ts';

/** Whoever drafts does not sign alone: a chain has a drafter, a checker and a signer. */
export const approvalChain: CampaignRule = (campaign) => {
  const roles = new Set(campaign.approval.map(({ role }) => role));
  const names = { drafter: '拟稿', checker: '核稿', signer: '签发' } as const;
  return (['drafter', 'checker', 'signer'] as const)
    .filter((role) => !roles.has(role))
    .map((role) => ({
      severity: 'error' as const,
      code: 'approval.incomplete',
      path: 'approval',
      message: words(`审签环节缺少${names[role]}`, `The chain of approval has no ${role}`),
      mend: words('请补上该环节', 'Add that step'),
    }));
};
