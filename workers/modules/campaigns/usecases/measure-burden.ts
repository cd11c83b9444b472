import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { BurdenAnswer } from '#schema/contracts/campaigns.ts';
import { readOrganizationBook } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { classesOver, measure } from '../burden.domain.ts';
import type { BurdenInput } from '../burden.domain.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { listParts } from '../draft-parts.repository.ts';
import { toCampaign } from '../parts.domain.ts';
import { toUnitFacts } from '../units.domain.ts';
import { findEarlier } from './find-problems.ts';
import { loadDraft } from './load-draft.ts';

/** 负担测算 of a draft, with the real units, against last year's campaign. */
export async function measureBurden(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<BurdenAnswer> {
  const { context, input } = request;
  const draft = await loadDraft(context, input.id, 'campaigns.read');
  const campaign = toCampaign(await listParts(context.db, draft.id));
  return measure(await inputOf(context, campaign));
}

/** A burden over the commission's own ceiling needs a second signature: 会签. */
export async function assertWithinCeiling(
  context: TenantContext,
  campaign: Campaign,
  isCountersigned: boolean,
): Promise<void> {
  if (isCountersigned) return;
  const classes = classesOver(await inputOf(context, campaign), context.locale);
  if (classes.length === 0) return;
  const joint = context.locale === 'en' ? ', ' : '、';
  throw campaignsErrors['campaigns.over_ceiling']({ values: { classes: classes.join(joint) } });
}

/** True where some kind of unit has more to do than the commission's own ceiling. */
export async function isOverCeiling(context: TenantContext, campaign: Campaign): Promise<boolean> {
  return classesOver(await inputOf(context, campaign), context.locale).length > 0;
}

async function inputOf(context: TenantContext, campaign: Campaign): Promise<BurdenInput> {
  const [book, earlier] = await Promise.all([
    readOrganizationBook(context.db),
    findEarlier(context, campaign),
  ]);
  const isLastYear = earlier?.campaign.year === campaign.year - 1;
  return {
    campaign,
    previous: isLastYear ? earlier.campaign : undefined,
    units: toUnitFacts(book),
    calendar: officialCalendar,
    today: dayAt(context.clock.now()),
    ceilingMinutes: context.tenant.parameters.ceilingMinutes,
  };
}
