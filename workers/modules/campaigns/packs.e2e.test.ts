import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { on } from '#plugins/sdk/define.ts';
import { writePack } from '#plugins/sdk/packs/write-pack.ts';
import { expectPack, samplePack } from '#plugins/sdk/testing/pack.fixtures.ts';
import type { Checks, Draft } from '#schema/contracts/campaigns.ts';
import { PackSchema, packDefinitions } from '#schema/contracts/pack.ts';
import type { Problem } from '#schema/contracts/problem.ts';
import { createTestApp, hostOf, type TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { writeJsonSchema } from '#workers/platform/http/json-schema.ts';
import { draftAt, expectOk, importInto, partOf, putPart, thisYear } from './campaigns.fixtures.ts';

let world: TestApp;
let drafter: TestClient;
const importing = '/api/campaigns/drafts/import';
const task = ['task', 'self-check-report'] as const;

beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xicheng'] });
  drafter = await world.as('drafter');
});
afterAll(() => world.close());

describe('a campaign file in the console', () => {
  it('goes out with the version in force and comes in with exactly the same meaning', async () => {
    const { campaignId } = await importInto(world.site);
    const answer = await drafter(`/api/campaigns/${campaignId}/pack`);
    expect(answer.headers.get('content-disposition')).toContain('dong-conduct-2026-v1.json');
    const { pack } = await expectPack(answer.text);
    expect(pack.campaign).toEqual(thisYear());
    const draft = await expectOk<Draft>(drafter(importing, { json: { file: answer.text } }));
    expect(draft).toMatchObject({ amends: campaignId, origin: { from: 'pack', region: 'dong' } });
    const changes = await expectOk<{ items: unknown[] }>(drafter(draftAt(draft.id, '/changes')));
    expect(changes.items).toEqual([]);
  });

  it('becomes one draft, however often the request is repeated', async () => {
    const { region } = samplePack();
    const file = await writePack(samplePack({ region: { ...region, slug: 'dong' } }));
    const send = () =>
      drafter(importing, { json: { file }, headers: { 'idempotency-key': 'import-once-only' } });
    const [first, second] = [await expectOk<Draft>(send()), await expectOk<Draft>(send())];
    expect(second.id).toBe(first.id);
  });

  it('is refused with every problem at its place and line, and nothing is kept of it', async () => {
    const before = await expectOk<{ items: Draft[] }>(drafter('/api/campaigns/drafts'));
    const text = (await writePack(samplePack())).replace('"minutes": 90', '"minutes": 0');
    const refused = await drafter(importing, { json: { file: text } });
    const problem = refused.json<Problem>();
    expect([refused.status, problem.code]).toEqual([422, 'campaigns.pack_refused']);
    expect(problem.errors?.[0]?.path).toBe('/campaign/tasks/0/minutes');
    expect(problem.errors?.[0]?.message).toMatch(/^第\d+行：/u);
    const after = await expectOk<{ items: Draft[] }>(drafter('/api/campaigns/drafts'));
    expect(after.items).toHaveLength(before.items.length);
  });

  it('is refused where it is another region’s, unless it is carried out', async () => {
    const file = await writePack(samplePack());
    const refused = await drafter(importing, { json: { file } });
    expect([refused.status, refused.json().code]).toEqual([422, 'campaigns.foreign_pack']);
  });

  it('is nobody’s business below the commission', async () => {
    const clerk = await world.as('clerk');
    expect((await clerk(importing, { json: { file: '{}' } })).status).toBe(403);
  });
});

describe('a campaign of a higher authority that is carried out', () => {
  let draft: Draft;

  beforeAll(async () => {
    const upper = { ...thisYear(), key: 'province-2026', crosswalk: [] };
    const file = await writePack(samplePack({ campaign: upper }));
    const city = await world.as('drafter', hostOf('xicheng'));
    draft = await expectOk<Draft>(city(importing, { json: { file, carriesOut: true } }));
    drafter = city;
  });

  it('becomes a draft under the own name, resting on the paper from above', async () => {
    const head = draft.parts.find(({ kind }) => kind === 'head')?.body;
    expect(head).toMatchObject({
      document: {
        issuer: '测试区卫生健康委员会',
        basis: [expect.stringContaining('某卫〔2020〕1号')],
      },
      inherits: { key: 'province-2026', issuer: '某区卫生健康委员会' },
    });
  });

  it('keeps its items: changing or removing one is refused, in words', async () => {
    const changed = await putPart(drafter, draft.id, task, { changes: { minutes: 5 } });
    expect([changed.status, changed.json().code]).toEqual([409, 'campaigns.inherited_item']);
    expect(changed.json().title).toContain('某区卫生健康委员会');
    const removed = await drafter(draftAt(draft.id, '/parts/clause/goal'), {
      method: 'DELETE',
      headers: { 'if-match': '"1"' },
    });
    expect(removed.json().code).toBe('campaigns.inherited_item');
    const cut = await putPart(drafter, draft.id, ['head', 'head'], {
      changes: { inherits: undefined },
    });
    expect(cut.json().code).toBe('campaigns.inherited_item');
  });

  it('takes own items and an earlier day; a later one is an error of the check', async () => {
    const { body } = await partOf(drafter, draft.id, ['clause', 'self-check']);
    const own = { ...(body as object), key: 'own-duty', words: '每月报送。' };
    await expectOk(drafter(draftAt(draft.id, '/parts'), { json: { kind: 'clause', body: own } }));
    const due = (day: string) => ({ changes: { due: on(day, '2020年11月13日前') } });
    const codes = async () => {
      const { problems } = await expectOk<Checks>(drafter(draftAt(draft.id, '/checks')));
      return problems.map(({ code }) => code).filter((code) => code.startsWith('inheritance.'));
    };
    await expectOk(putPart(drafter, draft.id, task, due('2026-11-06')));
    expect(await codes()).toEqual([]);
    await expectOk(putPart(drafter, draft.id, task, due('2026-11-20')));
    expect(await codes()).toEqual(['inheritance.later']);
  });
});

describe('the form of a campaign file', () => {
  it('is served to everybody, kept by caches, and lies in the documents as the contracts have it', async () => {
    const answer = await world.visitor()('/api/schema/campaign.json');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(answer.text).toBe(writeJsonSchema('campaign', PackSchema, packDefinitions));
    await expect(answer.text).toMatchFileSnapshot('../../../docs/campaign.schema.json');
  });

  it('names the entries of the language, and its recursive parts once', () => {
    const text = readFileSync(
      new URL('../../../docs/campaign.schema.json', import.meta.url),
      'utf8',
    );
    const schema = JSON.parse(text) as { required: string[]; $defs: object };
    expect(schema.required).toEqual(expect.arrayContaining(['packVersion', 'region', 'campaign']));
    expect(Object.keys(schema.$defs).length).toBeGreaterThan(2);
  });
});
