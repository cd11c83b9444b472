import { rangeOf } from '#schema/contracts/permission.ts';
import type { SubmissionList } from '#schema/contracts/submissions.ts';
import { findCampaignRow } from '#workers/modules/campaigns/index.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { listInCampaign } from '../submissions.repository.ts';
import { summarize } from './summarize.ts';

/** Every filing of one unit under one campaign, by due date; nothing of a unit out of range. */
export async function listOfUnit(request: {
  context: TenantContext;
  input: { campaign: string; organization: string };
}): Promise<SubmissionList> {
  const { context, input } = request;
  assertHolds(context.actor, 'submissions.read');
  const campaign = await findCampaignRow(context.db, input.campaign);
  if (campaign === undefined) throw submissionsErrors['submissions.not_found']();
  const filings = await listInCampaign(context.db, {
    campaignId: campaign.id,
    organizationId: input.organization,
    range: rangeOf(context.actor, 'submissions.read'),
  });
  const units = await findOrganizations(context.db, [input.organization]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return { asOf: context.clock.now(), items: await summarize(context, filings, names) };
}
