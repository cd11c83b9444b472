import type { AuditAction } from '#schema/contracts/audit.ts';
import type { ScoreFactRecord } from '#schema/contracts/evaluation-records.ts';
import { postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { JsonObject } from '#workers/platform/database/change.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { confirmBar } from '../score-facts.domain.ts';
import { findScoreFact, updateScoreFact } from '../score-facts.repository.ts';
import type { StoredScoreFact } from '../score-facts.repository.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { toScoreFact } from './list-score-facts.ts';
import { assertSeenVersion, loadScoreFact } from './load-score-fact.ts';
import { assertMayJudge } from './record-deduction.ts';
import { eventOf } from './record-score-fact.ts';

type Seen = { id: string; seenVersion: number; requestKey?: RequestKey | undefined };

/** 核实: another person of another post confirms; from now on the record counts. */
export async function confirmScoreFact(request: {
  context: TenantContext;
  input: Seen;
}): Promise<ScoreFactRecord> {
  const { context, input } = request;
  const loaded = await loadScoreFact(context, input.id);
  const { row, subject } = loaded;
  await assertMayJudge(context, loaded, undefined);
  const replay = await findReplay<ScoreFactRecord>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertCan(context.actor, 'scoring.deduct', { ...subject, madeBy: [row.recordedBy] });
  assertSeenVersion(row, input.seenVersion);
  if (row.state === 'withdrawn') throw scoringErrors['scoring.record_withdrawn']();
  if (row.state === 'standing') throw scoringErrors['scoring.already_confirmed']();
  const { personId } = context.actor;
  const post = postOf(context.actor);
  if (confirmBar(row, { personId, post }) !== undefined) throw scoringErrors['scoring.same_post']();
  const update = {
    state: 'standing' as const,
    confirmedBy: personId,
    confirmedByPost: post,
    confirmedAt: context.clock.now(),
  };
  const act = { action: 'score-fact.confirm' as const, facts: { byPost: post } };
  return settle(context, row, { update, act, requestKey: input.requestKey });
}

/** 撤销: a record is taken back with a reason; it stays on record and counts no more. */
export async function withdrawScoreFact(request: {
  context: TenantContext;
  input: Seen & { reason: string };
}): Promise<ScoreFactRecord> {
  const { context, input } = request;
  const loaded = await loadScoreFact(context, input.id);
  const { row } = loaded;
  await assertMayJudge(context, loaded, undefined);
  const replay = await findReplay<ScoreFactRecord>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeenVersion(row, input.seenVersion);
  if (row.state === 'withdrawn') throw scoringErrors['scoring.record_withdrawn']();
  const { reason, requestKey } = input;
  const update = { state: 'withdrawn' as const, withdrawnReason: reason };
  const act = { action: 'score-fact.withdraw' as const, facts: { was: row.state, reason } };
  return settle(context, row, { update, act, requestKey });
}

async function settle(
  context: TenantContext,
  row: StoredScoreFact,
  {
    update,
    act,
    requestKey,
  }: {
    update: Parameters<typeof updateScoreFact>[1];
    act: { action: AuditAction; facts: JsonObject };
    requestKey: RequestKey | undefined;
  },
): Promise<ScoreFactRecord> {
  const { organizationId, campaignId, factKey } = row;
  const change = {
    steps: [updateScoreFact(row, update)],
    audit: {
      action: act.action,
      actor: { kind: 'person' as const, id: context.actor.personId },
      subjectKind: 'score-fact',
      subjectId: row.id,
      at: context.clock.now(),
      facts: { organizationId, campaignId, fact: factKey, ...act.facts },
    },
    events: [eventOf(row)],
  };
  const after = { ...row, ...update, version: row.version + 1 };
  return commitAnswer(context.writer, change, {
    answer: toScoreFact(after, { context, isJudge: true }),
    requestKey,
    currentVersion: async () => (await findScoreFact(context.db, row.id))?.version,
  });
}
