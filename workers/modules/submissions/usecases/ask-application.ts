import type { Application, Ask } from '#schema/contracts/filing-applications.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { findAskFault } from '../applications.domain.ts';
import type { AskFault } from '../applications.domain.ts';
import { insertApplication } from '../applications.repository.ts';
import type { StoredApplication } from '../applications.repository.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import type { Submission } from '../submissions.repository.ts';
import { changeOf, postOf } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';

/** 申请更正 or 申请延期: the unit asks with a reason, the office decides. */
export async function askApplication(request: {
  context: TenantContext;
  input: { id: string; ask: Ask; requestKey?: RequestKey | undefined };
}): Promise<Application> {
  const { context, input } = request;
  const { submission } = await loadSubmission(context, input.id, 'submissions.file');
  const replay = await findReplay<Application>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const { ask } = input;
  const fault = findAskFault(submission, ask, context.clock.now());
  if (fault !== undefined) throw refusalOf(fault, submission);
  const application: StoredApplication = {
    id: context.ids.next('apl'),
    submissionId: submission.id,
    organizationId: submission.organizationId,
    kind: ask.kind,
    reason: ask.reason,
    wantedDueOn: ask.kind === 'extension' ? ask.dueOn : null,
    revision: submission.revision,
    state: 'asked',
    askedBy: context.actor.personId,
    askedByPost: postOf(context.actor),
    askedAt: context.clock.now(),
    answer: null,
    decidedBy: null,
    decidedByPost: null,
    decidedAt: null,
  };
  const change = changeOf(context, {
    submission,
    update: {},
    action: ask.kind === 'correction' ? 'submission.correct' : 'submission.extend',
    facts: { applicationId: application.id, step: 'ask', ...ask },
    steps: [insertApplication(application)],
  });
  return commitAnswer(context.writer, change, {
    answer: toApplication(application),
    requestKey: input.requestKey,
    constraints: {
      'submission_applications.submission_id, submission_applications.kind':
        submissionsErrors['submissions.already_asked'],
    },
  });
}

function refusalOf(fault: AskFault, { dueOn }: Submission) {
  const values = { dueOn: dueOn ?? '' };
  switch (fault) {
    case 'not-accepted':
      return submissionsErrors['submissions.nothing_to_correct']();
    case 'not-extendable':
      return submissionsErrors['submissions.not_extendable']();
    case 'expired':
      return submissionsErrors['submissions.extension_after_expiry']({ values });
    case 'not-later':
      return submissionsErrors['submissions.extension_not_later']({ values });
  }
}

export function toApplication(row: StoredApplication): Application {
  const { id, submissionId, kind, reason, revision, state, askedByPost, askedAt } = row;
  return {
    id,
    submissionId,
    kind,
    reason,
    revision,
    state,
    askedByPost,
    askedAt,
    ...(row.wantedDueOn === null ? {} : { wantedDueOn: row.wantedDueOn }),
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.decidedByPost === null ? {} : { decidedByPost: row.decidedByPost }),
    ...(row.decidedAt === null ? {} : { decidedAt: row.decidedAt }),
  };
}
