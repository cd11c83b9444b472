import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { on, task } from '#plugins/sdk/define.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { OrganizationDraft } from '#schema/contracts/organizations.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestClient, signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD, testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { createAccounts, hashPassword } from '#workers/modules/identity/index.ts';
import { giveGrants, importOrganizations } from '#workers/modules/organizations/index.ts';
import {
  acceptFiling,
  fileWith,
  filingIdOf,
  putSums,
  readRollUp,
  rollUpCampaign,
  sendOff,
} from './roll-up.fixtures.ts';
import { fillIn, publishInto } from './submissions.fixtures.ts';

let world: TestApp;
let office: TestClient;
let checker: TestClient;
let units: Record<string, string>;

const under = (superior?: string) => [
  { relation: 'supervision' as const, ...(superior === undefined ? {} : { superior }) },
];
const unit = (key: string, kind: 'bureau' | 'hospital', superior?: string): OrganizationDraft => ({
  key,
  name: `单位${key}`,
  order: 300,
  kind,
  relations: under(superior),
});

/** A city over two districts, three hospitals under the one and one under the other. */
const tree: OrganizationDraft[] = [
  { ...unit('city', 'bureau'), tags: ['city'] },
  unit('east', 'bureau', 'city'),
  unit('west', 'bureau', 'city'),
  unit('e1', 'hospital', 'east'),
  unit('e2', 'hospital', 'east'),
  unit('e3', 'hospital', 'east'),
  unit('w1', 'hospital', 'west'),
];

/** The campaign of one level, and the city that adds up what its districts have added up. */
function twoLevels(): Campaign {
  const campaign = rollUpCampaign();
  const sums = ['units', 'cases', 'amount'].map((field) => ({ field, of: field }));
  const tasks = campaign.tasks.map((each) =>
    each.key === 'cases-of-bureau'
      ? { ...each, audience: { all: [each.audience, { not: { tag: ['city'] } }] } }
      : each,
  );
  const [first] = campaign.clauses;
  const { key, ...rest } = task('cases-of-city', {
    title: '全市汇总',
    audience: { tag: ['city'] },
    due: on('2026-07-31', '7月31日前'),
    to: 'medical',
    form: 'case-summary',
    signOff: ['filler'],
    rollUp: { task: 'cases-of-bureau', relation: 'supervision', sums },
    minutes: 30,
    quote: '汇总上报',
  });
  const city = {
    ...rest,
    key,
    clause: first?.key ?? '',
    form: 'case-summary',
    source: { clause: first?.key ?? '' },
  };
  return { ...campaign, key: 'two-levels', tasks: [...tasks, city as Campaign['tasks'][number]] };
}

/** A post of the commission itself that fills in for anybody. */
async function signInAsOffice(): Promise<TestClient> {
  const { database } = world.site;
  const passwordHash = await hashPassword(TEST_PASSWORD);
  const [account] = await createAccounts({
    context: database,
    input: {
      accounts: [
        { username: 'office', name: '行风办', post: '行风办报送岗', secret: { passwordHash } },
      ],
      actor: testActor,
    },
  });
  const grants = [{ personId: account?.personId ?? '', role: 'bureau-reviewer' as const }];
  await giveGrants({ context: database, input: { grants, actor: testActor, scope: 'tenant' } });
  const cookie = await signInForCookie(world.visitor(), 'office', TEST_PASSWORD);
  const fetch = (request: Request) => world.app.fetch(request);
  return createTestClient({ fetch, origin: `http://${hostOf('dong')}`, cookie });
}

beforeAll(async () => {
  world = await createTestApp();
  const imported = await importOrganizations({
    context: world.site.database,
    input: { units: tree, actor: testActor },
  });
  units = Object.fromEntries(imported.units.map(({ key, id }) => [key, id]));
  await publishInto(world.site, twoLevels());
  office = await signInAsOffice();
  checker = await world.as('checker');
}, 60_000);
afterAll(() => world.close());

const idOf = (taskKey: string, key: string) => filingIdOf(world.site, taskKey, units[key]);

async function report(key: string, cases: number, amount: string): Promise<void> {
  const id = await idOf('cases-of-unit', key);
  await fileWith(office, id, { cases, amount });
  await acceptFiling(checker, id);
}

async function addUp(taskKey: string, key: string): Promise<string> {
  const id = await idOf(taskKey, key);
  await fillIn(office, id, { narrative: `${key}：已核对` });
  await putSums(office, id);
  await sendOff(office, id);
  return id;
}

const sumsOf = async (id: string) =>
  Object.fromEntries((await readRollUp(office, id)).figures.map(({ field, sum }) => [field, sum]));

describe('汇总上报 over two levels', () => {
  it('adds up nothing while no district has been accepted', async () => {
    const city = await idOf('cases-of-city', 'city');
    expect((await readRollUp(office, city)).counts).toMatchObject({ due: 2, missing: 2, filed: 0 });
    expect(await sumsOf(city)).toEqual({ units: 0, cases: 0, amount: '0' });
  });

  it('gives the districts the sums of their own hospitals and of no others', async () => {
    await report('e1', 1, '0.10');
    await report('e2', 2, '0.20');
    await report('w1', 40, '1000');
    expect(await sumsOf(await idOf('cases-of-bureau', 'east'))).toEqual({
      units: 2,
      cases: 3,
      amount: '0.3',
    });
    expect(await sumsOf(await idOf('cases-of-bureau', 'west'))).toEqual({
      units: 1,
      cases: 40,
      amount: '1000',
    });
  });

  it('gives the city the sum of the districts, which is that of all hospitals', async () => {
    const districts = [
      await addUp('cases-of-bureau', 'east'),
      await addUp('cases-of-bureau', 'west'),
    ];
    for (const id of districts) await acceptFiling(checker, id);
    const city = await idOf('cases-of-city', 'city');
    expect((await readRollUp(office, city)).counts).toMatchObject({ due: 2, onBehalf: 2 });
    expect(await sumsOf(city)).toEqual({ units: 3, cases: 43, amount: '1000.3' });
  });

  it('carries an adjusted figure upwards as it was reported, not as it was summed', async () => {
    const city = await idOf('cases-of-city', 'city');
    await report('e3', 5, '1');
    expect(await sumsOf(await idOf('cases-of-bureau', 'east'))).toMatchObject({ cases: 8 });
    expect(await sumsOf(city)).toMatchObject({ cases: 43 });
    expect((await readRollUp(office, await idOf('cases-of-bureau', 'east'))).filed).toMatchObject({
      counts: { due: 3, missing: 1 },
    });
  });
});
