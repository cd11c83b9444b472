import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { DemeritRecord, RecordDemerit } from '#schema/contracts/evaluation-records.ts';
import { can } from '#schema/contracts/permission.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import { postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { findDemerit, insertDemerit, withdrawDemeritRow } from '../demerits.repository.ts';
import type { StoredDemerit } from '../demerits.repository.ts';
import { isAfterToday } from '../score-facts.domain.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { assertSeenVersion } from './load-score-fact.ts';
import { loadScoring, loadUnit } from './load-scored-unit.ts';
import type { LoadedScoring } from './load-scored-unit.ts';
import { assertMayJudge } from './record-deduction.ts';

type Keyed = { requestKey?: RequestKey | undefined };

/** 登记记分: one record on a unit's ledger. Ledgers of persons stay with the institution. */
export async function recordDemerit(request: {
  context: TenantContext;
  input: RecordDemerit & Keyed;
}): Promise<DemeritRecord> {
  const { context, input } = request;
  const loaded = await loadUnit(context, input.organizationId);
  await assertMayJudge(context, loaded, undefined);
  const replay = await findReplay<DemeritRecord>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertRecordable(context, await loadScoring(context, loaded, input.campaignId), input);
  const row = rowOf(context, input);
  const { organizationId, campaignId, ledgerKey, tierKey, quantity, reason, penalty } = row;
  const facts = { organizationId, campaignId, ledger: ledgerKey, tier: tierKey, reason, penalty };
  const change = {
    steps: [insertDemerit(row)],
    audit: auditOf(context, row, 'demerit.record', { ...facts, on: row.onDay, quantity }),
  };
  const { requestKey } = input;
  return commitAnswer(context.writer, change, { answer: toDemerit(row), requestKey });
}

/** A record is taken back with a reason; it stays on record and counts no more. */
export async function withdrawDemerit(request: {
  context: TenantContext;
  input: { id: string; seenVersion: number; reason: string } & Keyed;
}): Promise<DemeritRecord> {
  const { context, input } = request;
  const row = await findDemerit(context.db, input.id);
  const unit = row && (await findOrganization(context.db, row.organizationId));
  const subject = unit && { organizationId: unit.id, paths: unit.paths };
  if (!row || !unit || !subject || !can(context.actor, 'scoring.read', subject)) {
    throw scoringErrors['scoring.fact_not_found']();
  }
  await assertMayJudge(context, { unit, subject }, undefined);
  const replay = await findReplay<DemeritRecord>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeenVersion(row, input.seenVersion);
  if (row.state === 'withdrawn') throw scoringErrors['scoring.record_withdrawn']();
  const { reason, requestKey } = input;
  const on = dayAt(context.clock.now());
  const { organizationId } = row;
  const change = {
    steps: [withdrawDemeritRow(row, { reason, on })],
    audit: auditOf(context, row, 'demerit.withdraw', { organizationId, reason }),
  };
  const after = { state: 'withdrawn' as const, withdrawnReason: reason, version: row.version + 1 };
  return commitAnswer(context.writer, change, {
    answer: toDemerit({ ...row, ...after }),
    requestKey,
    currentVersion: async () => (await findDemerit(context.db, row.id))?.version,
  });
}

function auditOf<Action extends string, Facts>(
  context: TenantContext,
  { id }: StoredDemerit,
  action: Action,
  facts: Facts,
) {
  const actor = { kind: 'person' as const, id: context.actor.personId };
  const at = context.clock.now();
  return { action, actor, subjectKind: 'demerit', subjectId: id, at, facts };
}

function assertRecordable(
  context: TenantContext,
  { campaign, version }: LoadedScoring,
  input: RecordDemerit,
): void {
  const { ledgers = [] } = version.campaign.evaluation ?? {};
  const ledger = ledgers.find(({ key }) => key === input.ledger);
  if (ledger === undefined) throw scoringErrors['scoring.unknown_ledger']();
  if (campaign.state !== 'running') throw scoringErrors['scoring.campaign_archived']();
  if (ledger.subject === 'person') throw scoringErrors['scoring.person_ledger']();
  if (isAfterToday(input.on, context.clock.now())) throw scoringErrors['scoring.future_day']();
  if (!ledger.tiers.some(({ key }) => key === input.tier)) {
    throw scoringErrors['scoring.unknown_tier']();
  }
  const { clause } = input;
  if (clause !== undefined && !version.campaign.clauses.some(({ key }) => key === clause)) {
    throw scoringErrors['scoring.unknown_clause']();
  }
}

function rowOf(context: TenantContext, input: RecordDemerit): StoredDemerit {
  return {
    id: context.ids.next('dem'),
    campaignId: input.campaignId,
    organizationId: input.organizationId,
    ledgerKey: input.ledger,
    onDay: input.on,
    tierKey: input.tier,
    quantity: input.quantity ?? 1,
    reason: input.reason,
    clauseKey: input.clause ?? null,
    penalty: input.penalty ?? null,
    state: 'standing',
    recordedBy: context.actor.personId,
    recordedByPost: postOf(context.actor),
    recordedAt: context.clock.now(),
    withdrawnReason: null,
    withdrawnOn: null,
    version: 1,
  };
}

export function toDemerit(row: StoredDemerit): DemeritRecord {
  return {
    id: row.id,
    campaignId: row.campaignId,
    organizationId: row.organizationId,
    ledger: row.ledgerKey,
    on: row.onDay,
    tier: row.tierKey,
    quantity: row.quantity,
    reason: row.reason,
    ...(row.clauseKey === null ? {} : { clause: row.clauseKey }),
    ...(row.penalty === null ? {} : { penalty: row.penalty }),
    state: row.state,
    recordedByPost: row.recordedByPost,
    recordedAt: row.recordedAt,
    ...(row.withdrawnReason === null ? {} : { withdrawnReason: row.withdrawnReason }),
    version: row.version,
  };
}
