import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { RegisterRuling, Ruling } from '#schema/contracts/review-opinions.ts';
import { assertOwnScan, citeEvidence } from '#workers/modules/evidence/index.ts';
import { findSubmission, postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { AuditFacts } from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { pairOf } from '../double-review.domain.ts';
import { opinionsQuery } from '../opinions.repository.ts';
import { isWaiting } from '../reviews.domain.ts';
import { reviewsErrors } from '../reviews.errors.ts';
import { findRuling, insertRuling, raiseWaiting, withdrawRuling } from '../rulings.repository.ts';
import type { StoredRuling } from '../rulings.repository.ts';
import { loadCaseToDecide } from './load-case.ts';

const oneRuling = 'review_rulings.submission_id, review_rulings.revision';
type Keyed = { id: string; requestKey?: RequestKey | undefined };

export function toRuling(row: StoredRuling): Ruling {
  const { view, words, signerPost, signedOn, evidenceId, registeredByPost, registeredAt } = row;
  return {
    view,
    words,
    paper: { signerPost, signedOn, evidenceId },
    registeredByPost,
    registeredAt,
  };
}

/**
 * 领导裁定: between two reviewers who differ, a leader rules on paper, and one who may judge the filing
 * registers it with its scan. Where no third reviewer is there this is the way out.
 */
export async function registerRuling(request: {
  context: TenantContext;
  input: RegisterRuling & Keyed;
}): Promise<Ruling> {
  const { context, input } = request;
  const loaded = await loadCaseToDecide(context, input.id);
  const replay = await findReplay<Ruling>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const { submission } = loaded;
  if (!isWaiting(submission.state)) throw reviewsErrors['reviews.not_waiting']();
  const opinions = await opinionsQuery(context.db, submission.id);
  const ruling = await findRuling(context.db, submission);
  const { state } = pairOf(opinions, submission.revision, ruling);
  if (loaded.task.review?.double !== true || state !== 'disagreed')
    throw reviewsErrors['reviews.no_difference']();
  const { paper, view, words } = input;
  await assertOwnScan(context, paper.evidenceId);
  const at = context.clock.now();
  if (paper.signedOn > dayAt(at)) throw reviewsErrors['reviews.ruling_in_future']();
  const row: StoredRuling = {
    id: context.ids.next('rul'),
    submissionId: submission.id,
    revision: submission.revision,
    view,
    words,
    ...paper,
    registeredBy: context.actor.personId,
    registeredByPost: postOf(context.actor),
    registeredAt: at,
    withdrawnAt: null,
  };
  const place = { subjectKind: 'review-ruling', subjectId: submission.id, slot: row.id };
  const change = {
    steps: [
      insertRuling(row),
      raiseWaiting(submission),
      ...citeEvidence(place, [paper.evidenceId], at),
    ],
    audit: auditOf(context, row, 'review.rule'),
  };
  return commitAnswer(context.writer, change, {
    answer: toRuling(row),
    requestKey: input.requestKey,
    constraints: { [oneRuling]: reviewsErrors['reviews.no_difference'] },
    currentVersion: versionNow(context, submission.id),
  });
}

/** A ruling registered in error is taken back by who registered it, until something was decided. */
export async function withdrawRegisteredRuling(request: {
  context: TenantContext;
  input: Keyed;
}): Promise<Ruling> {
  const { context, input } = request;
  const { submission } = await loadCaseToDecide(context, input.id);
  const replay = await findReplay<Ruling>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const row = await findRuling(context.db, submission);
  const isOwn = row?.registeredBy === context.actor.personId;
  if (row === undefined || !isOwn || !isWaiting(submission.state)) {
    throw reviewsErrors['reviews.no_ruling']();
  }
  const change = {
    steps: [withdrawRuling(row, context.clock.now()), raiseWaiting(submission)],
    audit: auditOf(context, row, 'review.withdraw-ruling'),
  };
  return commitAnswer(context.writer, change, {
    answer: toRuling(row),
    requestKey: input.requestKey,
    currentVersion: versionNow(context, submission.id),
  });
}

const versionNow = (context: TenantContext, id: string) => async () =>
  (await findSubmission(context.db, id))?.version;

function auditOf(
  context: TenantContext,
  row: StoredRuling,
  action: 'review.rule' | 'review.withdraw-ruling',
): AuditFacts {
  const { id, revision, view, words, signerPost, signedOn, evidenceId } = row;
  return {
    action,
    actor: { kind: 'person', id: context.actor.personId },
    subjectKind: 'submission',
    subjectId: row.submissionId,
    at: context.clock.now(),
    facts: { rulingId: id, revision, view, words, signerPost, signedOn, evidenceId },
  };
}
