import * as v from 'valibot';
import { CampaignIdSchema } from '#schema/contracts/campaigns.ts';

export const CAMPAIGN_PUBLISHED = 'campaign.published';

/** A version came into force; `previousHash` is the one it amends. */
export const CampaignPublishedSchema = v.object({
  campaignId: CampaignIdSchema,
  hash: v.string(),
  previousHash: v.nullable(v.string()),
});
export type CampaignPublished = v.InferOutput<typeof CampaignPublishedSchema>;
