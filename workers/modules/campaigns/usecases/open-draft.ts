import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { rollForward } from '#plugins/sdk/roll-forward/roll-forward.ts';
import type { RolledForward } from '#plugins/sdk/roll-forward/roll-forward.ts';
import type { BlankDraft, Draft, DraftMoved, OpenDraft } from '#schema/contracts/campaigns.ts';
import { loadEdition } from '#workers/modules/plugin-host/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { blankCampaign } from '../blank.domain.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { findCampaignRow, loadVersion } from '../versions.repository.ts';
import { changeOf, movedOf, postOf } from './commit-draft.ts';
import { findInForce, planDraft } from './plan-draft.ts';
import type { Opening } from './plan-draft.ts';
import { showDraft } from './show-draft.ts';

/** Opens a draft: a template as it is or for another year, the running version, or nothing at all. */
export async function openDraft(request: {
  context: TenantContext;
  input: OpenDraft & { requestKey?: RequestKey | undefined };
}): Promise<Draft> {
  const { context, input } = request;
  assertCan(context.actor, 'campaigns.draft', {});
  const { requestKey, ...wanted } = input;
  return commitOpening(context, await openingOf(context, wanted), requestKey);
}

/** Makes the draft of an opening, with all its parts, in one change. */
export async function commitOpening(
  context: TenantContext,
  opening: Opening,
  requestKey: RequestKey | undefined,
): Promise<Draft> {
  const author = { id: context.actor.personId, post: postOf(context.actor) };
  const { draft, steps } = planDraft(context, { opening, author });
  const action = opening.amends === null ? 'campaign.create' : 'campaign.amend';
  const facts = { origin: opening.origin };
  const change = changeOf(context, { draftId: draft.id, action, facts, steps });
  const answer: DraftMoved = movedOf(draft);
  const { id } = await commitAnswer(context.writer, change, { answer, requestKey });
  return showDraft({ context, input: { id } });
}

function openingOf(context: TenantContext, wanted: OpenDraft): Promise<Opening> | Opening {
  switch (wanted.from) {
    case 'template':
      return fromTemplate(context, wanted);
    case 'version':
      return fromVersion(context, wanted);
    case 'blank':
      return fromNothing(context, wanted);
  }
}

/** 空白方案: no template and no earlier year stands behind it. */
function fromNothing(context: TenantContext, input: BlankDraft): Opening {
  if (input.period.to < input.period.from) throw campaignsErrors['campaigns.period_reversed']();
  const name = context.ids.next('drf').slice(-10).toLowerCase();
  return {
    campaign: blankCampaign(input, name),
    toReview: [],
    origin: { from: 'blank' },
    amends: null,
  };
}

type FromTemplate = Extract<OpenDraft, { from: 'template' }>;
type FromVersion = Extract<OpenDraft, { from: 'version' }>;

async function fromTemplate(context: TenantContext, input: FromTemplate): Promise<Opening> {
  const { plugin, year, toYear } = input;
  if (plugin !== context.tenant.plugin.id) throw campaignsErrors['campaigns.unknown_template']();
  const { campaign: original, rollForward: plan } = await loadEdition(context.tenant, year);
  const isRolled = toYear !== undefined && toYear !== year;
  const drafted = isRolled
    ? toPoints(rollForward(original, { toYear, calendar: officialCalendar, plan }))
    : { campaign: original, toReview: [] };
  const known = await findInForce(context.db, drafted.campaign);
  return {
    ...drafted,
    origin: {
      from: 'template',
      plugin,
      year,
      ...(isRolled ? { toYear } : {}),
      ...(known === undefined ? {} : { replaces: known.version }),
    },
    amends: known?.id ?? null,
  };
}

async function fromVersion(context: TenantContext, input: FromVersion): Promise<Opening> {
  const { campaignId, toYear } = input;
  const row = await findCampaignRow(context.db, campaignId);
  if (row === undefined) throw campaignsErrors['campaigns.not_found']();
  const { campaign, number, hash } = await loadVersion(context.db, row.currentHash);
  const origin = { from: 'version' as const, campaignId, title: campaign.title, number, hash };
  if (toYear === undefined || toYear === campaign.year) {
    if (row.state === 'archived') throw campaignsErrors['campaigns.archived']();
    return { campaign, toReview: [], origin, amends: campaignId };
  }
  const rolled = rollForward(campaign, { toYear, calendar: officialCalendar });
  return { ...toPoints(rolled), origin: { ...origin, toYear }, amends: null };
}

function toPoints({ campaign, toReview }: RolledForward): Pick<Opening, 'campaign' | 'toReview'> {
  return {
    campaign,
    toReview: toReview.map(({ message, ...point }) => ({ ...point, reason: message })),
  };
}
