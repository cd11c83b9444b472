import type { Deduction, DeductionList } from '#schema/contracts/scoring.ts';
import { recordableCriteria, spentKey } from '#workers/modules/reviews/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { listDeductions as listRows } from '../scoring.repository.ts';
import type { StoredDeduction } from '../scoring.repository.ts';
import { loadScoring, loadUnit } from './load-scored-unit.ts';

/** What was recorded against a unit, withdrawn or not, and what can still be recorded on. */
export async function listDeductions(request: {
  context: TenantContext;
  input: { campaign: string; organization: string };
}): Promise<DeductionList> {
  const { context, input } = request;
  const loaded = await loadUnit(context, input.organization);
  const { version } = await loadScoring(context, loaded, input.campaign);
  const unit = { campaignId: input.campaign, organizationId: input.organization };
  const rows = await listRows(context.db, {
    campaignId: input.campaign,
    organizationIds: [input.organization],
  });
  const spent = new Map<string, number>();
  for (const row of rows) {
    if (row.state !== 'standing') continue;
    const key = spentKey({ scorecard: row.scorecardKey, criterion: row.criterionKey });
    spent.set(key, (spent.get(key) ?? 0) + row.amount);
  }
  const criteria = recordableCriteria(version.campaign, spent, context.locale);
  return { ...unit, items: rows.map(toDeduction), criteria };
}

export function toDeduction(row: StoredDeduction): Deduction {
  return {
    id: row.id,
    campaignId: row.campaignId,
    organizationId: row.organizationId,
    scorecard: row.scorecardKey,
    criterion: row.criterionKey,
    amount: row.amount,
    reason: row.reason,
    ...(row.remedy === null ? {} : { remedy: row.remedy }),
    ...(row.submissionId === null ? {} : { submissionId: row.submissionId }),
    recordedByPost: row.recordedByPost,
    recordedAt: row.recordedAt,
    state: row.state,
    ...(row.withdrawnReason === null ? {} : { withdrawnReason: row.withdrawnReason }),
    version: row.version,
  };
}
