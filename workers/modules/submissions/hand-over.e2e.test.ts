import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestClient, signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD, testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { createAccounts, hashPassword } from '#workers/modules/identity/index.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import {
  acceptFiling,
  expectOk,
  fileWith,
  filingIdOf,
  readRollUp,
  rollUpCampaign,
  sendOff,
} from './roll-up.fixtures.ts';
import { fillIn, publishInto } from './submissions.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
let bureau: TestClient;
let city: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  await publishInto(world.site, rollUpCampaign());
  clerk = await world.as('clerk');
  bureau = await world.as('reviewer');
  city = await world.as('checker');
}, 60_000);
afterAll(() => world.close());

const idOf = (task: string, unit: string) => filingIdOf(world.site, task, world.site.units[unit]);
const show = async (client: TestClient, id: string) =>
  expectOk<SubmissionDetail>(await client(`/api/submissions/${id}`));

describe('a filing on behalf that the unit claims later', () => {
  it('is marked until then, and counts as the unit’s own in the roll-up afterwards', async () => {
    const id = await idOf('cases-of-unit', 'hospital');
    const summary = await idOf('cases-of-bureau', 'bureau');
    await fileWith(bureau, id, { cases: 2, amount: '10' });
    await acceptFiling(city, id);
    expect((await show(clerk, id)).summary).toMatchObject({ state: 'accepted', onBehalf: true });
    const cell = async () =>
      (await readRollUp(bureau, summary)).units.find(({ submissionId }) => submissionId === id);
    expect(await cell()).toMatchObject({ state: 'on-behalf', figures: { cases: 2 } });
    expectOk(await clerk(`/api/submissions/${id}/claim`, { json: {} }));
    expect(await cell()).toMatchObject({ state: 'accepted', figures: { cases: 2 } });
    expect((await show(clerk, id)).summary.claimedAt).toBe(world.clock.now());
    const again = await clerk(`/api/submissions/${id}/claim`, { json: {} });
    expect(again.json<{ code: string }>().code).toBe('submissions.nothing_to_claim');
  });
});

/** A new clerk in the post of the old one. */
async function succeed(unit: string): Promise<TestClient> {
  const { database, units } = world.site;
  const [account] = await createAccounts({
    context: database,
    input: {
      accounts: [
        {
          username: 'successor',
          name: '接任填报岗',
          post: '接任填报岗',
          secret: { passwordHash: await hashPassword(TEST_PASSWORD) },
          organizationId: units[unit],
        },
      ],
      actor: testActor,
    },
  });
  const grants = [
    {
      personId: account?.personId ?? '',
      role: 'hospital-clerk' as const,
      organizationId: units[unit],
    },
  ];
  await giveGrants({ context: database, input: { grants, actor: testActor, scope: 'tenant' } });
  const cookie = await signInForCookie(world.visitor(), 'successor', TEST_PASSWORD);
  const fetch = (request: Request) => world.app.fetch(request);
  return createTestClient({ fetch, origin: `http://${hostOf('dong')}`, cookie });
}

describe('a clerk who is moved in the middle of a draft', () => {
  it('leaves it to the next one, who sees which post wrote what, goes on and files', async () => {
    const id = await idOf('cases-of-unit', 'direct-hospital');
    const before = await world.as('other-clerk');
    await fillIn(before, id, { cases: 4 });
    const successor = await succeed('direct-hospital');
    const security = await world.as('security-admin');
    const person = world.site.people['other-clerk'];
    expectOk(await security(`/api/accounts/${person}/disable`, { json: { reason: '调离岗位' } }));
    world.clock.tick(6000);
    expect((await before(`/api/submissions/${id}`)).status).toBe(401);
    const detail = await show(successor, id);
    expect(detail.answers).toEqual({ cases: 4 });
    expect(detail.revisions['cases']).toMatchObject({ revision: 1, byPost: '行风办填报岗' });
    await fillIn(successor, id, { amount: '0' });
    expect((await sendOff(successor, id)).organizationName).toBe('直属中心医院');
    expect((await show(successor, id)).revisions['amount']?.byPost).toBe('接任填报岗');
  });
});
