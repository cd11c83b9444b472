import { citeEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { isEditable } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { commitMove } from './commit-submission.ts';
import type { Moved } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';
import { createNotEditableError } from './not-editable.ts';
import { assertOwnEvidence, assertOwnScans } from './own-evidence.ts';

/**
 * Puts files under one item of the list of materials, in place of those that were there. What is
 * signed must not change after the signature; the stamped scan is made after it.
 */
export async function attachDeliverable(request: {
  context: TenantContext;
  input: { id: string; key: string; evidenceIds: string[]; requestKey?: RequestKey | undefined };
}): Promise<Moved> {
  const { context, input } = request;
  const { submission, task } = await loadSubmission(context, input.id, 'submissions.fill');
  const replay = await findReplay<Moved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const item = task.deliverables?.find((candidate) => candidate.key === input.key);
  if (item === undefined) throw submissionsErrors['submissions.unknown_deliverable']();
  const isAfterSigning =
    item.kind === 'stamped-scan' &&
    (submission.state === 'signing' || submission.state === 'signed');
  if (!isEditable(submission.state) && !isAfterSigning) {
    throw createNotEditableError(submission.state, context.locale);
  }
  const { organizationId } = submission;
  const evidenceIds = [...new Set(input.evidenceIds)];
  const assertOwn = item.kind === 'stamped-scan' ? assertOwnScans : assertOwnEvidence;
  await assertOwn(context, { ids: evidenceIds, organizationId });
  const place = {
    subjectKind: 'submission',
    subjectId: submission.id,
    slot: `deliverables/${item.key}`,
  };
  return commitMove(context, {
    submission,
    update: {
      deliverables: { ...submission.deliverables, [item.key]: evidenceIds },
      state: submission.state === 'due' ? 'draft' : submission.state,
    },
    action: 'evidence.attach',
    facts: { deliverable: item.key, evidenceIds },
    steps: citeEvidence(place, evidenceIds, context.clock.now()),
    requestKey: input.requestKey,
  });
}
