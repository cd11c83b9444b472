import type { MoveOrder } from '#schema/contracts/version-moves.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { Movable, Mover } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { findHandedOut } from '../parts.repository.ts';
import { updateSubmission } from '../submissions.repository.ts';
import type { Submission, SubmissionUpdate } from '../submissions.repository.ts';
import { askedIn, fateOf, stageOf } from '../version-moves.domain.ts';
import type { Asked, Fate } from '../version-moves.domain.ts';
import {
  countEarlier,
  countMoves,
  insertMove,
  listEarlier,
  listMoves,
  takeMoveBack,
} from '../version-moves.repository.ts';
import type { EarlierKey, VersionMove } from '../version-moves.repository.ts';
import { postOf } from './commit-submission.ts';

/** Filings move from version to version by task. */
export const filingMover: Mover = {
  action: 'submission.move-version',
  called: 'filings',
  countEarlier: async ({ db }, { campaignId, hash }) =>
    (await countEarlier(db, { campaignId, target: hash })).map(({ state, ...row }) => ({
      ...row,
      stage: stageOf(state),
    })),
  countMoves: ({ db }, { campaignId, hash }) => countMoves(db, { campaignId, target: hash }),
  titlesIn: ({ tasks }) => tasks,
  weighPage: async (context, { campaignId, key, target }, { after, limit }) => {
    const filings = await listEarlier(context.db, {
      campaignId,
      taskKey: key,
      target: target.hash,
      after: keyIn(after),
      limit,
    });
    const last = filings.at(-1);
    return {
      weighed: await weigh(context, filings, askedIn(target.campaign, key)),
      ...(last && filings.length === limit
        ? { next: `${last.occurrence} ${last.organizationId}` }
        : {}),
    };
  },
  listStanding: async ({ db }, { campaignId, key, target }, { after, limit }) => {
    const found = await listMoves(db, { campaignId, taskKey: key, target, after, limit });
    const last = found.at(-1);
    return {
      moves: found.map(({ move, filing }) => ({
        id: filing.id,
        isUntouched: filing.version === move.madeVersion,
        restore: ({ at }) => restoring(move, filing, at),
      })),
      ...(last && found.length === limit ? { next: last.move.submissionId } : {}),
    };
  },
};

/** What moving to a version would do to each of these filings of one task. */
async function weigh(
  context: TenantContext,
  filings: readonly Submission[],
  after: Asked | undefined,
): Promise<Movable[]> {
  const handedOut = await findHandedOut(
    context.db,
    filings.map(({ id }) => id),
  );
  return Promise.all(
    filings.map(async (filing) => {
      const before = await askedOf(context.db, filing);
      const fate = fateOf({ ...filing, isHandedOut: handedOut.has(filing.id) }, before, after);
      const { id, versionHash, organizationId, state, updatedAt } = filing;
      const { content: _content, ...verdict } = fate;
      return {
        id,
        versionHash,
        organizationId,
        updatedAt,
        stage: stageOf(state),
        verdict,
        steps: ({ order, at }) =>
          after === undefined ? [] : moving(context, { order, after, at }, { filing, fate }),
      };
    }),
  );
}

async function askedOf(db: TenantDatabase, { versionHash, taskKey }: Submission): Promise<Asked> {
  const asked = askedIn((await loadVersion(db, versionHash)).campaign, taskKey);
  if (asked === undefined) throw new Error('a filing of a task that its version does not have');
  return asked;
}

function moving(
  context: TenantContext,
  { order, after, at }: { order: MoveOrder; after: Asked; at: number },
  { filing, fate }: { filing: Submission; fate: Fate },
): Step[] {
  const { nil, answers, deliverables } = fate.content;
  const files = Object.fromEntries(
    Object.entries(deliverables).map(([key, ids]) => [key, [...ids]]),
  );
  const update: SubmissionUpdate = {
    versionHash: order.target,
    nil,
    answers,
    deliverables: files,
    updatedAt: at,
    // What has arrived stays with the office that has it.
    ...(stageOf(filing.state) === 'open' ? { officeKey: after.task.to } : {}),
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
      toHash: order.target,
      campaignId: filing.campaignId,
      taskKey: filing.taskKey,
      before,
      losses: fate.losses.map(({ path }) => path),
      reason: order.reason,
      madeVersion: filing.version + 1,
      movedBy: context.actor.personId,
      movedByPost: postOf(context.actor),
      movedAt: at,
      takenBackAt: null,
    }),
  ];
}

function restoring(move: VersionMove, filing: Submission, at: number): Step[] {
  const update = { ...move.before, versionHash: move.fromHash, updatedAt: at };
  return [updateSubmission(filing, update), takeMoveBack(move, at)];
}

function keyIn(cursor: string | undefined): EarlierKey | undefined {
  const [occurrence, organizationId] = cursor?.split(' ') ?? [];
  return occurrence && organizationId ? [occurrence, organizationId] : undefined;
}
