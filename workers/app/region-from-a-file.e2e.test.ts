import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plugins } from '#plugins/registry.ts';
import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { score } from '#plugins/sdk/scoring/score.ts';
import { expectPack } from '#plugins/sdk/testing/pack.fixtures.ts';
import type { CampaignDetail } from '#schema/contracts/campaign-outline.ts';
import type { Checks, Draft, Published } from '#schema/contracts/campaigns.ts';
import type { OrganizationDraft } from '#schema/contracts/organizations.ts';
import type { EntryList, RegisterBoard, Wall } from '#schema/contracts/registers.ts';
import type { ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { sourceOfPack } from '#workers/cli/tenant/add-tenant.ts';
import {
  draftAt,
  expectOk,
  issueAndPublish,
  officeOf,
  signAll,
} from '#workers/modules/campaigns/campaigns.fixtures.ts';
import { createAccounts, hashPassword } from '#workers/modules/identity/index.ts';
import { act, close } from '#workers/modules/registers/registers.fixtures.ts';
import { accept, decide, toDecided } from '#workers/modules/reviews/reviews.fixtures.ts';
import {
  acceptFiling,
  putSums,
  readRollUp,
  sendOff,
} from '#workers/modules/submissions/roll-up.fixtures.ts';
import { fillIn, findMine, uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import { describeRegionEvaluation } from './testing/region-evaluation.suite.ts';
import { createTestApp } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';
import { createTestClient, signInForCookie } from './testing/test-client.fixtures.ts';
import type { TestClient } from './testing/test-client.fixtures.ts';
import { TEST_PASSWORD, testActor } from './testing/test-site.fixtures.ts';

const file = readFileSync(new URL('./testing/riverside.pack.json', import.meta.url), 'utf8');
const slug = 'riverside';

const unit = (
  key: string,
  name: string,
  rest: Pick<OrganizationDraft, 'kind' | 'tags'> & { superior?: string },
): OrganizationDraft => {
  const { superior, ...own } = rest;
  const relation = { relation: 'supervision' as const, ...(superior ? { superior } : {}) };
  return { key, name, order: 300, ...own, relations: [relation] };
};

/** The commission's own office over two districts, two pilot hospitals under the one, one under the other. */
const tree: OrganizationDraft[] = [
  unit('office', '市卫生健康委行风办', { kind: 'department', tags: ['commission'] }),
  unit('north', '北岸县卫生健康局', { kind: 'bureau', superior: 'office' }),
  unit('south', '南岸县卫生健康局', { kind: 'bureau', superior: 'office' }),
  unit('north-1', '北岸第一医院', { kind: 'hospital', superior: 'north', tags: ['pilot'] }),
  unit('north-2', '北岸第二医院', { kind: 'hospital', superior: 'north', tags: ['pilot'] }),
  unit('south-1', '南岸第一医院', { kind: 'hospital', superior: 'south' }),
];
const isOver = (key: string) => ['office', 'north', 'south'].includes(key);

let world: TestApp;
let drafter: TestClient;
let checker: TestClient;
let draft: Draft;
let published: Published;
let units: Record<string, string>;
let posts: Record<string, TestClient>;

/** A post at every unit, given by the security administrator; units have a clerk, the others a reviewer. */
async function openPosts(): Promise<Record<string, TestClient>> {
  const secret = { passwordHash: await hashPassword(TEST_PASSWORD) };
  const accounts = tree.map(({ key, name }) => {
    return { username: key, name, post: `${name}报送岗`, secret, organizationId: units[key] };
  });
  const context = world.site.database;
  const created = await createAccounts({ context, input: { accounts, actor: testActor } });
  const security = await world.as('security-admin');
  const fetch = (request: Request) => world.app.fetch(request);
  const clients: Record<string, TestClient> = {};
  for (const { username, personId } of created) {
    const json = {
      organizationId: units[username],
      reason: '开通岗位',
      ...(isOver(username)
        ? { role: 'bureau-reviewer', relation: 'supervision' }
        : { role: 'hospital-clerk' }),
    };
    await expectOk(security(`/api/accounts/${personId}/grants`, { json }));
    const cookie = await signInForCookie(world.visitor(), username, TEST_PASSWORD);
    clients[username] = createTestClient({ fetch, origin: `http://${slug}.qingfeng.test`, cookie });
  }
  return clients;
}

function post(key: string): TestClient {
  const client = posts[key];
  if (client === undefined) throw new Error(`nobody at ${key}`);
  return client;
}

beforeAll(async () => {
  const { pack, hash } = await expectPack(file);
  world = await createTestApp({ tenants: [slug], source: sourceOfPack(pack, hash) });
  drafter = await world.as('drafter');
  checker = await world.as('checker');
  const imported = await expectOk<{ units: { key: string; id: string }[] }>(
    drafter('/api/organizations/import', { json: { units: tree } }),
  );
  units = Object.fromEntries(imported.units.map(({ key, id }) => [key, id]));
  posts = await openPosts();
}, 60_000);
afterAll(() => world.close());

/** A hospital reports with its stamped scan; gives the filing. */
async function report(key: string, cases: number, refunded: string): Promise<string> {
  const clerk = post(key);
  const id = await findMine(clerk, 'cases-of-unit');
  await fillIn(clerk, id, { cases, refunded });
  const json = { evidenceIds: [await uploadScan(clerk, id)] };
  await expectOk(clerk(`/api/submissions/${id}/deliverables/stamped`, { method: 'PUT', json }));
  await sendOff(clerk, id);
  return id;
}

/** The sums as the server adds them up, taken over and filed with the own narrative. */
async function addUp(key: string, task: string): Promise<string> {
  const id = await findMine(post(key), task);
  await fillIn(post(key), id, { narrative: '已逐件核对' });
  await expectOk(putSums(post(key), id));
  await sendOff(post(key), id);
  return id;
}

const filed = async (client: TestClient, id: string) =>
  expectOk<SubmissionDetail>(client(`/api/submissions/${id}`));

describe('the file of a region that nobody has met', () => {
  it('is of none of the regions that are shipped', async () => {
    const { pack } = await expectPack(file);
    expect(plugins.map(({ id }) => id)).not.toContain(slug);
    const codes = plugins.map(({ region }) => region.divisionCode);
    expect(codes).not.toContain(pack.region.divisionCode);
  });

  it('says four phases, two of them without a start, two assessors, three registers', async () => {
    const { campaign } = (await expectPack(file)).pack;
    expect(campaign.phases.map(({ from }) => from.kind)).toEqual([
      'on',
      'on',
      'undated',
      'undated',
    ]);
    const [chain] = campaign.evaluation?.chains ?? [];
    expect(chain?.steps.map(({ key }) => key)).toEqual(['bureau', 'commission']);
    expect(campaign.registers.map(({ key, master }) => [key, master?.rows.length])).toEqual([
      ['problems', undefined],
      ['measures', 2],
      ['letters', undefined],
    ]);
  });

  it('has a scorecard of 115 points, whose veto caps the grade however many there are', async () => {
    const [card] = (await expectPack(file)).pack.campaign.scorecards;
    if (card === undefined) throw new Error('no scorecard');
    expect([card.points, card.bonusPoints, card.vetoes?.length]).toEqual(['100', '15', 2]);
    const events = (quantity: number) => ({
      kind: 'events' as const,
      events: [{ id: 'e', quantity, reason: '登记' }],
    });
    const all = { 'good-practice': events(6), honours: events(6) };
    const best = score(compileScorecard(card), all);
    expect(best).toMatchObject({ bonus: 150_000, final: 1_150_000, grade: { key: 'excellent' } });
    const struck = score(compileScorecard(card), { ...all, kickback: events(1) });
    expect(struck).toMatchObject({
      final: 1_150_000,
      grade: { key: 'failed' },
      gradeBeforeVeto: { key: 'excellent' },
    });
  });
});

describe('from the file to a running campaign', () => {
  it('becomes a draft without an error, counted against the real units', async () => {
    draft = await expectOk<Draft>(drafter('/api/campaigns/drafts/import', { json: { file } }));
    expect(draft).toMatchObject({ origin: { from: 'pack', region: slug }, state: 'drafting' });
    const checks = await expectOk<Checks>(checker(draftAt(draft.id, '/checks')));
    expect(checks.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is signed by three people and published exactly as the file says it', async () => {
    const office = await officeOf(world);
    await signAll(office, draft.id);
    published = await issueAndPublish(office, draft.id);
    await world.app.work.sweep(slug);
    const path = `/api/campaigns/${published.campaignId}`;
    const detail = await expectOk<CampaignDetail>(drafter(path));
    expect(detail.summary).toMatchObject({ title: '2026年医药收费专项治理工作方案' });
    const { campaign } = (await expectPack((await drafter(`${path}/pack`)).text)).pack;
    const asWritten = (await expectPack(file)).pack.campaign;
    expect({ ...campaign, document: asWritten.document }).toEqual(asWritten);
  });
});

describe('from the hospitals over the districts to the commission', () => {
  it('accepts the first filing of a hospital', async () => {
    const id = await report('north-1', 3, '1200.50');
    toDecided(await decide(post('north'), id, accept));
    expect((await filed(post('north-1'), id)).summary).toMatchObject({ state: 'accepted' });
  });

  it('adds up the own hospitals of each district and files the sums', async () => {
    toDecided(await decide(post('north'), await report('north-2', 2, '0.50'), accept));
    toDecided(await decide(post('south'), await report('south-1', 10, '99'), accept));
    const north = await addUp('north', 'cases-of-bureau');
    const south = await addUp('south', 'cases-of-bureau');
    expect((await filed(post('north'), north)).answers).toEqual({
      units: 2,
      cases: 5,
      refunded: '1201',
      narrative: '已逐件核对',
    });
    expect((await filed(post('south'), south)).answers).toMatchObject({ units: 1, cases: 10 });
    for (const id of [north, south]) await acceptFiling(checker, id);
  });

  it('adds up the districts at the commission, which is the sum of all hospitals', async () => {
    const id = await addUp('office', 'cases-of-city');
    expect((await readRollUp(post('office'), id)).counts).toMatchObject({ due: 2, missing: 0 });
    expect((await filed(post('office'), id)).answers).toMatchObject({
      units: 3,
      cases: 15,
      refunded: '1300',
    });
    await acceptFiling(checker, id);
    expect((await filed(post('office'), id)).summary).toMatchObject({ state: 'accepted' });
  });
});

describe('the registers of the region', () => {
  it('open the rows of the master list for the pilot hospitals and strike one off', async () => {
    const list = '/api/registers/measures/entries?row=prices-shown';
    const { rows } = await expectOk<EntryList>(checker(list));
    const holders = new Set(rows.map(({ organizationId }) => organizationId));
    expect(holders).toEqual(new Set([units['north-1'], units['north-2']]));
    for (const { id, organizationId } of rows) {
      const clerk = post(organizationId === units['north-1'] ? 'north-1' : 'north-2');
      const step = (client: TestClient, json: unknown) =>
        expectOk(act(client, `${id}/steps`, json));
      const struck = (await expectOk<Wall>(checker('/api/registers/measures/wall'))).rows[0];
      expect(struck?.isClosed).toBe(false);
      await step(clerk, { transition: 'claim' });
      await step(clerk, { transition: 'apply', answers: { done: '已在大厅公示' } });
      await step(checker, { transition: 'check' });
      await step(drafter, close);
    }
    expect((await expectOk<Wall>(checker('/api/registers/measures/wall'))).rows).toMatchObject([
      { row: 'prices-shown', closed: 2, total: 2, isClosed: true },
      { row: 'refunds-made', closed: 0, total: 2, isClosed: false },
    ]);
    const board = await expectOk<RegisterBoard>(checker('/api/registers/measures/board'));
    expect(board.total).toMatchObject({ entries: 4, closed: 2 });
  });
});

describe('the two assessors', () => {
  it('take points off the same sheet, each under the own post', async () => {
    const take = (client: TestClient, criterion: string, amount: number) =>
      expectOk(
        client('/api/scoring/deductions', {
          json: {
            campaignId: published.campaignId,
            organizationId: units['north-1'],
            scorecard: 'institution',
            criterion,
            amount,
            reason: '现场检查发现问题',
          },
        }),
      );
    await take(post('north'), 'charging', 20_000);
    await take(checker, 'supplies', 10_000);
    const mine = `/api/scoring/sheets/mine?campaign=${published.campaignId}`;
    const { sheet } = await expectOk<ScoreSheetAnswer>(post('north-1')(mine));
    expect(sheet).toMatchObject({ full: 1_000_000, deductions: 30_000, final: 970_000 });
    expect(sheet.grade).toMatchObject({ key: 'good' });
    const lines = sheet.tree.flatMap(({ children }) => children).flatMap((each) => each.lines);
    expect(lines.flatMap(({ recordedBy }) => recordedBy ?? [])).toEqual([
      '北岸县卫生健康局报送岗',
      '行风办核稿岗',
    ]);
  });
});

describeRegionEvaluation(() => ({ world, slug, published, units, post, checker, drafter }));
