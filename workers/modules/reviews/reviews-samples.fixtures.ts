import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { listInStates } from '#workers/modules/submissions/index.ts';
import { publishScored } from './reviews.fixtures.ts';

const published = new Map<string, ReturnType<typeof publishScored>>();

/** A campaign with a scorecard, published once a site, and a filing of it. */
export async function scoredFilingOf({ site }: Parameters<RouteSample>[0]) {
  const open = published.get(site.database.namespace) ?? publishScored(site);
  published.set(site.database.namespace, open);
  const { campaignId } = await open;
  const due = await listInStates(site.database.db, {
    states: ['due'],
    range: { everything: true },
    limit: 100,
  });
  const filing = due.find((each) => each.campaignId === campaignId);
  if (filing === undefined) throw new Error('no filing was opened');
  return { id: filing.id, campaignId, organizationId: filing.organizationId };
}

const onFiling =
  (json?: unknown): RouteSample =>
  async (given) => ({
    params: { submissionId: (await scoredFilingOf(given)).id },
    ...(json === undefined ? {} : { json }),
  });

export const reviewsSamples: RouteSamples = {
  'GET /api/reviews/:submissionId': onFiling(),
  'POST /api/reviews/:submissionId/decisions': onFiling({ decision: 'accept' }),
  'POST /api/reviews/:submissionId/decisions/undo': onFiling(),
  'POST /api/reviews/recusals': ({ site }) => ({
    json: { organizationId: site.units['hospital'], reason: '曾在该单位任职' },
    foreignStatus: 404,
  }),
};
