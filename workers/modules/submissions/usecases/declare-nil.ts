import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { isEditable } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { commitMove } from './commit-submission.ts';
import type { Moved } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';
import { createNotEditableError } from './not-editable.ts';

/** 零报告: nothing happened in the period, said in one click, and taken back the same way. */
export async function declareNil(request: {
  context: TenantContext;
  input: { id: string; nil: boolean; requestKey?: RequestKey | undefined };
}): Promise<Moved> {
  const { context, input } = request;
  const { submission, task } = await loadSubmission(context, input.id, 'submissions.fill');
  const replay = await findReplay<Moved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (task.nilReturn !== true) throw submissionsErrors['submissions.no_nil_return']();
  if (!isEditable(submission.state)) throw createNotEditableError(submission.state, context.locale);
  return commitMove(context, {
    submission,
    update: {
      nil: input.nil,
      state: submission.state === 'due' ? 'draft' : submission.state,
    },
    action: 'submission.save',
    facts: { nil: input.nil },
    requestKey: input.requestKey,
  });
}
