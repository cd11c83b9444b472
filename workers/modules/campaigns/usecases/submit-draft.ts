import { hashCampaign } from '#plugins/sdk/canonical.ts';
import { movesDatesOnly } from '#plugins/sdk/differences/date-moves.ts';
import type { ApprovalStepDefinition, Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { CampaignProblem, DraftMoved } from '#schema/contracts/campaigns.ts';
import { moveByOpening } from '#workers/modules/approvals/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { listParts } from '../draft-parts.repository.ts';
import type { DraftRow } from '../drafts.repository.ts';
import { toCampaign } from '../parts.domain.ts';
import {
  findCampaignByKey,
  findCampaignRow,
  findVersionPlace,
  loadVersion,
} from '../versions.repository.ts';
import { commitMove, movedOf, refuseOrReplay } from './commit-draft.ts';
import { findProblems } from './find-problems.ts';
import { loadDraft, lockOf } from './load-draft.ts';
import { assertWithinCeiling, isOverCeiling } from './measure-burden.ts';

type SubmitInput = {
  id: string;
  acknowledged?: boolean | undefined;
  codes?: readonly string[] | undefined;
  requestKey?: RequestKey | undefined;
};

/**
 * 提交核稿: the draft is checked, its content named by its hash, and the chain of its own posts
 * begins over that hash. Who submits has drafted: that step is taken.
 */
export async function submitDraft(request: {
  context: TenantContext;
  input: SubmitInput;
}): Promise<DraftMoved> {
  const { context, input } = request;
  const draft = await loadDraft(context, input.id, 'campaigns.draft');
  const { requestKey } = input;
  const action = 'approval.open';
  const code = lockOf(draft);
  if (code !== undefined) {
    return refuseOrReplay(context, { draft, code, action, requestKey, model: movedOf(draft) });
  }
  const campaign = toCampaign(await listParts(context.db, draft.id));
  const acknowledged = await assertChecked(context, { draft, campaign, input });
  const chain = await chainOf(context, draft, campaign);
  const countersigned = chain.some(({ role }) => role === 'countersigner');
  await assertWithinCeiling(context, campaign, countersigned);
  const contentHash = await hashCampaign(campaign);
  await assertNew(context, { draft, campaign, contentHash });
  const move = moveByOpening(context, {
    subject: { kind: 'campaign-draft', id: draft.id, organizationId: null },
    contentHash,
    chain,
    takesFirst: chain[0]?.role === 'drafter',
  });
  return commitMove(context, {
    draft,
    ...move,
    update: { state: 'signing', ...move.update },
    facts: { ...move.facts, acknowledged },
    requestKey,
  });
}

/**
 * An amendment that moves days and changes nothing else needs no 会签 of the offices that were
 * asked before, unless the burden is such that they have to be.
 */
async function chainOf(
  context: TenantContext,
  { amendsCampaignId }: DraftRow,
  campaign: Campaign,
): Promise<ApprovalStepDefinition[]> {
  const short = campaign.approval.filter(({ role }) => role !== 'countersigner');
  if (amendsCampaignId === null || short.length < 2) return campaign.approval;
  const row = await findCampaignRow(context.db, amendsCampaignId);
  if (row === undefined) return campaign.approval;
  const before = await loadVersion(context.db, row.currentHash);
  const isShort =
    movesDatesOnly(before.campaign, campaign) && !(await isOverCeiling(context, campaign));
  return isShort ? short : campaign.approval;
}

type Checked = { draft: DraftRow; campaign: Campaign; input: SubmitInput };

/** Errors stop here; warnings stand when whoever submits names them. */
async function assertChecked(
  context: TenantContext,
  { draft, campaign, input }: Checked,
): Promise<string[]> {
  const problems = await findProblems(context, { campaign, amends: draft.amendsCampaignId });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw campaignsErrors['campaigns.has_errors']({
      values: { count: errors.length },
      errors: errors.map((problem) => toEntry(context, problem)),
      extras: { problems: errors },
    });
  }
  const named = new Set(input.acknowledged === true ? input.codes : []);
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const open = warnings.filter(({ code }) => !named.has(code));
  if (open.length > 0) {
    throw campaignsErrors['campaigns.warnings_open']({
      values: { count: open.length },
      extras: { problems: open },
    });
  }
  return [...new Set(warnings.map(({ code }) => code))];
}

function toEntry({ locale }: TenantContext, { path, code, message, mend }: CampaignProblem) {
  const text = locale === 'en' ? `${message.en}. ${mend.en}` : `${message.zh}。${mend.zh}`;
  return { path: `/${path}`, code, message: text };
}

/** A version never changes, so no content comes into force twice. */
async function assertNew(
  context: TenantContext,
  input: { draft: DraftRow; campaign: Campaign; contentHash: string },
): Promise<void> {
  const { draft, campaign, contentHash } = input;
  const place = await findVersionPlace(context.db, contentHash);
  if (place !== undefined) {
    const row = await findCampaignRow(context.db, place.campaignId);
    if (row?.currentHash === contentHash) throw campaignsErrors['campaigns.nothing_changed']();
    throw campaignsErrors['campaigns.same_as_before']({ values: { number: place.number } });
  }
  if (draft.amendsCampaignId !== null) return;
  const known = await findCampaignByKey(context.db, campaign);
  if (known !== undefined) throw campaignsErrors['campaigns.key_taken']();
}
