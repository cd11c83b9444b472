import type { MoveFilings, MoveStep, TakeMovesBack } from '#schema/contracts/version-moves.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { updateSubmission } from '../submissions.repository.ts';
import type { Submission, SubmissionUpdate } from '../submissions.repository.ts';
import { askedIn, movableGroupOf } from '../version-moves.domain.ts';
import type { Asked, Judged } from '../version-moves.domain.ts';
import { insertMove, listEarlier, listMoves, takeMoveBack } from '../version-moves.repository.ts';
import type { EarlierKey, VersionMove } from '../version-moves.repository.ts';
import { postOf } from './commit-submission.ts';
import { judgeMoves } from './judge-moves.ts';
import { loadTarget } from './plan-moves.ts';

const filingsAStep = 100;

type Keyed<Input> = Input & { requestKey?: RequestKey | undefined };

/**
 * Moves filings of a task to the version in force, a bounded step at a time; what each held before is
 * kept beside it. A filing that somebody changes at that moment makes the step stale: it is repeated.
 */
export async function moveFilings(request: {
  context: TenantContext;
  input: Keyed<MoveFilings>;
}): Promise<MoveStep> {
  const { context, input } = request;
  const target = await loadTarget(context, input.campaign);
  const replay = await findReplay<MoveStep>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (target.hash !== input.target) throw submissionsErrors['submissions.version_superseded']();
  const after = askedIn(target.campaign, input.task);
  const page = await listEarlier(context.db, {
    campaignId: input.campaign,
    taskKey: input.task,
    target: input.target,
    after: keyIn(input.after),
    limit: filingsAStep,
  });
  const wanted = new Set(input.groups);
  const judged = await judgeMoves(context.db, page, after);
  const moving = judged.filter(({ stage, fate }) => {
    const group = movableGroupOf(stage, fate.kind);
    return group !== undefined && wanted.has(group);
  });
  const last = page.at(-1);
  const answer: MoveStep = {
    moved: moving.length,
    kept: page.length - moving.length,
    ...(last && page.length === filingsAStep
      ? { next: `${last.occurrence} ${last.organizationId}` }
      : {}),
  };
  if (after === undefined || moving.length === 0) return answer;
  const at = context.clock.now();
  return recordStep(context, input, {
    answer,
    at,
    ids: moving.map(({ filing }) => filing.id),
    steps: moving.flatMap((each) => stepsOf(context, { input, after, at }, each)),
  });
}

function stepsOf(
  context: TenantContext,
  { input, after, at }: { input: MoveFilings; after: Asked; at: number },
  { filing, fate, stage }: Judged & { filing: Submission },
): Step[] {
  const { nil, answers, deliverables } = fate.content;
  const files = Object.fromEntries(
    Object.entries(deliverables).map(([key, ids]) => [key, [...ids]]),
  );
  const update: SubmissionUpdate = {
    versionHash: input.target,
    nil,
    answers,
    deliverables: files,
    updatedAt: at,
    // What has arrived stays with the office that has it.
    ...(stage === 'open' ? { officeKey: after.task.to } : {}),
  };
  const before = {
    nil: filing.nil,
    answers: filing.answers,
    deliverables: filing.deliverables,
    officeKey: filing.officeKey,
  };
  return [
    updateSubmission(filing, update),
    insertMove({
      submissionId: filing.id,
      fromHash: filing.versionHash,
      toHash: input.target,
      campaignId: filing.campaignId,
      taskKey: filing.taskKey,
      before,
      losses: fate.losses.map(({ path }) => path),
      reason: input.reason,
      madeVersion: filing.version + 1,
      movedBy: context.actor.personId,
      movedByPost: postOf(context.actor),
      movedAt: at,
      takenBackAt: null,
    }),
  ];
}

/** Puts filings back as they were before the move, unless somebody has worked on them since. */
export async function takeMovesBack(request: {
  context: TenantContext;
  input: Keyed<TakeMovesBack>;
}): Promise<MoveStep> {
  const { context, input } = request;
  await loadTarget(context, input.campaign);
  const replay = await findReplay<MoveStep>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const page = await listMoves(context.db, {
    campaignId: input.campaign,
    taskKey: input.task,
    target: input.target,
    after: input.after,
    limit: filingsAStep,
  });
  const untouched = page.filter(({ move, filing }) => filing.version === move.madeVersion);
  const last = page.at(-1);
  const answer: MoveStep = {
    moved: untouched.length,
    kept: page.length - untouched.length,
    ...(last && page.length === filingsAStep ? { next: last.move.submissionId } : {}),
  };
  if (untouched.length === 0) return answer;
  const at = context.clock.now();
  return recordStep(context, input, {
    answer,
    at,
    ids: untouched.map(({ filing }) => filing.id),
    steps: untouched.flatMap(({ move, filing }) => restoring(move, filing, at)),
  });
}

function restoring(move: VersionMove, filing: Submission, at: number): Step[] {
  const update = { ...move.before, versionHash: move.fromHash, updatedAt: at };
  return [updateSubmission(filing, update), takeMoveBack(move, at)];
}

function recordStep(
  context: TenantContext,
  input: Keyed<TakeMovesBack>,
  made: { answer: MoveStep; at: number; ids: readonly string[]; steps: readonly Step[] },
): Promise<MoveStep> {
  const { campaign, task, target, reason } = input;
  const change = {
    steps: made.steps,
    audit: {
      action: 'submission.move-version' as const,
      actor: { kind: 'person' as const, id: context.actor.personId },
      subjectKind: 'campaign',
      subjectId: campaign,
      at: made.at,
      facts: { task, target, reason, filings: [...made.ids] },
    },
  };
  return commitAnswer(context.writer, change, {
    answer: made.answer,
    requestKey: input.requestKey,
  });
}

function keyIn(cursor: string | undefined): EarlierKey | undefined {
  const [occurrence, organizationId] = cursor?.split(' ') ?? [];
  return occurrence && organizationId ? [occurrence, organizationId] : undefined;
}
