import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { checkRequest } from '#plugins/sdk/requests/check-request.ts';
import type { CampaignProblem } from '#schema/contracts/campaigns.ts';
import type { RequestChecks } from '#schema/contracts/request-overview.ts';
import type { RequestDraft } from '#schema/contracts/requests.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { loadRequest } from './load-request.ts';
import { reachOf } from './reach-of.ts';
import type { Reach } from './reach-of.ts';
import { askedForms, readAskedInYear } from './weigh-request.ts';
import type { AskedInYear } from './weigh-request.ts';

export type Checked = { problems: CampaignProblem[]; reach: Reach; asked: AskedInYear };

/** The clause that a basis cites, where the campaign and the clause are there. */
export async function findCitation(
  { db }: Pick<TenantContext, 'db'>,
  cites: NonNullable<RequestDraft['basis']>['cites'],
) {
  if (cites === undefined) return undefined;
  const row = await findCampaignRow(db, cites.campaignId);
  if (row === undefined) return undefined;
  const { campaign } = await loadVersion(db, row.currentHash);
  const clause = campaign.clauses.find(({ key }) => key === cites.clause);
  if (cites.clause !== undefined && clause === undefined) return undefined;
  return {
    title: campaign.title,
    clauseNumber: clause?.number ?? '',
    clauseWords: clause?.words ?? '',
  };
}

/** Everything to be said about a request as it is drafted, with the real units. */
export async function checkContent(
  context: TenantContext,
  issuerId: string,
  content: RequestDraft,
): Promise<Checked> {
  const [reach, asked, citation] = await Promise.all([
    reachOf(context, issuerId, content.to ?? { units: [] }),
    readAskedInYear(context),
    findCitation(context, content.basis?.cites),
  ]);
  const now = context.clock.now();
  const today = dayAt(now);
  const problems = checkRequest(content, {
    calendar,
    now,
    today,
    organizations: reach.units,
    reached: reach.reached.map(({ unit }) => unit.id),
    foreign: reach.foreign,
    citationFound: citation !== undefined,
    asked: askedForms(asked, reach, today),
  });
  return { problems, reach, asked };
}

/** 一致性检查 of a request. */
export async function checkDraft(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<RequestChecks> {
  const { context, input } = request;
  const row = await loadRequest(context, input.id);
  const { problems } = await checkContent(context, row.issuerId, row.content);
  const count = (severity: string) => problems.filter((each) => each.severity === severity).length;
  return {
    counts: { error: count('error'), warning: count('warning'), hint: count('hint') },
    problems,
  };
}
