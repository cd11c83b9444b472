import { dueInstant } from '#plugins/sdk/dates/days.ts';
import type { DecideApplication } from '#schema/contracts/filing-applications.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { decideStored, listApplications } from '../applications.repository.ts';
import type { StoredApplication } from '../applications.repository.ts';
import { isExtendable } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import type { Submission, SubmissionUpdate } from '../submissions.repository.ts';
import { commitMove, postOf } from './commit-submission.ts';
import type { Moved } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';

type Request = {
  context: TenantContext;
  input: {
    id: string;
    applicationId: string;
    decision: DecideApplication;
    requestKey?: RequestKey | undefined;
  };
};

/**
 * The office agrees or says why not. A correction that is agreed to opens the filing again; what was
 * accepted stays as its revision. More time that was asked for in time is granted after it, too.
 */
export async function decideApplication({ context, input }: Request): Promise<Moved> {
  const { submission } = await loadSubmission(context, input.id, 'submissions.review');
  const replay = await findReplay<Moved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const applications = await listApplications(context.db, submission.id);
  const asked = applications.find(({ id }) => id === input.applicationId);
  if (asked === undefined) throw submissionsErrors['submissions.no_application']();
  if (asked.state !== 'asked') throw submissionsErrors['submissions.already_decided']();
  const { decision } = input;
  const state = decision.agree ? ('agreed' as const) : ('declined' as const);
  const answer = decision.agree ? null : decision.answer;
  return commitMove(context, {
    submission,
    update: decision.agree ? agreementOf(context, submission, asked) : {},
    action: asked.kind === 'correction' ? 'submission.correct' : 'submission.extend',
    facts: {
      applicationId: asked.id,
      step: state,
      ...(answer === null ? {} : { answer }),
      ...(asked.wantedDueOn === null ? {} : { from: submission.dueOn, to: asked.wantedDueOn }),
    },
    steps: [
      decideStored(asked.id, {
        state,
        answer,
        decidedBy: context.actor.personId,
        decidedByPost: postOf(context.actor),
        decidedAt: context.clock.now(),
      }),
    ],
    requestKey: input.requestKey,
  });
}

function agreementOf(
  context: TenantContext,
  submission: Submission,
  asked: StoredApplication,
): SubmissionUpdate {
  if (asked.kind === 'correction') {
    if (submission.state !== 'accepted') {
      throw submissionsErrors['submissions.nothing_to_correct']();
    }
    return { state: 'returned', acceptedAt: null, pointsToMend: 0 };
  }
  const { wantedDueOn: dueOn } = asked;
  if (dueOn === null || !isExtendable(submission.state) || submission.firstFiledAt !== null) {
    throw submissionsErrors['submissions.not_extendable']();
  }
  return {
    dueOn,
    dueAt: dueInstant(dueOn, context.tenant.parameters.cutOffHour),
    originalDueOn: submission.originalDueOn ?? submission.dueOn,
    extensionReason: asked.reason,
  };
}
