import { printPoints } from '#plugins/sdk/points/points.ts';
import type { RecordableItem } from '#plugins/sdk/scoring/recordable.ts';
import type { Deduction, RecordDeduction } from '#schema/contracts/scoring.ts';
import { barOf, spentKey, sumStandingDeductions } from '#workers/modules/reviews/index.ts';
import { listRevisions, postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { judgeAmount, recordableItem } from '../deductions.domain.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { DEDUCTION_RECORDED } from '../scoring.events.ts';
import { insertDeduction } from '../scoring.repository.ts';
import type { StoredDeduction } from '../scoring.repository.ts';
import { toDeduction } from './list-deductions.ts';
import { cardOf, loadScoring, loadUnit } from './load-scored-unit.ts';
import type { LoadedScoring, LoadedUnit } from './load-scored-unit.ts';

type Request = {
  context: TenantContext;
  input: RecordDeduction & { requestKey?: RequestKey | undefined };
};

/** 扣分登记: an exception with its reason; what is not recorded keeps its points. */
export async function recordDeduction({ context, input }: Request): Promise<Deduction> {
  const loaded = await loadUnit(context, input.organizationId);
  await assertMayJudge(context, loaded, input.submissionId);
  const replay = await findReplay<Deduction>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const scoring = await loadScoring(context, loaded, input.campaignId);
  const item = await itemFor(context, scoring, input);
  const row = rowOf(context, input);
  const answer = toDeduction(row);
  const change = {
    steps: [insertDeduction(row, item.limit)],
    audit: {
      action: 'criterion.assess' as const,
      actor: { kind: 'person' as const, id: context.actor.personId },
      subjectKind: 'deduction',
      subjectId: row.id,
      at: row.recordedAt,
      facts: {
        organizationId: row.organizationId,
        campaignId: row.campaignId,
        scorecard: row.scorecardKey,
        criterion: row.criterionKey,
        amount: row.amount,
        reason: row.reason,
        ...(row.remedy === null ? {} : { remedy: row.remedy }),
        submissionId: row.submissionId,
      },
    },
    events: [{ type: DEDUCTION_RECORDED, subjectId: row.id, payload: payloadOf(row) }],
  };
  return commitAnswer(context.writer, change, { answer, requestKey: input.requestKey });
}

export function payloadOf({ id, campaignId, organizationId }: StoredDeduction) {
  return { deductionId: id, campaignId, organizationId };
}

/** 回避: neither one's own unit nor what one filed oneself. */
export async function assertMayJudge(
  context: TenantContext,
  { unit, subject }: LoadedUnit,
  submissionId: string | undefined,
): Promise<void> {
  const revisions = submissionId === undefined ? [] : await listRevisions(context.db, submissionId);
  const madeBy = revisions.map(({ filedBy }) => filedBy);
  if (barOf(context.actor, { organizationId: unit.id, madeBy }) === 'own-unit') {
    throw scoringErrors['scoring.own_unit']();
  }
  assertCan(context.actor, 'scoring.deduct', { ...subject, madeBy });
}

async function itemFor(
  context: TenantContext,
  scoring: LoadedScoring,
  input: RecordDeduction,
): Promise<RecordableItem> {
  if (scoring.campaign.state !== 'running') throw scoringErrors['scoring.campaign_archived']();
  const { submissionId } = input;
  if (submissionId !== undefined && !scoring.filings.some(({ id }) => id === submissionId)) {
    throw scoringErrors['scoring.foreign_submission']();
  }
  const item = recordableItem(cardOf(scoring, input.scorecard), input.criterion);
  if (item === undefined) throw scoringErrors['scoring.not_recordable']();
  const spent = (await sumStandingDeductions(context.db, input)).get(spentKey(input)) ?? 0;
  switch (judgeAmount(item, input.amount, spent)) {
    case 'out-of-range': {
      const values = { least: printPoints(item.least), most: printPoints(item.most) };
      throw scoringErrors['scoring.amount_out_of_range']({ values });
    }
    case 'nothing-left':
      throw scoringErrors['scoring.nothing_left']({ extras: { remaining: item.limit - spent } });
    case 'fits':
      return item;
  }
}

function rowOf(context: TenantContext, input: RecordDeduction): StoredDeduction {
  return {
    id: context.ids.next('ded'),
    campaignId: input.campaignId,
    organizationId: input.organizationId,
    scorecardKey: input.scorecard,
    criterionKey: input.criterion,
    amount: input.amount,
    reason: input.reason,
    submissionId: input.submissionId ?? null,
    recordedBy: context.actor.personId,
    recordedByPost: postOf(context.actor),
    recordedAt: context.clock.now(),
    state: 'standing',
    withdrawnReason: null,
    version: 1,
    remedy: input.remedy ?? null,
  };
}
