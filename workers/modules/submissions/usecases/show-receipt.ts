import type { Task } from '#schema/contracts/campaign/task.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { Receipt } from '#schema/contracts/submissions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { listRevisions } from '../submission-revisions.repository.ts';
import type { SubmissionRevision } from '../submission-revisions.repository.ts';
import { prevailingOf } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import type { Submission } from '../submissions.repository.ts';
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
  const paper = paperOfReceipt(loaded.task, loaded.submission);
  return toReceipt(newest, { title: loaded.task.title, office, paper });
}

/** The part that the paper plays on the receipt, with the day it came and what that day means. */
export function paperOfReceipt(
  task: Task,
  submission: Pick<Submission, 'paper' | 'onTime'>,
): PaperOnReceipt | undefined {
  const prevails = prevailingOf(task);
  if (prevails === undefined) return undefined;
  const receivedOn = submission.paper?.receivedOn;
  const counted = prevails === 'paper' && submission.onTime !== null;
  return {
    prevails,
    ...(receivedOn === undefined ? {} : { receivedOn }),
    ...(counted ? { late: submission.onTime === false } : {}),
  };
}

type PaperOnReceipt = NonNullable<Receipt['paper']> & { late?: boolean };

export function toReceipt(
  revision: SubmissionRevision,
  { title, office, paper }: { title: Text; office: string; paper?: PaperOnReceipt | undefined },
): Receipt {
  const { late = revision.late, ...shown } = paper ?? { prevails: undefined };
  return {
    number: revision.receiptNumber,
    filedAt: revision.filedAt,
    office,
    organizationName: revision.organizationName,
    title,
    late,
    revision: revision.revision,
    contentHash: revision.contentHash,
    ...(shown.prevails === undefined ? {} : { paper: { ...shown, prevails: shown.prevails } }),
    files: revision.evidence.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  };
}
