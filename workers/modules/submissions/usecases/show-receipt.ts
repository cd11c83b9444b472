import type { Text } from '#schema/contracts/campaign/text.ts';
import type { Receipt } from '#schema/contracts/submissions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { listRevisions } from '../submission-revisions.repository.ts';
import type { SubmissionRevision } from '../submission-revisions.repository.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { officeTitle } from '../summary.domain.ts';
import { loadSubmission } from './load-submission.ts';

/** 报送回执 of the newest filing: the unit's proof of what arrived and when. */
export async function showReceipt(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<Receipt> {
  const { context, input } = request;
  const loaded = await loadSubmission(context, input.id, 'submissions.read');
  const [newest] = await listRevisions(context.db, input.id);
  if (newest === undefined) throw submissionsErrors['submissions.no_receipt']();
  const office = officeTitle(loaded.version.campaign, loaded.submission.officeKey);
  return toReceipt(newest, { title: loaded.task.title, office });
}

export function toReceipt(
  revision: SubmissionRevision,
  { title, office }: { title: Text; office: string },
): Receipt {
  return {
    number: revision.receiptNumber,
    filedAt: revision.filedAt,
    office,
    organizationName: revision.organizationName,
    title,
    late: revision.late,
    revision: revision.revision,
    contentHash: revision.contentHash,
    files: revision.evidence.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  };
}
