import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plugins } from '#plugins/registry.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { findRegionPlan } from '../regions/all-regions.ts';
import { createDemoSite } from '../testing/demo-site.fixtures.ts';
import { seedDemoWorld } from './seed-demo-world.ts';
import type { DemoInput, PrintedAccount } from './seed-demo-world.ts';

const regions = plugins.map(({ id }) => id).filter((id) => findRegionPlan(id) !== undefined);
type Site = Awaited<ReturnType<typeof createDemoSite>>;
let site: Site;
let accounts: PrintedAccount[];

beforeAll(async () => {
  site = await createDemoSite(regions, 'tiny');
  accounts = await seedDemoWorld(site.input);
}, 120_000);
afterAll(() => site.close());

async function count(db: Database, what: string): Promise<number> {
  const tables: Readonly<Record<string, ReturnType<typeof sql>>> = {
    audit: sql`select count(*) as n from audit_entries`,
    filings: sql`select count(*) as n from submissions`,
    touched: sql`select count(*) as n from submissions where version > 1`,
    revisions: sql`select count(*) as n from submission_revisions`,
    reviews: sql`select count(*) as n from reviews`,
    evidence: sql`select count(*) as n from evidence`,
    people: sql`select count(*) as n from people`,
    grants: sql`select count(*) as n from grants`,
    units: sql`select count(*) as n from organizations`,
    waiting: sql`select count(*) as n from outbox_events`,
    registers: sql`select count(*) as n from registers`,
    entries: sql`select count(*) as n from register_entries`,
  };
  const query = tables[what];
  if (query === undefined) throw new Error(`nothing is known of ${what}`);
  const [row] = await db.all<{ n: number }>(query);
  return row?.n ?? 0;
}

const everything = [
  'entries',
  'filings',
  'touched',
  'revisions',
  'reviews',
  'evidence',
  'people',
  'grants',
];
const countAll = (db: Database) => Promise.all(everything.map((what) => count(db, what)));

test('every region has its campaigns: the original archived, this year’s issued and signed', async () => {
  for (const { db } of site.input.tenants) {
    const rows = await db.all<{ year: number; state: string; approval: string | null }>(sql`
      select c.year, c.state, a.state as approval from campaigns c
      join campaign_versions v on v.hash = c.current_hash
      left join approvals a on a.id = v.approval_id order by c.year`);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.state).toBe('archived');
    expect(rows[1]).toEqual({ year: 2026, state: 'running', approval: 'completed' });
    expect(await count(db, 'filings')).toBeGreaterThan(20);
    expect(await count(db, 'waiting')).toBe(0);
    expect(await count(db, 'registers')).toBeGreaterThan(0);
    expect(await count(db, 'entries')).toBeGreaterThan(0);
  }
});

test('accounts are printed for every host, with one password and never one of somebody who left', () => {
  const hosts = new Set(accounts.map(({ host }) => host));
  expect([...hosts].toSorted()).toEqual([...regions, 'oversight', 'platform'].toSorted());
  expect(new Set(accounts.map(({ password }) => password)).size).toBe(1);
  expect(accounts.some(({ username }) => username === 'former-clerk')).toBe(false);
  const roles = new Set(accounts.map(({ role }) => role));
  for (const role of [
    'commission-drafter',
    'commission-checker',
    'commission-signer',
    'bureau-reviewer',
    'hospital-clerk',
    'hospital-department',
    'hospital-head',
    'system-admin',
    'security-admin',
    'audit-admin',
    'oversight-analyst',
    'platform-operator',
  ]) {
    expect(roles).toContain(role);
  }
});

test('a filed paper lies where the record says, with its bytes', async () => {
  for (const { db, evidence } of site.input.tenants) {
    const files = await db.all<{ key: string; bytes: number }>(
      sql`select storage_key as key, bytes from evidence`,
    );
    expect(files.length).toBeGreaterThan(0);
    for (const { key, bytes } of files) expect(await evidence.measure(key)).toBe(bytes);
  }
});

