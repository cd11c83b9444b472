import * as v from 'valibot';
import { hashCampaign } from '#plugins/sdk/canonical.ts';
import type { AuditActor } from '#schema/contracts/audit.ts';
import { CampaignSchema } from '#schema/contracts/campaign/campaign.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { IssueRegistrationSchema } from '#schema/contracts/campaigns.ts';
import type { IssueRegistration, Published } from '#schema/contracts/campaigns.ts';
import { planOpening, planSigning } from '#workers/modules/approvals/index.ts';
import type { ApprovalPlan } from '#workers/modules/approvals/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxEventDraft, Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { planPublication } from './plan-publication.ts';

type CampaignImportContext = Pick<TenantJobContext, 'tenant' | 'db' | 'writer' | 'clock' | 'ids'>;

/** A step of a chain that was taken elsewhere: by whom, in which post, when. */
export type TakenStep = { stepKey: string; personId: string; post: string; at: number };

const constraints = {
  'campaigns.key, campaigns.year': campaignsErrors['campaigns.key_taken'],
  'campaign_versions.hash': campaignsErrors['campaigns.key_taken'],
};

/**
 * Keeps the original of a past year as an archived campaign: to be read and compared with, nobody
 * files for it and no approval of this system stands behind it.
 */
export async function archiveEdition(request: {
  context: CampaignImportContext;
  input: { campaign: Campaign; actor: AuditActor };
}): Promise<Published> {
  const { context, input } = request;
  const campaign = v.parse(CampaignSchema, input.campaign);
  const plan = planPublication(context, {
    campaign,
    hash: await hashCampaign(campaign),
    plugin: context.tenant.plugin,
    issue: null,
    approvalId: null,
    state: 'archived',
  });
  const facts = { ...plan.published, state: 'archived' };
  await commitImport(context, { ...plan, events: [], actor: input.actor, facts });
  return plan.published;
}

/**
 * Takes over a campaign that was signed and issued outside of this system, with the record of who
 * signed; it comes into force, so units get their filings.
 */
export async function importCampaign(request: {
  context: CampaignImportContext;
  input: {
    campaign: Campaign;
    issue: IssueRegistration;
    signatures: readonly TakenStep[];
    actor: AuditActor;
  };
}): Promise<Published> {
  const { context, input } = request;
  const campaign = v.parse(CampaignSchema, input.campaign);
  const issue = v.parse(IssueRegistrationSchema, input.issue);
  const hash = await hashCampaign(campaign);
  const approval = planSignatures(context, { campaign, hash, signatures: input.signatures });
  const plan = planPublication(context, {
    campaign,
    hash,
    plugin: context.tenant.plugin,
    issue,
    approvalId: approval.id,
    state: 'running',
  });
  const facts = { ...plan.published, approvalId: approval.id, issue };
  await commitImport(context, {
    steps: [...approval.steps, ...plan.steps],
    published: plan.published,
    events: [plan.event],
    actor: input.actor,
    facts,
  });
  return plan.published;
}

/** The whole chain as it was taken, step by step, under the same rules as on line. */
function planSignatures(
  context: CampaignImportContext,
  input: { campaign: Campaign; hash: string; signatures: readonly TakenStep[] },
): { id: string; steps: Step[] } {
  const { campaign, hash, signatures } = input;
  const acting = (at: number, personId: string) => ({
    clock: { now: () => at },
    ids: context.ids,
    actor: { personId },
  });
  const [first] = signatures;
  const opened = planOpening(acting(first?.at ?? context.clock.now(), first?.personId ?? ''), {
    subject: { kind: 'campaign-draft', id: hash, organizationId: null },
    contentHash: hash,
    chain: campaign.approval,
  });
  const plans: ApprovalPlan[] = [opened];
  for (const { stepKey, personId, post, at } of signatures) {
    const before = plans.at(-1) ?? opened;
    plans.push(planSigning(acting(at, personId), before.approval, { stepKey, actorPost: post }));
  }
  const { approval } = plans.at(-1) ?? opened;
  if (approval.state !== 'completed') throw campaignsErrors['campaigns.not_signed']();
  return { id: approval.id, steps: plans.map(({ step }) => step) };
}

function commitImport(
  context: CampaignImportContext,
  input: {
    steps: readonly Step[];
    published: Published;
    events: readonly OutboxEventDraft[];
    actor: AuditActor;
    facts: Parameters<typeof commitOrThrow>[1]['audit']['facts'];
  },
) {
  const { steps, published, events, actor, facts } = input;
  const at = context.clock.now();
  const subject = { subjectKind: 'campaign', subjectId: published.campaignId };
  const audit = { action: 'campaign.import' as const, actor, ...subject, at, facts };
  return commitOrThrow(context.writer, { steps, events, audit }, { constraints });
}
