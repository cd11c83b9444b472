import { can } from '#schema/contracts/permission.ts';
import type { Refreshed, RefreshProposals } from '#schema/contracts/proposals.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import { listAskedUnits } from '#workers/modules/scoring/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { proposalsErrors } from '../proposals.errors.ts';
import { refreshUnits } from './refresh-unit.ts';
import { unitsATick } from './sweep-proposals.ts';

/** 重新核对: one unit, or the next part of all of them; `next` says where to go on. */
export async function refreshProposals(request: {
  context: TenantContext;
  input: RefreshProposals;
}): Promise<Refreshed> {
  const { context, input } = request;
  const { campaignId, organizationId } = input;
  if (organizationId === undefined) assertCan(context.actor, 'proposals.decide', {});
  else await assertUnit(context, organizationId);
  const campaign = await findCampaignRow(context.db, campaignId);
  if (campaign === undefined) throw proposalsErrors['proposals.unknown_campaign']();
  if (campaign.state !== 'running') return { checked: 0, raised: 0, lapsed: 0 };
  const version = await loadVersion(context.db, campaign.currentHash);
  const { after } = input;
  const organizationIds =
    organizationId === undefined
      ? await listAskedUnits(context.db, { campaignId, after, limit: unitsATick })
      : [organizationId];
  const counts = await refreshUnits(context, { campaign, version, organizationIds });
  const last = organizationIds.length < unitsATick ? undefined : organizationIds.at(-1);
  return { ...counts, ...(last === undefined ? {} : { next: last }) };
}

async function assertUnit(context: TenantContext, organizationId: string): Promise<void> {
  const unit = await findOrganization(context.db, organizationId);
  const subject = unit && { organizationId, paths: unit.paths };
  if (subject === undefined || !can(context.actor, 'proposals.read', subject)) {
    throw proposalsErrors['proposals.unknown_unit']();
  }
  assertCan(context.actor, 'proposals.decide', subject);
}
