import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#workers/platform/clock.ts';
import { verifyTenant } from './audit/verify-tenant.ts';
import { provisionShippedTenants } from './provision.ts';
import {
  connectDatabases,
  startDatabaseServers,
  stopDatabaseServers,
  type Databases,
  type DatabaseServers,
} from './supervisor/databases.ts';
import { createDataFolder } from './supervisor/installation.fixtures.ts';
import { controlNamespace, migrateNamespaces } from './supervisor/migrations.ts';
import { listTenants } from './tenant/list-tenants.ts';
import { migrateTenants } from './tenant/migrate-tenants.ts';
import { setTenantStatus } from './tenant/set-status.ts';

let servers: DatabaseServers;
let databases: Databases;
const provision = () => provisionShippedTenants(databases, { clock: systemClock, demo: true });
const lineOf = async (slug: string) =>
  (await listTenants(databases)).find((line) => line.slug === slug);
const verify = (namespace: string) => verifyTenant(databases, namespace, () => undefined);
const change = { slug: 'henan', reason: '演练', dryRun: false };

beforeAll(async () => {
  const layout = createDataFolder();
  servers = await startDatabaseServers(layout, () => undefined);
  databases = connectDatabases(layout, servers);
  await migrateNamespaces(databases, [controlNamespace]);
  await provision();
});
afterAll(() => stopDatabaseServers(servers));

test('every shipped region is on the air with both of its databases', async () => {
  expect(await lineOf('henan')).toMatchObject({ status: 'active', isBlocked: false });
  expect(databases.namespaces()).toContain('henan--sealed');
});

test('a migration that has nothing to do changes nothing, however often it runs', async () => {
  const lines: string[] = [];
  await migrateTenants(databases, { dryRun: false, report: (line) => lines.push(line) });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/0/);
});

test('a suspension without a reason, or only tried out, suspends nobody', async () => {
  await expect(setTenantStatus(databases, 'suspend', { ...change, reason: '' })).rejects.toThrow(
    '--reason',
  );
  await setTenantStatus(databases, 'suspend', { ...change, dryRun: true });
  expect(await lineOf('henan')).toMatchObject({ status: 'active', isBlocked: false });
});

test('a suspended region is shut in the engine, and neither start nor migration stumbles over it', async () => {
  await setTenantStatus(databases, 'suspend', change);
  expect(await lineOf('henan')).toMatchObject({ status: 'suspended', isBlocked: true });
  const read = await databases.send('henan')([{ sql: 'select 1', wantRows: true }]);
  expect(read[0]).toMatchObject({ status: 'error', code: 'BLOCKED' });
  await provision();
  await migrateNamespaces(databases, databases.namespaces());
  expect(await lineOf('weihai')).toMatchObject({ status: 'active', isBlocked: false });
});

test('a region that is brought back works again, and its trail tells both', async () => {
  await setTenantStatus(databases, 'resume', change);
  expect(await lineOf('henan')).toMatchObject({ status: 'active', isBlocked: false });
  const [rows] = await databases.send('henan')([
    {
      sql: "select body ->> '$.action' from audit_entries order by seq desc limit 2",
      wantRows: true,
    },
  ]);
  expect(rows).toMatchObject({ rows: [['tenant.resume'], ['tenant.suspend']] });
});

test('an untouched trail is proved; one that somebody edited names its first broken entry', async () => {
  expect((await verify('henan')).isProved).toBe(true);
  const [triggers] = await databases.send('henan')([
    {
      sql: "select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_entries'",
      wantRows: true,
    },
  ]);
  const names = triggers?.status === 'ok' ? triggers.rows.map(([name]) => String(name)) : [];
  expect(names.length).toBeGreaterThan(0);
  await databases.send('henan')([
    ...names.map((name) => ({ sql: `drop trigger ${name}` })),
    { sql: "update audit_entries set body = json_set(body, '$.subjectId', 'other') where seq = 1" },
  ]);
  const verdict = await verify('henan');
  expect(verdict.isProved).toBe(false);
  expect(verdict.lines[0]).toMatch(/1/);
});
