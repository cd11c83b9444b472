import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { paperOf, publishSeries } from './papers.fixtures.ts';
import { takeNumber } from './usecases/take-number.ts';

type Given = Parameters<RouteSample>[0];

const published = new Map<string, Promise<string>>();

async function campaignOf({ site }: Given): Promise<string> {
  const opening =
    published.get(site.database.namespace) ??
    publishSeries(site, { key: 'papers-2026', title: '文书编号' });
  published.set(site.database.namespace, opening);
  return opening;
}

async function paperIn(given: Given): Promise<string> {
  const input = paperOf(await campaignOf(given));
  const context = await createTestContext(given.site, 'drafter');
  return (await takeNumber({ context, input })).id;
}

export const papersSamples: RouteSamples = {
  'POST /api/papers': async (given) => ({
    json: paperOf(await campaignOf(given)),
    foreignStatus: 422,
  }),
  'POST /api/papers/:id/void': async (given) => ({
    params: { id: await paperIn(given) },
    json: { reason: '文书内容有误' },
  }),
};
