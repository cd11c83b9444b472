import { judgeDiscretion as judge } from '#plugins/sdk/scoring/discretion.ts';
import type { DiscretionAnswer } from '#schema/contracts/evaluation.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { scoringErrors } from '../scoring.errors.ts';

type Input = {
  campaign: string;
  table: string;
  situation: string;
  seriousness: string;
  amount: string;
  reason?: string | undefined;
};

/** 裁量: holds a figure that somebody has in mind against the table; nothing is decided by it. */
export async function judgeDiscretion(request: {
  context: TenantContext;
  input: Input;
}): Promise<DiscretionAnswer> {
  const { context, input } = request;
  assertHolds(context.actor, 'scoring.deduct');
  const row = await findCampaignRow(context.db, input.campaign);
  if (row === undefined) throw scoringErrors['scoring.unknown_campaign']();
  const { campaign } = await loadVersion(context.db, row.currentHash);
  const table = campaign.evaluation?.discretion?.find(({ key }) => key === input.table);
  if (table === undefined) throw scoringErrors['scoring.unknown_table']();
  const { state, cell, reason } = judge(table, { ...input, reason: input.reason ?? '' });
  const { key, title, unit, source } = table;
  const words = cell?.words ?? table.words;
  const range = cell && {
    min: cell.min,
    max: cell.max,
    ...(words === undefined ? {} : { words }),
  };
  return { table: key, title, unit, state, range, reason, source };
}
