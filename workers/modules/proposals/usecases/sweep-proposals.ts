import { dayAt } from '#plugins/sdk/dates/days.ts';
import { listCampaignRows, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { CampaignRow } from '#workers/modules/campaigns/index.ts';
import { listAskedUnits } from '#workers/modules/scoring/index.ts';
import { findSweep, saveSweep } from '../proposals.repository.ts';
import { refreshUnits } from './refresh-unit.ts';
import type { Counts, JobContext } from './refresh-unit.ts';

/** Units that one tick looks at; the next goes on where this one stopped. */
export const unitsATick = 20;

/**
 * The day's look at every unit of every running campaign, a part at a tick: resumed after a break, and
 * over for the day once it is through. Between days each recorded fact has its own unit looked at.
 */
export async function sweepProposals(context: JobContext): Promise<Counts> {
  const counts = { checked: 0, raised: 0, lapsed: 0 };
  for (const campaign of await listCampaignRows(context.db)) {
    if (campaign.state !== 'running') continue;
    const part = await sweepCampaign(context, campaign);
    counts.checked += part.checked;
    counts.raised += part.raised;
    counts.lapsed += part.lapsed;
  }
  return counts;
}

async function sweepCampaign(context: JobContext, campaign: CampaignRow): Promise<Counts> {
  const none = { checked: 0, raised: 0, lapsed: 0 };
  const version = await loadVersion(context.db, campaign.currentHash);
  if ((version.campaign.evaluation?.alerts ?? []).length === 0) return none;
  const onDay = dayAt(context.clock.now());
  const before = await findSweep(context.db, campaign.id);
  const isToday = before?.onDay === onDay;
  if (isToday && before.after === null) return none;
  const organizationIds = await listAskedUnits(context.db, {
    campaignId: campaign.id,
    after: isToday ? (before.after ?? undefined) : undefined,
    limit: unitsATick,
  });
  const counts = await refreshUnits(context, { campaign, version, organizationIds });
  const isThrough = organizationIds.length < unitsATick;
  const after = isThrough ? null : (organizationIds.at(-1) ?? null);
  await context.writer.commit({
    steps: [saveSweep({ campaignId: campaign.id, onDay, after })],
    audit: {
      action: 'proposal.sweep',
      actor: { kind: 'system', id: 'proposals.sweep' },
      subjectKind: 'campaign',
      subjectId: campaign.id,
      at: context.clock.now(),
      facts: { onDay, after, ...counts },
    },
  });
  return counts;
}
