import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { placeFilings, publishCompared, usualHalfYear } from './snapshots.fixtures.ts';
import { prepareSnapshot } from './usecases/prepare-snapshot.ts';

type Given = Parameters<RouteSample>[0];

const prepared = new Map<string, Promise<string>>();

async function prepareIn(site: Given['site']): Promise<string> {
  const campaignId = await publishCompared(site);
  await placeFilings(site.database, campaignId, usualHalfYear());
  const context = await createTestContext(site, 'drafter');
  return (await prepareSnapshot({ context, input: { period: '2026-H1' } })).id;
}

/** The sample of a route that names one. */
const onSnapshot =
  (json?: unknown): RouteSample =>
  async ({ site }) => {
    const id = prepared.get(site.database.namespace) ?? prepareIn(site);
    prepared.set(site.database.namespace, id);
    return { params: { id: await id }, ...(json === undefined ? {} : { json }) };
  };

export const snapshotsSamples: RouteSamples = {
  'GET /api/snapshots/preview': () => ({ query: { period: '2026-H1' }, foreignStatus: 409 }),
  'GET /api/snapshots/:id': onSnapshot(),
  'POST /api/snapshots': () => ({ json: { period: '2026-H1' }, foreignStatus: 409 }),
  'POST /api/snapshots/:id/submit': onSnapshot({}),
  'POST /api/snapshots/:id/send': onSnapshot({}),
  'POST /api/snapshots/:id/approval/sign': onSnapshot({ step: 'checked' }),
  'POST /api/snapshots/:id/approval/return': onSnapshot({ step: 'checked', comment: '请核对' }),
  'POST /api/snapshots/:id/approval/withdraw': onSnapshot({}),
};
