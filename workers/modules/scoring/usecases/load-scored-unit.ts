import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { can } from '#schema/contracts/permission.ts';
import type { Subject } from '#schema/contracts/permission.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { CampaignRow, CampaignVersion } from '#workers/modules/campaigns/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import { isScoredKind } from '#workers/modules/reviews/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { listScoredFilings } from '../scoring.repository.ts';
import type { ScoredFilingRow } from './score-units.ts';

export type LoadedUnit = { unit: Organization; subject: Subject };
export type LoadedScoring = LoadedUnit & {
  campaign: CampaignRow;
  version: CampaignVersion;
  filings: readonly ScoredFilingRow[];
};

/** A unit for who may see its score; unknown to everybody else. */
export async function loadUnit(
  context: TenantContext,
  organizationId: string,
): Promise<LoadedUnit> {
  const unit = await findOrganization(context.db, organizationId);
  if (unit === undefined) throw scoringErrors['scoring.unknown_unit']();
  const subject: Subject = { organizationId, paths: unit.paths };
  if (!can(context.actor, 'scoring.read', subject)) throw scoringErrors['scoring.unknown_unit']();
  return { unit, subject };
}

/** A unit that a campaign scores, under the version in force: it is asked for filings at all. */
export async function loadScoring(
  context: TenantContext,
  loaded: LoadedUnit,
  campaignId: string,
): Promise<LoadedScoring> {
  const { unit } = loaded;
  const [campaign, filings] = await Promise.all([
    findCampaignRow(context.db, campaignId),
    listScoredFilings(context.db, { campaignId, organizationIds: [unit.id] }),
  ]);
  if (campaign === undefined) throw scoringErrors['scoring.unknown_campaign']();
  const version = await loadVersion(context.db, campaign.currentHash);
  const isScored = version.campaign.scorecards.length > 0 && isScoredKind(unit.kind);
  if (!isScored || filings.length === 0) throw scoringErrors['scoring.not_scored']();
  return { ...loaded, campaign, version, filings };
}

/** One of the version's scorecards, the first where none is named. */
export function cardOf({ version }: LoadedScoring, key: string | undefined): Scorecard {
  const { scorecards } = version.campaign;
  const card = key === undefined ? scorecards[0] : scorecards.find((each) => each.key === key);
  if (card === undefined) throw scoringErrors['scoring.not_scored']();
  return card;
}
