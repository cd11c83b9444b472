import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrandingDesk, SiteBranding } from '#schema/contracts/tenant-branding.ts';
import type { TenantAnswer } from '#schema/contracts/tenants.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { brandingChanges, emblems } from '#schema/tables/tenant/tenant-branding.table.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { drawPng } from './emblem.fixtures.ts';
import { sampleSite } from './tenants-samples.fixtures.ts';

let world: TestApp;
let drafter: TestClient;
beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
  drafter = await world.as('drafter');
});
afterAll(() => world.close());

const path = '/api/tenant/branding';
const desk = async () => (await drafter(path)).json<BrandingDesk>();
const shown = async (host?: string) =>
  (await world.visitor(host)('/api/tenant')).json<TenantAnswer>();
const save = (site: unknown, version: number, headers: Record<string, string> = {}) =>
  drafter(path, { method: 'PUT', json: site, headers: { 'if-match': `"${version}"`, ...headers } });
const saveNow = async (change: Partial<SiteBranding>) =>
  save({ ...sampleSite, ...change }, (await desk()).version);
const restore = async (number: number) =>
  drafter(`${path}/restore`, {
    method: 'POST',
    json: { number },
    headers: { 'if-match': `"${(await desk()).version}"` },
  });

describe('品牌与页脚', () => {
  it('is for the office that runs the campaign and for the system administrator, for nobody else', async () => {
    for (const name of ['drafter', 'system-admin'] as const) {
      expect((await (await world.as(name))(path)).status).toBe(200);
    }
    for (const name of ['checker', 'clerk', 'reviewer', 'audit-admin'] as const) {
      expect((await (await world.as(name))(path)).status).toBe(403);
    }
    expect((await world.visitor()(path)).status).toBe(401);
  });

  it('begins as the template brought it, with nothing changed', async () => {
    const { site, version, changes } = await desk();
    expect(site).toMatchObject({ accent: '#1f5f8b' });
    expect([version, changes]).toEqual([1, []]);
  });

  it('shows a change to everybody at once, and to no other region', async () => {
    const before = await shown(hostOf('xi'));
    const footer = {
      sponsor: '东区卫生健康局',
      organizer: '东区卫生健康信息中心',
      postcode: '100000',
      phone: '010-0000 0000转8',
      icp: '京ICP备00000000号-1',
      publicSecurity: '京公网安备00000000000000号',
      siteId: '1100000001',
    };
    expect((await saveNow({ footer })).json()).toEqual({ version: 2, number: 1 });
    const after = await shown();
    expect(after.footer).toEqual(footer);
    expect(after.words).toEqual(sampleSite.words);
    expect(after.branding.title).toEqual(sampleSite.title);
    expect((await world.visitor()('/api/tenant/theme.css')).text).toContain('--accent:#7a1f2b');
    expect(await shown(hostOf('xi'))).toEqual(before);
    const other = world.sites['xi']?.database.db;
    expect(await other?.select().from(brandingChanges)).toEqual([]);
  });

  it('is sent again only when it changed', async () => {
    for (const address of ['/api/tenant', '/api/tenant/theme.css']) {
      const first = await world.visitor()(address);
      const etag = first.headers.get('etag') ?? '';
      expect(first.headers.get('cache-control')).toBe('no-cache');
      const again = () => world.visitor()(address, { headers: { 'if-none-match': etag } });
      expect((await again()).status).toBe(304);
      await saveNow({ mark: address.endsWith('css') ? '甲' : '乙' });
      expect((await again()).status).toBe(200);
    }
  });

  it('refuses an accent that cannot be read, in numbers and with the nearest shade that can', async () => {
    const refused = await saveNow({ accent: '#ff0000' });
    expect(refused.status).toBe(422);
    expect(refused.json()).toMatchObject({
      code: 'tenants.accent_unreadable',
      ratio: '3.6',
      nearest: '#e30000',
      errors: [{ path: '/accent', message: expect.stringContaining('#e30000') }],
    });
    expect((await saveNow({ accent: '#e30000' })).status).toBe(200);
  });

  it.each([
    ['icp', '京ICP证030173号'],
    ['publicSecurity', '京公网安备123号'],
    ['siteId', '12345'],
    ['postcode', '4500'],
    ['phone', '请致电总机'],
  ])('refuses a footer whose %s is not in its official form', async (name, value) => {
    const refused = await saveNow({ footer: { sponsor: '东区卫生健康局', [name]: value } });
    expect(refused.status).toBe(422);
    expect(refused.json()).toMatchObject({ errors: [{ path: `/footer/${name}` }] });
  });

  it('refuses what somebody else changed meanwhile, and a change that changes nothing', async () => {
    const { site, version } = await desk();
    expect((await save({ ...site, mark: '丙' }, version - 1)).status).toBe(412);
    expect((await save(site, version)).json()).toMatchObject({ code: 'tenants.unchanged' });
    const both = await Promise.all([
      save({ ...site, mark: '丁' }, version),
      save({ ...site, mark: '戊' }, version),
    ]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 412,
    ]);
  });

  it('is changed once by a request that is sent twice', async () => {
    const { site, version } = await desk();
    const headers = { 'idempotency-key': 'branding-once' };
    const first = await save({ ...site, mark: '己' }, version, headers);
    const second = await save({ ...site, mark: '己' }, version, headers);
    expect(second.json()).toEqual(first.json());
    expect((await desk()).version).toBe(version + 1);
  });
});

