import { moveByOpening } from '#workers/modules/approvals/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { findObstacles, signOffChain, signedText } from '../content.domain.ts';
import { isEditable } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { assertExplained } from './assert-explained.ts';
import { assertPartsBack } from './close-part.ts';
import { commitMove } from './commit-submission.ts';
import type { Moved } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';
import { createNotEditableError } from './not-editable.ts';

/** 院内审签: everything is checked first; the filler's own step is taken by submitting. */
export async function startSignOff(request: {
  context: TenantContext;
  input: { id: string; requestKey?: RequestKey | undefined };
}): Promise<Moved> {
  const { context, input } = request;
  const loaded = await loadSubmission(context, input.id, 'submissions.file');
  const { submission, task, form } = loaded;
  const replay = await findReplay<Moved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (!isEditable(submission.state)) throw createNotEditableError(submission.state, context.locale);
  await assertPartsBack(context, submission.id);
  const errors = findObstacles(
    { task, form, content: submission, stage: 'sign-off' },
    context.locale,
  );
  if (errors.length > 0) {
    const values = { count: errors.length };
    throw submissionsErrors['submissions.incomplete']({ values, errors });
  }
  await assertExplained(context, loaded);
  const contentHash = await hashHex(signedText(task, form, submission));
  const move = moveByOpening(context, {
    subject: { kind: 'submission', id: submission.id, organizationId: submission.organizationId },
    contentHash,
    chain: signOffChain(task),
    takesFirst: task.signOff[0] === 'filler',
  });
  const { approvalId } = move.update;
  return commitMove(context, {
    submission,
    ...move,
    update: { state: move.completed ? 'signed' : 'signing', approvalId },
    action: 'submission.sign-off',
    requestKey: input.requestKey,
  });
}
