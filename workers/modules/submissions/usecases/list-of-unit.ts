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
  const [campaign, filings, units] = await Promise.all([
    findCampaignRow(context.db, input.campaign),
    listInCampaign(context.db, {
      campaignId: input.campaign,
      organizationId: input.organization,
      range: rangeOf(context.actor, 'submissions.read'),
    }),
    findOrganizations(context.db, [input.organization]),
  ]);
  if (campaign === undefined) throw submissionsErrors['submissions.not_found']();
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return { asOf: context.clock.now(), items: await summarize(context, filings, names) };
}