test('what was filed has a revision, a receipt and an approval over it', async () => {
  for (const { db } of site.input.tenants) {
    const [row] = await db.all<{ wrong: number; filed: number }>(sql`
      select count(*) as filed, sum(r.submission_id is null or a.state <> 'completed'
        or s.receipt_number is not r.receipt_number or s.on_time is null) as wrong
      from submissions s
      left join submission_revisions r on r.submission_id = s.id and r.revision = s.revision
      left join approvals a on a.id = s.approval_id
      where s.first_filed_at is not null`);
    expect(row?.filed).toBeGreaterThan(0);
    expect(row?.wrong).toBe(0);
  }
});

test('a returned filing lists what to mend, as its record counts it', async () => {
  for (const { db } of site.input.tenants) {
    const rows = await db.all<{ points: number; listed: number }>(sql`
      select s.points_to_mend as points, (select json_array_length(r.points) from reviews r
        where r.submission_id = s.id and r.decision = 'return' order by r.at desc limit 1) as listed
      from submissions s where s.state = 'returned'`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { points, listed } of rows) expect(points).toBe(listed);
  }
});

test('nothing is written row by row: an entry stands for a batch of at most 200', async () => {
  for (const { db } of site.input.tenants) {
    const rows = await db.all<{ filings: number | null }>(sql`
      select body ->> '$.facts.filings' as filings from audit_entries
      where action = 'demo.seed' and body ->> '$.subjectKind' = 'campaign'`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { filings } of rows) expect(Number(filings)).toBeLessThanOrEqual(200);
    // Each file of figures from elsewhere leaves its own few, from opening to its last row.
    expect(await count(db, 'audit')).toBeLessThan(120);
  }
});

test('all regions but one have reported their half-year, and the higher authority has it', async () => {
  const received = await site.input.control.db.all<{ slug: string }>(
    sql`select slug from region_snapshots where period = '2026-H1' order by slug`,
  );
  const unreported = regions.filter((slug) => findRegionPlan(slug)?.unreported === true);
  expect(unreported).toHaveLength(1);
  expect(received.map(({ slug }) => slug)).toEqual(
    regions.filter((slug) => !unreported.includes(slug)).toSorted(),
  );
});

test('brought in again, nothing changes', async () => {
  const before = await Promise.all(site.input.tenants.map(({ db }) => count(db, 'audit')));
  expect(await seedDemoWorld(site.input)).toEqual(accounts);
  const after = await Promise.all(site.input.tenants.map(({ db }) => count(db, 'audit')));
  expect(after).toEqual(before);
});

/** A writer whose database goes away for good at the given commit. */
function breakingAt(input: DemoInput, commits: number): DemoInput {
  let left = commits;
  return {
    ...input,
    tenants: input.tenants.map((tenant) => ({
      ...tenant,
      writer: {
        ...tenant.writer,
        commit: (change) => {
          left -= 1;
          return left < 0 ? Promise.reject(new Error('gone')) : tenant.writer.commit(change);
        },
      },
    })),
  };
}

test('a demo that broke off anywhere is taken up again and ends the same', async () => {
  const [region = ''] = regions;
  const whole = site.input.tenants[0];
  if (whole === undefined) throw new Error('no tenant');
  const broken = await createDemoSite([region], 'tiny');
  try {
    for (const commits of [0, 1, 2, 3, 4, 5, 7, 9]) {
      await seedDemoWorld(breakingAt(broken.input, commits)).catch(() => undefined);
    }
    await seedDemoWorld(broken.input);
    const tenant = broken.input.tenants[0];
    if (tenant === undefined) throw new Error('no tenant');
    expect(await countAll(tenant.db)).toEqual(await countAll(whole.db));
  } finally {
    await broken.close();
  }
}, 60_000);
