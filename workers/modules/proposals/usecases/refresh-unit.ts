import type { Proposal as Finding } from '#plugins/sdk/scoring/alerts.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import type { CampaignRow, CampaignVersion } from '#workers/modules/campaigns/index.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import { isScoredKind } from '#workers/modules/reviews/index.ts';
import { scoreUnits } from '#workers/modules/scoring/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { findingsOf, planFindings } from '../proposals.domain.ts';
import type { FindingPlan } from '../proposals.domain.ts';
import { insertProposal, listOfUnit, updateProposal } from '../proposals.repository.ts';
import type { StoredProposal } from '../proposals.repository.ts';

export type JobContext = Pick<TenantJobContext, 'db' | 'writer' | 'clock' | 'ids'>;
type Plan = FindingPlan<StoredProposal>;
type Input = {
  campaign: CampaignRow;
  version: CampaignVersion;
  organizationIds: readonly string[];
};
export type Counts = { checked: number; raised: number; lapsed: number };

const actor = { kind: 'system', id: 'proposals.check' } as const;

/**
 * Holds what the rules find on these units against what is on record: a new finding is kept once, one
 * that no longer holds is marked so. May be repeated at any time; decides and tells nobody anything.
 */
export async function refreshUnits(context: JobContext, input: Input): Promise<Counts> {
  const { campaign, version, organizationIds } = input;
  const { alerts = [] } = version.campaign.evaluation ?? {};
  const counts = { checked: 0, raised: 0, lapsed: 0 };
  if (alerts.length === 0 || organizationIds.length === 0) return counts;
  const found = await findOrganizations(context.db, organizationIds);
  const units = found.filter(({ kind }) => isScoredKind(kind));
  const scores = await scoreUnits(context.db, {
    campaignId: campaign.id,
    campaign: version.campaign,
    organizationIds: units.map(({ id }) => id),
    now: context.clock.now(),
  });
  for (const scored of scores) {
    const unit = units.find(({ id }) => id === scored.organizationId);
    if (unit === undefined) continue;
    const place = { campaignId: campaign.id, organizationId: unit.id };
    const known = await listOfUnit(context.db, place);
    const plan = planFindings(findingsOf(alerts, scored), known);
    counts.checked += 1;
    if (!(await keep(context, { campaign, version, unit, plan }))) continue;
    counts.raised += plan.raised.length;
    counts.lapsed += plan.lapsed.length;
  }
  return counts;
}

type Kept = { campaign: CampaignRow; version: CampaignVersion; unit: Organization; plan: Plan };

/** One change a unit; where somebody decided meanwhile it is left to the next look. */
async function keep(
  context: JobContext,
  { campaign, version, unit, plan }: Kept,
): Promise<boolean> {
  const at = context.clock.now();
  const raised = plan.raised.map((finding) => rowOf(context, { campaign, version, unit, finding }));
  const steps: Step[] = [
    ...raised.map(insertProposal),
    ...plan.lapsed.map((row) => updateProposal(row, { lapsedAt: at })),
    ...plan.restored.map((row) => updateProposal(row, { lapsedAt: null })),
    ...plan.changed.map(({ row, finding: { reason, eventIds } }) =>
      updateProposal(row, { reason, eventIds }),
    ),
  ];
  if (steps.length === 0) return false;
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const outcome = await context.writer.commit({
    steps,
    audit: {
      action: raised.length > 0 ? 'proposal.raise' : 'proposal.lapse',
      actor,
      subjectKind: 'organization',
      subjectId: unit.id,
      at,
      facts: {
        campaignId: campaign.id,
        raised: idsOf(raised),
        lapsed: idsOf(plan.lapsed),
        restored: idsOf(plan.restored),
        changed: idsOf(plan.changed.map(({ row }) => row)),
      },
    },
  });
  return outcome.status === 'committed';
}

function rowOf(
  context: JobContext,
  { campaign, version, unit, finding }: Omit<Kept, 'plan'> & { finding: Finding },
): StoredProposal {
  return {
    id: context.ids.next('prp'),
    campaignId: campaign.id,
    organizationId: unit.id,
    supervisionPath: unit.paths.supervision ?? '',
    territoryPath: unit.paths.territory ?? '',
    ruleKey: finding.rule,
    occasion: finding.occasion,
    versionHash: version.hash,
    title: finding.title,
    measure: finding.measure,
    post: finding.post,
    words: finding.words ?? null,
    source: finding.source,
    reason: finding.reason,
    eventIds: finding.eventIds,
    state: 'proposed',
    foundAt: context.clock.now(),
    lapsedAt: null,
    decidedBy: null,
    decidedByPost: null,
    standsIn: false,
    decidedAt: null,
    decisionReason: null,
    measureKind: null,
    taken: null,
    takenByPost: null,
    takenAt: null,
    version: 1,
  };
}
