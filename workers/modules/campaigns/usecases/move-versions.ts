import type { MoveOrder, MoveStep, TakeMovesBack } from '#schema/contracts/version-moves.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { movableGroupOf } from '../version-moves.domain.ts';
import { loadTarget } from './plan-moves.ts';
import type { Mover } from './plan-moves.ts';

const itemsAStep = 100;

type Request<Input> = {
  context: TenantContext;
  input: Input & { requestKey?: RequestKey | undefined };
};

/**
 * Moves things of one line to the version in force, a bounded step at a time; what each held before
 * is kept beside it. What somebody changes at that moment makes the step stale: it is repeated.
 */
export async function moveVersions(
  mover: Mover,
  { context, input }: Request<MoveOrder>,
): Promise<MoveStep> {
  const target = await loadTarget(context, input.campaign);
  const replay = await findReplay<MoveStep>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (target.hash !== input.target) throw campaignsErrors['campaigns.version_superseded']();
  const line = { campaignId: target.campaignId, key: input.key, target };
  const { weighed, next } = await mover.weighPage(context, line, {
    after: input.after,
    limit: itemsAStep,
  });
  const chosen = weighed.filter(({ stage, verdict }) => {
    const group = movableGroupOf(stage, verdict.kind);
    return group !== undefined && input.groups.includes(group);
  });
  // What the dry run saw is what moves: nobody was told what would be lost of anything newer.
  const moving = chosen.filter(({ updatedAt }) => updatedAt <= input.asOf);
  const answer: MoveStep = {
    moved: moving.length,
    kept: weighed.length - moving.length,
    changed: chosen.length - moving.length,
    ...(next === undefined ? {} : { next }),
  };
  if (moving.length === 0) return answer;
  const at = context.clock.now();
  const steps = moving.flatMap((each) => each.steps({ order: input, at }));
  return recordStep(mover, { context, input }, { answer, at, steps, ids: idsOf(moving) });
}

/** Puts things back as they were before the move, unless somebody has worked on them since. */
export async function takeMovesBack(
  mover: Mover,
  { context, input }: Request<TakeMovesBack>,
): Promise<MoveStep> {
  await loadTarget(context, input.campaign);
  const replay = await findReplay<MoveStep>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const line = { campaignId: input.campaign, key: input.key, target: input.target };
  const { moves, next } = await mover.listStanding(context, line, {
    after: input.after,
    limit: itemsAStep,
  });
  const untouched = moves.filter(({ isUntouched }) => isUntouched);
  const answer: MoveStep = {
    moved: untouched.length,
    kept: moves.length - untouched.length,
    ...(next === undefined ? {} : { next }),
  };
  if (untouched.length === 0) return answer;
  const at = context.clock.now();
  const steps = untouched.flatMap((each) => each.restore({ reason: input.reason, at }));
  return recordStep(mover, { context, input }, { answer, at, steps, ids: idsOf(untouched) });
}

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

function recordStep(
  { action, called }: Mover,
  { context, input }: Request<TakeMovesBack>,
  made: { answer: MoveStep; at: number; ids: string[]; steps: readonly Step[] },
): Promise<MoveStep> {
  const { campaign, key, target, reason } = input;
  const change = {
    steps: made.steps,
    audit: {
      action,
      actor: { kind: 'person' as const, id: context.actor.personId },
      subjectKind: 'campaign',
      subjectId: campaign,
      at: made.at,
      facts: { key, target, reason, [called]: made.ids },
    },
  };
  return commitAnswer(context.writer, change, {
    answer: made.answer,
    requestKey: input.requestKey,
  });
}
