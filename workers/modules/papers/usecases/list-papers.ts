import type { PaperList, PaperSeries, PaperSeriesList } from '#schema/contracts/papers.ts';
import { listCampaignRows, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { seriesOf, toPaperList } from '../papers.domain.ts';
import { listPapers as listStored, listYears } from '../papers.repository.ts';

/** The series of all campaigns in force; the same prefix in two of them is one series. */
export async function listSeries(request: { context: TenantContext }): Promise<PaperSeriesList> {
  const { context } = request;
  assertCan(context.actor, 'papers.read', {});
  const [campaigns, used] = await Promise.all([
    listCampaignRows(context.db),
    listYears(context.db),
  ]);
  const versions = await Promise.all(
    campaigns.map(async ({ id, currentHash }) => ({
      id,
      campaign: (await loadVersion(context.db, currentHash)).campaign,
    })),
  );
  const found = new Map<string, PaperSeries>();
  for (const { id, campaign } of versions) {
    for (const { series, issuer } of seriesOf(campaign)) {
      const { key, title, prefix, class: kind } = series;
      if (found.has(prefix)) continue;
      const years = used.filter((each) => each.prefix === prefix).map(({ year }) => year);
      found.set(prefix, { campaign: id, key, title, prefix, class: kind, issuer, years });
    }
  }
  return { asOf: context.clock.now(), series: [...found.values()] };
}

/** One series in one year, in order, with what is void and what nothing explains. */
export async function listPapers(request: {
  context: TenantContext;
  input: { prefix: string; year: number };
}): Promise<PaperList> {
  const { context, input } = request;
  assertCan(context.actor, 'papers.read', {});
  return toPaperList(await listStored(context.db, input));
}
