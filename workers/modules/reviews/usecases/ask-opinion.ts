import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { AskOpinion, Opinion } from '#schema/contracts/review-opinions.ts';
import { listJudges } from '#workers/modules/organizations/index.ts';
import type { Judge } from '#workers/modules/organizations/index.ts';
import { postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { toOpinion } from '../opinions.domain.ts';
import { insertOpinion } from '../opinions.repository.ts';
import type { StoredOpinion } from '../opinions.repository.ts';
import { isWaiting } from '../reviews.domain.ts';
import { reviewsErrors } from '../reviews.errors.ts';
import { OPINION_ASKED } from '../reviews.events.ts';
import { assertAskedAsDouble, isDouble } from './assert-double.ts';
import { loadCaseToDecide } from './load-case.ts';
import type { LoadedCase } from './load-case.ts';

/** Two people are asked for by two at once: the second of these is told that one was. */
const onePair = 'review_opinions.submission_id, review_opinions.revision';

/** 请会审, 请复审: another office's opinion comes back here; the decision stays with who asked. */
export async function askOpinion(request: {
  context: TenantContext;
  input: AskOpinion & { id: string; requestKey?: RequestKey | undefined };
}): Promise<Opinion> {
  const { context, input } = request;
  const loaded = await loadCaseToDecide(context, input.id);
  const replay = await findReplay<Opinion>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (!isWaiting(loaded.submission.state)) throw reviewsErrors['reviews.not_waiting']();
  await assertAskedAsDouble(context, loaded, input);
  const asked = await colleagueOf(context, loaded, input.personId);
  const row = rowOf(context, loaded, input, asked);
  const { personId: id } = context.actor;
  const change = {
    steps: [insertOpinion(row)],
    audit: {
      action: 'review.ask' as const,
      actor: { kind: 'person' as const, id },
      subjectKind: 'submission',
      subjectId: row.submissionId,
      at: row.askedAt,
      facts: { opinionId: row.id, kind: row.kind, office: row.office, question: row.question },
    },
    events: [
      {
        type: OPINION_ASKED,
        subjectId: row.submissionId,
        payload: { submissionId: row.submissionId, opinionId: row.id },
      },
    ],
  };
  const answer = toOpinion(row, context.actor);
  return commitAnswer(context.writer, change, {
    answer,
    requestKey: input.requestKey,
    constraints: { [onePair]: reviewsErrors['reviews.second_asked'] },
  });
}

/** Everybody else who may judge this filing and had no hand in it. */
export async function listColleagues(
  context: TenantContext,
  { submission, subject, madeBy }: LoadedCase,
): Promise<Judge[]> {
  const judges = await listJudges(context.db, {
    permission: 'submissions.review',
    subject: { ...subject, organizationId: submission.organizationId },
    day: dayAt(context.clock.now()),
  });
  return judges.filter(
    ({ personId }) => personId !== context.actor.personId && !madeBy.includes(personId),
  );
}

async function colleagueOf(
  context: TenantContext,
  loaded: LoadedCase,
  personId: string | undefined,
): Promise<Judge | undefined> {
  if (personId === undefined) return undefined;
  const colleagues = await listColleagues(context, loaded);
  const found = colleagues.find((each) => each.personId === personId);
  if (found === undefined) throw reviewsErrors['reviews.unknown_colleague']();
  return found;
}

function rowOf(
  context: TenantContext,
  loaded: LoadedCase,
  { kind, office, question, own: given }: AskOpinion,
  asked: Judge | undefined,
): StoredOpinion {
  const { submission } = loaded;
  // One's own view makes two of two reviewers; elsewhere a second opinion is just that.
  const own = isDouble(loaded) && kind === 'second' ? given : undefined;
  return {
    id: context.ids.next('opn'),
    submissionId: submission.id,
    revision: submission.revision,
    kind,
    office,
    askedOf: asked?.personId ?? null,
    askedPost: asked?.post ?? null,
    question,
    askedBy: context.actor.personId,
    askedByPost: postOf(context.actor),
    askedAt: context.clock.now(),
    state: 'asked',
    view: null,
    words: null,
    ownView: own?.view ?? null,
    ownWords: own?.words ?? null,
    answeredBy: null,
    answeredByPost: null,
    answeredAt: null,
    signedOn: null,
    version: 1,
  };
}
