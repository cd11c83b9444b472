import { checkCampaign } from '#plugins/sdk/check/check-campaign.ts';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { CampaignProblem } from '#schema/contracts/campaigns.ts';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import { readOrganizationBook } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { countingDay } from '../burden.domain.ts';
import { workOf } from '../parts.domain.ts';
import { toUnitFacts } from '../units.domain.ts';
import { findUpperCampaign } from '../upper-campaigns.repository.ts';
import { findCampaignBefore, findCampaignRow, loadVersion } from '../versions.repository.ts';
import type { CampaignVersion } from '../versions.repository.ts';

type Reading = Pick<TenantJobContext, 'db' | 'clock'>;

/** 一致性检查 of a campaign as drafted, with the real units and what it amends or follows. */
export async function findProblems(
  context: Reading,
  input: { campaign: Campaign; amends: string | null; issuedOn?: string | undefined },
): Promise<CampaignProblem[]> {
  const { campaign, amends, issuedOn } = input;
  const [book, previous, upper] = await Promise.all([
    readOrganizationBook(context.db),
    amends === null ? findEarlier(context, campaign) : findCurrent(context, amends),
    findUpperCampaign(context.db, campaign.inherits?.hash),
  ]);
  const today = dayAt(context.clock.now());
  return checkCampaign(campaign, {
    calendar: officialCalendar,
    publishedOn: today,
    commonIndicators: commonIndicatorCatalogue,
    asOf: countingDay(campaign.period, today),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(book.units.length === 0 ? {} : { organizations: toUnitFacts(book) }),
    ...(previous === undefined ? {} : { previous: previous.campaign }),
    ...(upper === undefined ? {} : { upper }),
  });
}

/** The version in force of the newest campaign of the same work in an earlier year. */
export async function findEarlier(
  context: Reading,
  campaign: Pick<Campaign, 'key' | 'year'>,
): Promise<CampaignVersion | undefined> {
  const work = workOf(campaign);
  const row = await findCampaignBefore(context.db, {
    year: campaign.year,
    isSameWork: (other) => workOf(other) === work,
  });
  return row && loadVersion(context.db, row.currentHash);
}

async function findCurrent(context: Reading, id: string): Promise<CampaignVersion | undefined> {
  const row = await findCampaignRow(context.db, id);
  return row && loadVersion(context.db, row.currentHash);
}
