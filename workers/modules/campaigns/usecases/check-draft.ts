import { countProblems } from '#plugins/sdk/check/check-campaign.ts';
import type { Checks } from '#schema/contracts/campaigns.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { listParts } from '../draft-parts.repository.ts';
import { toCampaign } from '../parts.domain.ts';
import { findProblems } from './find-problems.ts';
import { loadDraft } from './load-draft.ts';

/** 一致性检查（0 错 3 提示） of a draft as it stands now. */
export async function checkDraft(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<Checks> {
  const { context, input } = request;
  const draft = await loadDraft(context, input.id, 'campaigns.read');
  const campaign = toCampaign(await listParts(context.db, draft.id));
  const amends = draft.amendsCampaignId;
  const issuedOn = draft.issue?.signedOn;
  const problems = await findProblems(context, { campaign, amends, issuedOn });
  return { counts: countProblems(problems), problems };
}
