/**
 * Owns campaigns: drafts made of parts, their checks and 审签, and the versions that are published
 * and never change.
 */
export { CAMPAIGN_PUBLISHED, CampaignPublishedSchema } from './campaigns.events.ts';
export type { CampaignPublished } from './campaigns.events.ts';
export { createCampaignsRoutes } from './campaigns.routes.ts';
export { createSchemaRoutes } from './packs.routes.ts';
export { archiveEdition, importCampaign } from './usecases/import-campaign.ts';
export type { TakenStep } from './usecases/import-campaign.ts';
export { importDraft } from './usecases/import-draft.ts';
export { toUnitFacts } from './units.domain.ts';
export { versionLabel } from './versions.domain.ts';
export { readDraftCampaign } from './usecases/read-draft-campaign.ts';
export { mayReadDraft } from './usecases/may-read-draft.ts';
export {
  findCampaignRow,
  insertCampaign,
  insertVersion,
  listCampaignRows,
  loadVersion,
  updateCurrentVersion,
} from './versions.repository.ts';
export type { CampaignRow, CampaignVersion } from './versions.repository.ts';
export { createVersionMovesRoutes } from './version-moves.routes.ts';
export type { Movable, Mover, StandingMove } from './usecases/plan-moves.ts';
