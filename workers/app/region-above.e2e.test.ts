import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectPack } from '#plugins/sdk/testing/pack.fixtures.ts';
import type { Comparability, Comparison } from '#schema/contracts/oversight.ts';
import type { Snapshot } from '#schema/contracts/snapshots.ts';
import { sourceOfPack } from '#workers/cli/tenant/add-tenant.ts';
import { publishCommonIndicators, registerRegionKey } from '#workers/modules/oversight/index.ts';
import {
  placeFilings,
  publishCompared,
  usualHalfYear,
} from '#workers/modules/snapshots/snapshots.fixtures.ts';
import { createStoredKey } from '#workers/platform/crypto/signature.driver.ts';
import type { CastName } from './testing/cast.fixtures.ts';
import { createTestApp, hostOf } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';

const file = readFileSync(new URL('./testing/riverside.pack.json', import.meta.url), 'utf8');
const slug = 'riverside';

let world: TestApp;

beforeAll(async () => {
  const { pack, hash } = await expectPack(file);
  const key = await createStoredKey();
  const overrides = { keyRing: { keyFor: async () => key } };
  const source = sourceOfPack(pack, hash);
  world = await createTestApp({ tenants: [slug], source, overrides });
  await publishCommonIndicators({ context: world.control });
  await registerRegionKey({ context: world.control, input: { slug, key } });
  const campaignId = await publishCompared(world.site, pack.campaign);
  await placeFilings(world.site.database, campaignId, usualHalfYear());
}, 60_000);
afterAll(() => world.close());

async function post(name: CastName, path: string, json: unknown = {}): Promise<Snapshot> {
  const client = await world.as(name);
  const answer = await client(`/api/snapshots${path}`, { json });
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.json<Snapshot>();
}

describe('a region that came from a file, before the higher authority', () => {
  it('reports by the crosswalk of its file and stands in the line of its own level', async () => {
    const { id } = await post('drafter', '', { period: '2026-H1' });
    await post('drafter', `/${id}/submit`);
    await post('checker', `/${id}/approval/sign`, { step: 'checked' });
    await post('signer', `/${id}/approval/sign`, { step: 'signed' });
    await post('drafter', `/${id}/send`);
    expect(await world.app.work.sweep(slug)).toMatchObject({ later: 0 });
    const analyst = await world.as('analyst', hostOf('oversight'));
    const address = '/api/oversight/indicators/on-time-filing-rate?level=prefecture';
    const { rows } = (await analyst(address)).json<Comparison>();
    expect(rows).toMatchObject([{ region: slug, match: 'near', numerator: 36, denominator: 40 }]);
    const other = await analyst('/api/oversight/indicators/on-time-filing-rate?level=district');
    expect(other.json<Comparison>().rows).toEqual([]);
  });

  it('is said not to measure what its file has no crosswalk for', async () => {
    const analyst = await world.as('analyst', hostOf('oversight'));
    const answer = await analyst('/api/oversight/comparability?level=prefecture&period=2026-H1');
    expect(answer.status).toBe(200);
    const { rows } = answer.json<Comparability>();
    const states = rows.map(({ indicator, cells }) => [indicator.key, cells[0]?.state]);
    expect(Object.fromEntries(states)).toMatchObject({ 'on-time-filing-rate': 'measured' });
    expect(states.filter(([, state]) => state === 'not-measured')).toHaveLength(states.length - 1);
  });
});
