import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoSite } from '../testing/demo-site.fixtures.ts';
import { worldOf } from '../testing/worlds.fixtures.ts';
import { exportedSheet } from '../world/imported-rows.ts';
import { seedDemoWorld } from './seed-demo-world.ts';

type Row = { indicator: string; period: string; system: string; lines: number; held: number };
let site: Awaited<ReturnType<typeof createDemoSite>>;

beforeAll(async () => {
  site = await createDemoSite(['henan', 'guangxi', 'weihai'], 'tiny');
  await seedDemoWorld(site.input);
}, 120_000);
afterAll(() => site.close());

async function importsOf(slug: string): Promise<Row[]> {
  const tenant = site.input.tenants.find(({ profile }) => profile.slug === slug);
  if (tenant === undefined) throw new Error(`no tenant ${slug}`);
  return tenant.db.all<Row>(sql`
    select indicator, period, system, lines,
      (select count(*) from imported_figures v where v.import_id = f.id) as held
    from figure_imports f order by indicator`);
}

describe('figures of systems elsewhere in a demo', () => {
  it('are those that the region’s own document takes from elsewhere, of the first half-year', async () => {
    expect((await importsOf('henan')).map(({ indicator, system }) => [indicator, system])).toEqual([
      ['discharged-satisfaction', '第三方出院患者满意度调查'],
    ]);
    const guangxi = await importsOf('guangxi');
    expect(guangxi.map(({ indicator }) => indicator)).toContain('inpatient-satisfaction');
    expect(guangxi).toHaveLength(5);
    expect(await importsOf('weihai')).toEqual([]);
    for (const { period, lines, held } of [...guangxi, ...(await importsOf('henan'))]) {
      expect(period).toBe('2026-H1');
      expect(lines).toBeGreaterThan(0);
      expect(held).toBe(lines);
    }
  });

  it('are brought in once, whenever the demo starts again', async () => {
    const before = await Promise.all(['henan', 'guangxi'].map(importsOf));
    await seedDemoWorld(site.input);
    expect(await Promise.all(['henan', 'guangxi'].map(importsOf))).toEqual(before);
  });
});

describe('what a system elsewhere exports', () => {
  it('is a line a hospital of some size, the same for the same seed, a few with few answers', () => {
    const world = worldOf('henan');
    const sheet = exportedSheet(world, { key: 'score', form: 'mean' });
    expect(exportedSheet(world, { key: 'score', form: 'mean' })).toEqual(sheet);
    const [, ...lines] = sheet;
    expect(lines.length).toBeGreaterThan(20);
    const few = lines.filter(([, , sample]) => Number(sample) < 30);
    expect(few.length).toBeGreaterThan(0);
    expect(few.length).toBeLessThan(lines.length / 4);
    for (const [, score] of lines) expect(score).toMatch(/^[89]\d\.\d\d$/);
  });

  it('says of a share its terms, and of other figures a number', () => {
    const world = worldOf('guangxi', 'tiny');
    const [, ...shares] = exportedSheet(world, { key: 'share', form: 'ratio' });
    for (const [, part, whole] of shares) expect(Number(part)).toBeLessThan(Number(whole));
    const [, [, count = ''] = []] = exportedSheet(world, { key: 'count', form: 'count' });
    expect(count).toMatch(/^\d+$/);
    const [, [, value = ''] = []] = exportedSheet(world, { key: 'value', form: 'value' });
    expect(value).toMatch(/^\d+\.\d\d$/);
  });
});
