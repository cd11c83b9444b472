import { dayAt } from '#plugins/sdk/dates/days.ts';
import { decideProposal as decide } from '#plugins/sdk/scoring/proposal-decision.ts';
import type { AuditAction } from '#schema/contracts/audit.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { DecideProposal, Proposal, TakenMeasure } from '#schema/contracts/proposals.ts';
import { postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { JsonObject } from '#workers/platform/database/change.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import { etagOf } from '#workers/platform/http/etag.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { proposalsErrors } from '../proposals.errors.ts';
import { findProposal, updateProposal } from '../proposals.repository.ts';
import type { StoredProposal } from '../proposals.repository.ts';
import { loadProposal, toProposal } from './load-proposal.ts';
import type { LoadedProposal } from './load-proposal.ts';

type Seen = { id: string; seenVersion: number; requestKey?: RequestKey | undefined };

/** 采纳 or 不采纳, by the post that the rule names; a measure is taken by people afterwards. */
export async function decideProposal(request: {
  context: TenantContext;
  input: Seen & { decision: DecideProposal };
}): Promise<Proposal> {
  const { context, input } = request;
  const loaded = await loadDecidable(context, input.id);
  const replay = await findReplay<Proposal>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const { row, right } = loaded;
  assertSeen(row, input.seenVersion);
  if (row.state !== 'proposed') throw proposalsErrors['proposals.already_decided']();
  if (row.lapsedAt !== null) throw proposalsErrors['proposals.lapsed']();
  const { decision } = input;
  const at = context.clock.now();
  const { words, ruleKey, ...finding } = row;
  const outcome = decide(
    { ...finding, rule: ruleKey, words: words ?? undefined, state: 'proposed' },
    {
      by: textIn(row.post, 'zh-CN').value,
      on: dayAt(at),
      accepts: decision.accepts,
      ...(decision.reason === undefined ? {} : { reason: decision.reason }),
    },
  );
  if (outcome.state === 'refused') throw proposalsErrors['proposals.reason_needed']();
  const update = {
    state: outcome.state,
    decidedBy: context.actor.personId,
    decidedByPost: postOf(context.actor),
    standsIn: right === 'stands-in',
    decidedAt: at,
    decisionReason: decision.reason ?? null,
    measureKind: decision.accepts ? decision.measure : null,
  };
  const { state, decisionReason: reason, measureKind: measure, standsIn } = update;
  const facts = { state, reason, measure, standsIn, because: row.reason.zh };
  const act = { action: 'proposal.decide' as const, facts };
  return commit(context, loaded, { update, act, requestKey: input.requestKey });
}

/** 登记措施: what was done, when and on what basis. The system did none of it. */
export async function recordMeasure(request: {
  context: TenantContext;
  input: Seen & { taken: TakenMeasure };
}): Promise<Proposal> {
  const { context, input } = request;
  const loaded = await loadDecidable(context, input.id);
  const replay = await findReplay<Proposal>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const { row } = loaded;
  assertSeen(row, input.seenVersion);
  if (row.state !== 'accepted') throw proposalsErrors['proposals.not_accepted']();
  if (row.taken !== null) throw proposalsErrors['proposals.already_taken']();
  const { taken, requestKey } = input;
  const at = context.clock.now();
  const isEarly = row.decidedAt !== null && taken.on < dayAt(row.decidedAt);
  if (isEarly || taken.on > dayAt(at)) throw proposalsErrors['proposals.wrong_day']();
  const update = { taken, takenByPost: postOf(context.actor), takenAt: at };
  const act = {
    action: 'proposal.take' as const,
    facts: { measure: row.measureKind, on: taken.on, basis: taken.basis },
  };
  return commit(context, loaded, { update, act, requestKey });
}

/** Only who decides over this unit, as the post that the rule names or standing in for it. */
async function loadDecidable(context: TenantContext, id: string): Promise<LoadedProposal> {
  const loaded = await loadProposal(context, id);
  assertCan(context.actor, 'proposals.decide', loaded.subject);
  if (loaded.right !== undefined) return loaded;
  const post = textIn(loaded.row.post, context.locale).value;
  throw proposalsErrors['proposals.other_post']({ values: { post } });
}

function assertSeen({ version: currentVersion }: StoredProposal, seenVersion: number): void {
  if (currentVersion === seenVersion) return;
  const headers = { etag: etagOf(currentVersion) };
  throw platformErrors['platform.stale_version']({ extras: { currentVersion }, headers });
}

async function commit(
  context: TenantContext,
  { row, unit, right }: LoadedProposal,
  input: {
    update: Partial<StoredProposal>;
    act: { action: AuditAction; facts: JsonObject };
    requestKey: RequestKey | undefined;
  },
): Promise<Proposal> {
  const { update, act, requestKey } = input;
  const { campaignId, organizationId, ruleKey: rule } = row;
  const change = {
    steps: [updateProposal(row, update)],
    audit: {
      action: act.action,
      actor: { kind: 'person' as const, id: context.actor.personId },
      subjectKind: 'proposal',
      subjectId: row.id,
      at: context.clock.now(),
      facts: { campaignId, organizationId, rule, ...act.facts },
    },
  };
  const after = { ...row, ...update, version: row.version + 1 };
  return commitAnswer(context.writer, change, {
    answer: toProposal(after, { actor: context.actor, unit, right }),
    requestKey,
    currentVersion: async () => (await findProposal(context.db, row.id))?.version,
  });
}
