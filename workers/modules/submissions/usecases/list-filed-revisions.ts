import type { FiledRevisions } from '#schema/contracts/filing-applications.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { listApplications } from '../applications.repository.ts';
import { listRevisions } from '../submission-revisions.repository.ts';
import { toApplication } from './ask-application.ts';
import { loadSubmission } from './load-submission.ts';

/** Everything that was ever filed, the newest first, and what was asked about it. */
export async function listFiledRevisions(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<FiledRevisions> {
  const { context, input } = request;
  const { task } = await loadSubmission(context, input.id, 'submissions.read');
  const [revisions, applications] = await Promise.all([
    listRevisions(context.db, input.id),
    listApplications(context.db, input.id),
  ]);
  return {
    items: revisions.map((row) => ({
      revision: row.revision,
      receiptNumber: row.receiptNumber,
      filedAt: row.filedAt,
      filedByPost: row.filedByPost,
      organizationName: row.organizationName,
      late: row.late,
      onBehalf: row.onBehalf === true,
      answers: row.answers,
      title: task.title,
    })),
    applications: applications.map(toApplication),
  };
}
