import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoSite } from '../testing/demo-site.fixtures.ts';
import { seedDemoWorld } from './seed-demo-world.ts';

type Row = { title: string; issuer: string; state: string; replies: number; filed: number };
let site: Awaited<ReturnType<typeof createDemoSite>>;

beforeAll(async () => {
  site = await createDemoSite(['henan', 'putuo'], 'tiny');
  await seedDemoWorld(site.input);
}, 120_000);
afterAll(() => site.close());

async function requestsOf(slug: string): Promise<Row[]> {
  const tenant = site.input.tenants.find(({ profile }) => profile.slug === slug);
  if (tenant === undefined) throw new Error(`no tenant ${slug}`);
  return tenant.db.all<Row>(sql`
    select r.content ->> '$.title' as title, r.issuer_id as issuer, r.state as state,
      (select count(*) from request_replies p where p.request_id = r.id) as replies,
      (select count(*) from request_replies p where p.request_id = r.id and p.state = 'filed')
        as filed
    from requests r order by r.created_at`);
}

describe('the requests of a demo', () => {
  it('are one of the commission to its hospitals and one of a bureau to its own', async () => {
    const rows = await requestsOf('henan');
    expect(rows.map(({ title, state }) => [title, state])).toEqual([
      ['报送医用耗材采购使用专项自查情况', 'issued'],
      ['报送上半年锦旗感谢信和退还红包情况', 'issued'],
    ]);
    expect(rows.map(({ issuer }) => issuer === '')).toEqual([true, false]);
    for (const { replies } of rows) expect(replies).toBeGreaterThan(0);
  });

  it('reach the unit of the demo’s clerk, who still owes the commission’s reply', async () => {
    for (const slug of ['henan', 'putuo']) {
      const [own] = await requestsOf(slug);
      expect(own?.replies).toBeGreaterThan(0);
      expect(own?.filed).toBe(0);
    }
  });

  it('are seeded once, whenever the demo starts again', async () => {
    const before = await Promise.all(['henan', 'putuo'].map(requestsOf));
    await seedDemoWorld(site.input);
    expect(await Promise.all(['henan', 'putuo'].map(requestsOf))).toEqual(before);
  });
});
