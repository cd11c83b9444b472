import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { listParts } from '../draft-parts.repository.ts';
import { toCampaign } from '../parts.domain.ts';
import { loadDraft } from './load-draft.ts';

/** A draft as the campaign that it would become. */
export async function readDraftCampaign(
  context: Pick<TenantContext, 'actor' | 'db'>,
  id: string,
): Promise<Campaign> {
  const draft = await loadDraft(context, id, 'campaigns.read');
  return toCampaign(await listParts(context.db, draft.id));
}
