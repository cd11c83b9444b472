import { dayOfRule, moveRule } from '#plugins/sdk/drafting/moved-date.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import type { Draft, MoveDate } from '#schema/contracts/campaigns.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { findCampaignRow, loadVersion } from '../versions.repository.ts';
import { commitOpening } from './open-draft.ts';

type MoveInput = MoveDate & { id: string; requestKey?: RequestKey | undefined };

/** 调整日期: an amendment of one line, opened over the version in force with its reason. */
export async function moveDate(request: {
  context: TenantContext;
  input: MoveInput;
}): Promise<Draft> {
  const { context, input } = request;
  assertCan(context.actor, 'campaigns.draft', {});
  const row = await findCampaignRow(context.db, input.id);
  if (row === undefined) throw campaignsErrors['campaigns.not_found']();
  if (row.state === 'archived') throw campaignsErrors['campaigns.archived']();
  const { campaign, number, hash } = await loadVersion(context.db, row.currentHash);
  const opening = {
    campaign: withDateMoved(campaign, input),
    toReview: [],
    origin: {
      from: 'version' as const,
      campaignId: row.id,
      title: campaign.title,
      number,
      hash,
      reason: input.reason,
    },
    amends: row.id,
  };
  return commitOpening(context, opening, input.requestKey);
}

/** A task has one day, a phase two; what recurs has none that could be moved. */
function withDateMoved(campaign: Campaign, input: MoveInput): Campaign {
  const { kind, key, date } = input;
  if (kind === 'task') {
    const task = campaign.tasks.find((each) => each.key === key);
    if (task === undefined) throw campaignsErrors['campaigns.part_not_found']();
    if (date !== 'due' || task.due === undefined) throw campaignsErrors['campaigns.undated_rule']();
    const moved = { ...task, due: movedRule(task.due, input) };
    return { ...campaign, tasks: campaign.tasks.map((each) => (each === task ? moved : each)) };
  }
  const phase = campaign.phases.find((each) => each.key === key);
  if (phase === undefined) throw campaignsErrors['campaigns.part_not_found']();
  if (date === 'due') throw campaignsErrors['campaigns.undated_rule']();
  const moved = { ...phase, [date]: movedRule(phase[date], input) };
  return { ...campaign, phases: campaign.phases.map((each) => (each === phase ? moved : each)) };
}

function movedRule(rule: DateRule, { date, on, wording }: MoveInput): DateRule {
  const edge = date === 'from' ? 'start' : 'end';
  if (dayOfRule(rule, edge) === on) throw campaignsErrors['campaigns.same_day']();
  return moveRule(rule, on, { edge, ...(wording === undefined ? {} : { wording }) });
}
