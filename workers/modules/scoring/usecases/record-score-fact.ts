import { faultOf } from '#plugins/sdk/scoring/recorded-facts.ts';
import type {
  RecordableFact,
  RecordFact,
  ScoreFactRecord,
} from '#schema/contracts/evaluation-records.ts';
import { citeEvidence, evidenceErrors, listEvidence } from '#workers/modules/evidence/index.ts';
import { postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { contentFaults, factsToRecord, isAfterToday, periodOf } from '../score-facts.domain.ts';
import { insertScoreFact } from '../score-facts.repository.ts';
import type { StoredScoreFact } from '../score-facts.repository.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { SCORE_FACT_CHANGED } from '../scoring.events.ts';
import { toScoreFact } from './list-score-facts.ts';
import { loadScoring, loadUnit } from './load-scored-unit.ts';
import type { LoadedScoring } from './load-scored-unit.ts';
import { assertMayJudge } from './record-deduction.ts';

type Request = {
  context: TenantContext;
  input: RecordFact & { requestKey?: RequestKey | undefined };
};

const onePeriod = ['organization_id', 'campaign_id', 'fact_key', 'period']
  .map((column) => `score_facts.${column}`)
  .join(', ');

/** 登记: a fact enters the sheet at once, or waits for a second post where a veto stands on it. */
export async function recordScoreFact({ context, input }: Request): Promise<ScoreFactRecord> {
  const loaded = await loadUnit(context, input.organizationId);
  await assertMayJudge(context, loaded, undefined);
  const replay = await findReplay<ScoreFactRecord>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const scoring = await loadScoring(context, loaded, input.campaignId);
  const fact = assertRecordable(context, scoring, input);
  const row = rowOf(context, input, fact.needsConfirmation);
  const { organizationId, campaignId, factKey, content, reason, state } = row;
  const change = {
    steps: [insertScoreFact(row), ...(await citations(context, row))],
    audit: {
      action: 'score-fact.record' as const,
      actor: { kind: 'person' as const, id: context.actor.personId },
      subjectKind: 'score-fact',
      subjectId: row.id,
      at: row.recordedAt,
      facts: { organizationId, campaignId, fact: factKey, on: row.onDay, content, reason, state },
    },
    events: [eventOf(row)],
  };
  return commitAnswer(context.writer, change, {
    answer: toScoreFact(row, { context, isJudge: true }),
    requestKey: input.requestKey,
    constraints: {
      [onePeriod]: scoringErrors['scoring.period_taken'],
    },
  });
}

export function eventOf({ id, campaignId, organizationId }: StoredScoreFact) {
  const payload = { factId: id, campaignId, organizationId };
  return { type: SCORE_FACT_CHANGED, subjectId: id, payload };
}

function assertRecordable(
  context: TenantContext,
  { campaign, version }: LoadedScoring,
  input: RecordFact,
): RecordableFact {
  if (campaign.state !== 'running') throw scoringErrors['scoring.campaign_archived']();
  if (isAfterToday(input.on, context.clock.now())) throw scoringErrors['scoring.future_day']();
  const { clause } = input;
  if (clause !== undefined && !version.campaign.clauses.some(({ key }) => key === clause)) {
    throw scoringErrors['scoring.unknown_clause']();
  }
  const fact = factsToRecord(version.campaign).find((each) => each.fact === input.fact);
  if (fact === undefined) throw scoringErrors['scoring.fact_not_recordable']();
  const fault = faultOf(fact, input.content);
  if (fault === undefined) return fact;
  const { path, zh, en } = contentFaults[fault];
  const message = context.locale === 'en' ? en : zh;
  throw scoringErrors['scoring.fact_content']({
    errors: [{ path, code: `scoring.fact_${fault.replaceAll('-', '_')}`, message }],
  });
}

function rowOf(
  context: TenantContext,
  input: RecordFact,
  needsConfirmation: boolean,
): StoredScoreFact {
  const id = context.ids.next('sfa');
  return {
    id,
    campaignId: input.campaignId,
    organizationId: input.organizationId,
    factKey: input.fact,
    onDay: input.on,
    period: periodOf(input.content, input.on, id),
    content: input.content,
    reason: input.reason,
    clauseKey: input.clause ?? null,
    evidenceIds: [...new Set(input.evidenceIds)],
    state: needsConfirmation ? 'unconfirmed' : 'standing',
    recordedBy: context.actor.personId,
    recordedByPost: postOf(context.actor),
    recordedAt: context.clock.now(),
    confirmedBy: null,
    confirmedByPost: null,
    confirmedAt: null,
    withdrawnReason: null,
    version: 1,
  };
}

/** Files of the unit, or uploaded by who records. */
async function citations(context: TenantContext, row: StoredScoreFact) {
  if (row.evidenceIds.length === 0) return [];
  const files = await listEvidence(context.db, row.evidenceIds);
  const own = files.filter(
    (file) =>
      file.organizationId === row.organizationId || file.uploadedBy === context.actor.personId,
  );
  if (own.length !== row.evidenceIds.length) throw evidenceErrors['evidence.not_found']();
  const place = { subjectKind: 'score-fact', subjectId: row.id, slot: 'proof' };
  return citeEvidence(place, row.evidenceIds, row.recordedAt);
}
