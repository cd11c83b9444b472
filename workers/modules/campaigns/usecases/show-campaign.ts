import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { CampaignDetail, VersionList } from '#schema/contracts/campaign-outline.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { toOutline } from '../outline.domain.ts';
import { toSummary, versionLabel } from '../versions.domain.ts';
import { findCampaignRow, listVersions, loadVersion } from '../versions.repository.ts';
import type { CampaignRow } from '../versions.repository.ts';

/** A campaign as its document reads: clause by clause, with what hangs on each. */
export async function showCampaign(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<CampaignDetail> {
  const { context, input } = request;
  const row = await loadCampaign(context, input.id);
  const version = await loadVersion(context.db, row.currentHash);
  return {
    summary: toSummary(row, version),
    ...toOutline({ ...version, calendar: officialCalendar }),
    changes: [...version.changes],
  };
}

/** Every version of a campaign with its 修订说明, the newest first. */
export async function showVersions(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<VersionList> {
  const { context, input } = request;
  const { id } = await loadCampaign(context, input.id);
  const versions = await listVersions(context.db, id);
  return {
    items: versions.map(({ hash, number, publishedAt, issue, campaign, changes }) => ({
      hash,
      number,
      label: versionLabel({ number, publishedAt }),
      publishedAt,
      issueNumber: issue?.number ?? campaign.document.number,
      changes: [...changes],
    })),
  };
}

async function loadCampaign(context: TenantContext, id: string): Promise<CampaignRow> {
  assertHolds(context.actor, 'campaigns.read');
  const row = await findCampaignRow(context.db, id);
  if (row === undefined) throw campaignsErrors['campaigns.not_found']();
  return row;
}
