import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { can } from '#schema/contracts/permission.ts';
import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import { currentStep, findApproval } from '#workers/modules/approvals/index.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { CampaignVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Submission } from '../submissions.repository.ts';
import { toSummary } from '../summary.domain.ts';
import { subjectOf } from './load-submission.ts';

/** Rows of a list, as the reader sees them: with the post that holds each and the next step. */
export async function summarize(
  context: TenantContext,
  filings: readonly Submission[],
  names: ReadonlyMap<string, string>,
): Promise<SubmissionSummary[]> {
  const hashes = [...new Set(filings.map(({ versionHash }) => versionHash))];
  const versions = new Map<string, CampaignVersion>();
  for (const hash of hashes) versions.set(hash, await loadVersion(context.db, hash));
  return Promise.all(
    filings.map(async (record) => {
      const version = versions.get(record.versionHash);
      if (version === undefined) throw new Error('a filing without its version');
      const { approvalId } = record;
      const approval =
        record.state === 'signing' && approvalId !== null
          ? await findApproval(context.db, approvalId)
          : undefined;
      const subject = subjectOf(record);
      return toSummary({
        record,
        campaign: version.campaign,
        organizationName: names.get(record.organizationId) ?? '',
        signing: approval && currentStep(approval),
        viewer: {
          maySign: can(context.actor, 'submissions.sign-off', subject),
          mayFill: can(context.actor, 'submissions.fill', subject),
        },
        now: context.clock.now(),
        calendar: officialCalendar,
        cutOff: context.tenant.parameters.cutOffHour,
      });
    }),
  );
}
