import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { isOnBehalf } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { commitMove, postOf } from './commit-submission.ts';
import type { Moved } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';

/** 认领: the unit takes over, as it stands, what the authority filed on its behalf. */
export async function claimFiling(request: {
  context: TenantContext;
  input: { id: string; requestKey?: RequestKey | undefined };
}): Promise<Moved> {
  const { context, input } = request;
  const { submission } = await loadSubmission(context, input.id, 'submissions.file');
  const replay = await findReplay<Moved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const isUnit = !isOnBehalf(context.actor.grants, submission.organizationId);
  if (!isUnit || !submission.onBehalf || submission.claimed !== null) {
    throw submissionsErrors['submissions.nothing_to_claim']();
  }
  const claimed = { post: postOf(context.actor), at: context.clock.now() };
  return commitMove(context, {
    submission,
    update: { claimed },
    action: 'submission.delegate',
    facts: { claimed: true, revision: submission.revision },
    requestKey: input.requestKey,
  });
}