describe('the changes of a site', () => {
  it('say who changed it by post and when, and what it was before stands at their end', async () => {
    const { changes } = await desk();
    expect(changes[0]).toMatchObject({ post: '行风办拟稿岗', at: world.clock.now() });
    expect(changes.at(-1)).toMatchObject({ number: 0, post: null, site: { accent: '#1f5f8b' } });
  });

  it('can be taken back to any former state, which is itself a change', async () => {
    const newest = (await desk()).changes[0]?.number ?? 0;
    expect((await restore(0)).status).toBe(200);
    const { site, changes } = await desk();
    expect(site.accent).toBe('#1f5f8b');
    expect(changes[0]).toMatchObject({ number: newest + 1, restored: 0 });
    expect((await restore(0)).json()).toMatchObject({ code: 'tenants.unchanged' });
    expect((await restore(999)).status).toBe(404);
    expect((await restore(newest)).status).toBe(200);
    expect((await desk()).site).toEqual(changes[1]?.site);
  });

  it('stand in the audit with the parts that changed, and on record for good', async () => {
    const { db } = world.site.database;
    const rows = await db
      .select({ body: auditEntries.body })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, 'dong'));
    const facts = rows
      .map(({ body }) => JSON.stringify(body))
      .filter((body) => body.includes('tenant.brand'));
    expect(facts[0]).toContain('accent');
    expect(facts[0]).toContain('icp');
    await expect(db.run(sql`update branding_changes set site = '{}'`)).rejects.toThrow(
      'branding_changes',
    );
    await expect(db.run(sql`delete from branding_changes`)).rejects.toThrow('branding_changes');
  });
});

describe('标识', () => {
  const upload = (body: BodyInit) => drafter('/api/tenant/emblems', { method: 'POST', body });

  it('is served to everybody as what it is, and can do nothing in a browser', async () => {
    const file = drawPng({ width: 96 });
    const answer = await upload(file);
    expect(answer.status).toBe(201);
    const { hash } = answer.json<{ hash: string }>();
    expect(answer.json()).toMatchObject({ width: 96, height: 96, bytes: file.length });
    expect((await upload(file)).json()).toEqual(answer.json());
    expect(await world.site.database.db.select().from(emblems)).toHaveLength(1);
    const served = await world.visitor()(`/api/tenant/emblems/${hash}`);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await saveNow({ emblem: hash })).status).toBe(200);
    expect((await shown()).branding.emblem).toBe(hash);
    expect((await world.visitor(hostOf('xi'))(`/api/tenant/emblems/${hash}`)).status).toBe(404);
  });

  it('that was never taken in is on no page', async () => {
    const refused = await saveNow({ emblem: 'f'.repeat(64) });
    expect(refused.json()).toMatchObject({ code: 'tenants.emblem_not_found' });
  });

  it('is refused where it is no PNG, no square, or too heavy', async () => {
    expect((await upload('<svg xmlns="http://www.w3.org/2000/svg"/>')).status).toBe(415);
    expect((await upload(drawPng({ width: 80, height: 64 }))).json()).toMatchObject({
      code: 'tenants.emblem_wrong_size',
    });
    expect((await upload(drawPng({ interlaced: 1 }))).json()).toMatchObject({
      code: 'tenants.emblem_broken',
    });
    expect((await upload(new Uint8Array(101 * 1024))).status).toBe(413);
    const clerk = await world.as('clerk');
    expect((await clerk('/api/tenant/emblems', { method: 'POST', body: drawPng() })).status).toBe(
      403,
    );
  });
});
