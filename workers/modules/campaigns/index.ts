/**
 * Owns campaigns: drafts made of parts, their checks and 审签, and the versions that are published
 * and never change.
 */
export { CAMPAIGN_PUBLISHED, CampaignPublishedSchema } from './campaigns.events.ts';
export type { CampaignPublished } from './campaigns.events.ts';
export {
  findCampaignRow,
  insertCampaign,
  insertVersion,
  listCampaignRows,
  listVersions,
  loadVersion,
} from './versions.repository.ts';
export type { CampaignRow, CampaignVersion } from './versions.repository.ts';
