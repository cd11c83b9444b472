import { rangeOf } from '#schema/contracts/permission.ts';
import type { SubmissionList } from '#schema/contracts/submissions.ts';
import { findCampaignRow } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { unfiledQuery } from '../unfiled.repository.ts';
import { summarize } from './summarize.ts';

/** 代报名单: who has not sent off a task, among the units that the reader may fill in for. */
export async function listUnfiled(request: {
  context: TenantContext;
  input: { campaign: string; task: string };
}): Promise<SubmissionList> {
  const { context, input } = request;
  assertHolds(context.actor, 'submissions.fill');
  const campaign = await findCampaignRow(context.db, input.campaign);
  if (campaign === undefined) throw submissionsErrors['submissions.not_found']();
  const range = rangeOf(context.actor, 'submissions.fill');
  const found = await unfiledQuery(context.db, {
    campaignId: campaign.id,
    task: input.task,
    range,
  });
  const names = new Map(found.map((row) => [row.organizationId, row.organizationName]));
  return { asOf: context.clock.now(), items: await summarize(context, found, names) };
}
