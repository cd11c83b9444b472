import { describeDifferences } from '#plugins/sdk/differences/differences.ts';
import type { DraftChanges } from '#schema/contracts/campaigns.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { listParts } from '../draft-parts.repository.ts';
import { toCampaign } from '../parts.domain.ts';
import { findCampaignRow, loadVersion } from '../versions.repository.ts';
import { loadDraft } from './load-draft.ts';

/** 修订说明 as it would be published now; a draft that amends nothing changes nothing. */
export async function listChanges(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<DraftChanges> {
  const { context, input } = request;
  const draft = await loadDraft(context, input.id, 'campaigns.read');
  if (draft.amendsCampaignId === null) return { items: [] };
  const row = await findCampaignRow(context.db, draft.amendsCampaignId);
  if (row === undefined) return { items: [] };
  const { campaign } = await loadVersion(context.db, row.currentHash);
  const after = toCampaign(await listParts(context.db, draft.id));
  return { items: describeDifferences(campaign, after).map(({ message }) => message) };
}
