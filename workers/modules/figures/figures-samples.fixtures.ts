import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { publishFigures } from './figures.fixtures.ts';

const published = new Map<string, Promise<{ campaignId: string }>>();

const ofCampaign =
  (query: Record<string, string> = {}): RouteSample =>
  async ({ site }) => {
    const open = published.get(site.database.namespace) ?? publishFigures(site);
    published.set(site.database.namespace, open);
    const { campaignId } = await open;
    return { query: { campaign: campaignId, ...query }, foreignStatus: 404 };
  };

export const figuresSamples: RouteSamples = {
  'GET /api/figures': ofCampaign({ keys: 'filings.due,problems.closed' }),
  'GET /api/figures/catalogue': ofCampaign(),
  'GET /api/figures/overview': ofCampaign({ asOf: '2026-07-01' }),
  'GET /api/figures/table': ofCampaign({ keys: 'filings.due', by: 'unit' }),
  'GET /api/figures/items': ofCampaign({ figure: 'filings.overdue' }),
};
