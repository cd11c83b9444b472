import { dayAt, dueInstant, startOfDay } from '#plugins/sdk/dates/days.ts';
import type { PaperRegistration } from '#schema/contracts/evidence.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import type { Locale } from '#workers/platform/http/locale.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { hasPassed, isExtendable, isOnTime, waitsForPaper } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import type { Submission, SubmissionUpdate } from '../submissions.repository.ts';
import { commitMove } from './commit-submission.ts';
import type { Moved } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';

type Keyed = { id: string; requestKey?: RequestKey | undefined };

const laterWords: Readonly<Record<Locale, (dueOn: string) => string>> = {
  'zh-CN': (dueOn) => `请选择 ${dueOn} 之后的日期。`,
  en: (dueOn) => `Choose a day after ${dueOn}.`,
};

/** 准予延期, only before the due instant has passed; the first due day stays on record. */
export async function extendSubmission(request: {
  context: TenantContext;
  input: Keyed & { dueOn: string; reason: string };
}): Promise<Moved> {
  const { context, input } = request;
  const { submission } = await loadSubmission(context, input.id, 'submissions.extend');
  const replay = await findReplay<Moved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (!isExtendable(submission.state) || submission.firstFiledAt !== null) {
    throw submissionsErrors['submissions.not_extendable']();
  }
  const { dueOn, dueAt } = submission;
  if (dueOn !== null && hasPassed(dueAt, context.clock.now())) {
    throw submissionsErrors['submissions.extension_after_expiry']({ values: { dueOn } });
  }
  if (dueOn !== null && input.dueOn <= dueOn) {
    const message = laterWords[context.locale](dueOn);
    const errors = [{ path: '/dueOn', code: 'submissions.not-later', message }];
    throw submissionsErrors['submissions.extension_not_later']({ values: { dueOn }, errors });
  }
  return commitMove(context, {
    submission,
    update: {
      dueOn: input.dueOn,
      dueAt: dueInstant(input.dueOn, context.tenant.parameters.cutOffHour),
      originalDueOn: submission.originalDueOn ?? dueOn,
      extensionReason: input.reason,
    },
    action: 'submission.extend',
    facts: { from: dueOn, to: input.dueOn, reason: input.reason },
    requestKey: input.requestKey,
  });
}

/** 免报, with a reason that stays on record. */
export async function exemptSubmission(request: {
  context: TenantContext;
  input: Keyed & { reason: string };
}): Promise<Moved> {
  const { context, input } = request;
  const { submission } = await loadSubmission(context, input.id, 'submissions.exempt');
  const replay = await findReplay<Moved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (!isExtendable(submission.state) || submission.firstFiledAt !== null) {
    throw submissionsErrors['submissions.not_exemptable']();
  }
  return commitMove(context, {
    submission,
    update: { state: 'exempt', exemptionReason: input.reason },
    action: 'submission.exempt',
    facts: { reason: input.reason },
    requestKey: input.requestKey,
  });
}

/** 登记纸质件: the paper has arrived, received by a post, so many copies. */
export async function registerPaper(request: {
  context: TenantContext;
  input: Keyed & { paper: PaperRegistration };
}): Promise<Moved> {
  const { context, input } = request;
  const { submission, task } = await loadSubmission(
    context,
    input.id,
    'submissions.register-paper',
  );
  const replay = await findReplay<Moved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (submission.paperState !== 'expected') {
    throw submissionsErrors['submissions.no_paper_expected']();
  }
  const { receivedOn, copies, receiverPost } = input.paper;
  if (receivedOn > dayAt(context.clock.now())) {
    throw submissionsErrors['submissions.paper_not_yet']();
  }
  return commitMove(context, {
    submission,
    update: {
      paperState: 'received',
      paper: input.paper,
      ...(waitsForPaper(task) ? countedFrom(submission, receivedOn) : {}),
    },
    action: 'evidence.register-paper',
    facts: { receivedOn, copies, receiverPost },
    requestKey: input.requestKey,
  });
}

/** Where the paper prevails the filing counts from the day it came, whatever came here before or after. */
function countedFrom({ firstFiledAt, dueAt }: Submission, receivedOn: string): SubmissionUpdate {
  // Midnight itself still belongs to the due day before it.
  const arrived = firstFiledAt ?? startOfDay(receivedOn) + 1;
  return { firstFiledAt: arrived, onTime: isOnTime(arrived, dueAt) };
}
