import type { ScoreFactList, ScoreFactRecord } from '#schema/contracts/evaluation-records.ts';
import { can } from '#schema/contracts/permission.ts';
import { barOf } from '#workers/modules/reviews/index.ts';
import { postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { confirmBar, factsToRecord, isShownToUnit } from '../score-facts.domain.ts';
import { listScoreFacts as listRows } from '../score-facts.repository.ts';
import type { StoredScoreFact } from '../score-facts.repository.ts';
import { loadScoring, loadUnit } from './load-scored-unit.ts';
import type { LoadedUnit } from './load-scored-unit.ts';

/** What people put on record on a unit, and what can be recorded with what it would do. */
export async function listScoreFacts(request: {
  context: TenantContext;
  input: { campaign: string; organization: string };
}): Promise<ScoreFactList> {
  const { context, input } = request;
  const loaded = await loadUnit(context, input.organization);
  const { version, campaign } = await loadScoring(context, loaded, input.campaign);
  const recordable = factsToRecord(version.campaign);
  const rows = await listRows(context.db, {
    campaignId: input.campaign,
    organizationIds: [input.organization],
  });
  const isJudge = mayJudge(context.actor, loaded);
  const confirmed = new Set(
    recordable.filter(({ needsConfirmation }) => needsConfirmation).map(({ fact }) => fact),
  );
  const shown = rows.filter(
    (row) => isJudge || isShownToUnit({ ...row, needsConfirmation: confirmed.has(row.factKey) }),
  );
  return {
    campaignId: input.campaign,
    organizationId: input.organization,
    items: shown.map((row) => toScoreFact(row, { context, isJudge })),
    recordable,
    mayRecord: isJudge && campaign.state === 'running',
  };
}

/** Whether this person judges this unit: in range, not of it, and without a tie to it. */
export function mayJudge(actor: TenantContext['actor'], { unit, subject }: LoadedUnit): boolean {
  const isBarred = barOf(actor, { organizationId: unit.id, madeBy: [] }) !== undefined;
  return !isBarred && can(actor, 'scoring.deduct', subject);
}

export function toScoreFact(
  row: StoredScoreFact,
  reader: { context: TenantContext; isJudge: boolean },
): ScoreFactRecord {
  const { actor } = reader.context;
  const who = { personId: actor.personId, post: postOf(actor) };
  const mayConfirm =
    reader.isJudge && row.state === 'unconfirmed' && confirmBar(row, who) === undefined;
  return {
    id: row.id,
    campaignId: row.campaignId,
    organizationId: row.organizationId,
    fact: row.factKey,
    on: row.onDay,
    content: row.content,
    reason: row.reason,
    ...(row.clauseKey === null ? {} : { clause: row.clauseKey }),
    evidenceIds: row.evidenceIds,
    state: row.state,
    recordedByPost: row.recordedByPost,
    recordedAt: row.recordedAt,
    ...(row.confirmedByPost === null ? {} : { confirmedByPost: row.confirmedByPost }),
    ...(row.confirmedAt === null ? {} : { confirmedAt: row.confirmedAt }),
    ...(row.withdrawnReason === null ? {} : { withdrawnReason: row.withdrawnReason }),
    mayConfirm,
    version: row.version,
  };
}
