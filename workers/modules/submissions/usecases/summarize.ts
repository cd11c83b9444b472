import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { can } from '#schema/contracts/permission.ts';
import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import { currentStep, findApproval } from '#workers/modules/approvals/index.ts';
import type { StoredApproval } from '#workers/modules/approvals/index.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { CampaignVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { listAsked } from '../applications.repository.ts';
import { departmentsOf } from '../parts.repository.ts';
import { holdsPost } from '../sign-off-posts.domain.ts';
import type { SubmissionRow } from '../submissions.repository.ts';
import { toSummary } from '../summary.domain.ts';
import { subjectOf } from './load-submission.ts';

/**
 * Rows of a list, as the reader sees them: with the post that holds each and the next step. The names
 * of the units may still be under way: they are read beside the rest.
 */
export async function summarize(
  context: TenantContext,
  filings: readonly SubmissionRow[],
  names: ReadonlyMap<string, string> | Promise<ReadonlyMap<string, string>>,
): Promise<SubmissionSummary[]> {
  const hashes = [...new Set(filings.map(({ versionHash }) => versionHash))];
  const ids = filings.map(({ id }) => id);
  const [loaded, asked, departments, nameOf] = await Promise.all([
    Promise.all(hashes.map(async (hash) => [hash, await loadVersion(context.db, hash)] as const)),
    listAsked(context.db, ids),
    departmentsOf(context.db, ids),
    names,
  ]);
  const versions = new Map<string, CampaignVersion>(loaded);
  return Promise.all(
    filings.map(async (record) => {
      const version = versions.get(record.versionHash);
      if (version === undefined) throw new Error('a filing without its version');
      const { approvalId } = record;
      const approval =
        record.state === 'signing' && approvalId !== null
          ? await findApproval(context.db, approvalId)
          : undefined;
      const signing = approval && currentStep(approval);
      const subject = subjectOf(record);
      return toSummary({
        record,
        asked: asked.get(record.id),
        departments: departments.get(record.id),
        campaign: version.campaign,
        organizationName: nameOf.get(record.organizationId) ?? '',
        signing,
        viewer: {
          maySign: maySign(context, record, approval),
          mayFile: can(context.actor, 'submissions.file', subject),
        },
        now: context.clock.now(),
        calendar: officialCalendar,
        cutOff: context.tenant.parameters.cutOffHour,
      });
    }),
  );
}

/**
 * The signature is asked of who holds the post whose turn it is and has not signed before, not of
 * everybody who may sign.
 */
function maySign(
  { actor }: TenantContext,
  record: SubmissionRow,
  approval: StoredApproval | undefined,
): boolean {
  const current = approval && currentStep(approval);
  if (approval === undefined || current === undefined) return false;
  return (
    can(actor, 'submissions.sign-off', subjectOf(record)) &&
    holdsPost(actor.grants, record.organizationId, current.role) &&
    !approval.steps.some((step) => step.mode === 'online' && step.actorId === actor.personId)
  );
}
