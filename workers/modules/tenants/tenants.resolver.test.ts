import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testTenantSource } from '#workers/app/testing/cast.fixtures.ts';
import { createFolderStorage } from '#workers/app/testing/folder-storage.fixtures.ts';
import {
  createTestClock,
  createTestControl,
  createTestTenant,
} from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { createTenantResolver } from './tenants.resolver.ts';
import { provisionTenant } from './usecases/provision-tenant.ts';
import { resumeTenant, suspendTenant } from './usecases/set-tenant-status.ts';

const operator = { kind: 'operator' as const, id: 'opr_1' };

let tenant: TestDatabase;
let control: TestDatabase;
const clock = createTestClock();
const opened: string[] = [];

beforeEach(async () => {
  tenant = await createTestTenant();
  control = await createTestControl();
  opened.length = 0;
});
afterEach(() => Promise.all([tenant.close(), control.close()]));

async function createResolver(deployment = 'shared') {
  const databaseOf = (namespace: string) => (namespace === 'control' ? control : tenant);
  return createTenantResolver({
    deployment,
    baseHost: 'example.cn',
    openDatabase: (namespace) => {
      opened.push(namespace);
      return databaseOf(namespace).db;
    },
    writerOf: (namespace) => databaseOf(namespace).writer,
    evidence: await createFolderStorage(),
    clock,
  });
}

const context = () => ({ db: tenant.db, writer: tenant.writer, clock, control: control.writer });
const provision = () =>
  provisionTenant({
    context: context(),
    input: { slug: 'dong', source: testTenantSource, hosts: ['hangfeng.dong.gov'] },
  });

describe('a host', () => {
  test('leads to its tenant by label, or by a name of the tenant’s own', async () => {
    await provision();
    const resolver = await createResolver();
    const site = { kind: 'tenant', slug: 'dong' };
    expect(await resolver.resolveHost('dong.example.cn')).toEqual(site);
    expect(await resolver.resolveHost('hangfeng.dong.gov')).toEqual(site);
    expect(await resolver.resolveHost('oversight.example.cn')).toEqual({ kind: 'oversight' });
  });

  test('that nobody has is unknown, and asked for once in half a minute', async () => {
    const resolver = await createResolver();
    expect(await resolver.resolveHost('dong.example.cn')).toEqual({ kind: 'unknown' });
    expect(await resolver.resolveHost('dong.example.cn')).toEqual({ kind: 'unknown' });
    expect(opened).toEqual(['control']);
    await provision();
    clock.tick(30_001);
    expect(await resolver.resolveHost('dong.example.cn')).toMatchObject({ kind: 'tenant' });
  });
});

describe('a region’s own deployment', () => {
  test('knows its host and its own names, without ever opening control', async () => {
    await provision();
    const resolver = await createResolver('dong');
    expect(await resolver.resolveHost('dong.example.cn')).toEqual({ kind: 'tenant', slug: 'dong' });
    expect(await resolver.resolveHost('hangfeng.dong.gov')).toMatchObject({ slug: 'dong' });
    expect(await resolver.resolveHost('other.gov')).toEqual({ kind: 'unknown' });
    expect(await resolver.resolveHost('oversight.example.cn')).toEqual({ kind: 'unknown' });
    expect(await resolver.resolveHost('xi.example.cn')).toEqual({ kind: 'unknown' });
    await expect(resolver.openControl()).rejects.toThrow('tenants.not_provisioned');
    expect(opened).not.toContain('control');
  });
});

describe('provisioning', () => {
  test('writes a profile once; repeated, it keeps what is there', async () => {
    const first = await provision();
    expect(first).toMatchObject({ slug: 'dong', status: 'active', version: 1, demo: false });
    const resolver = await createResolver();
    const { authSecret } = await resolver.openTenant('dong');
    await provision();
    const again = await (await createResolver()).openTenant('dong');
    expect(again.authSecret).toBe(authSecret);
    expect(authSecret).toHaveLength(43);
    expect(again.tenant).toEqual(first);
  });

  test('a database that belongs to nobody, or to another tenant, opens nothing', async () => {
    const resolver = await createResolver();
    await expect(resolver.openTenant('dong')).rejects.toThrow('tenants.not_provisioned');
    await provision();
    await expect(resolver.openTenant('xi')).rejects.toThrow('tenants.not_provisioned');
  });

  test('no tenant takes a name of the program’s own', async () => {
    const input = { slug: 'oversight', source: testTenantSource };
    await expect(provisionTenant({ context: context(), input })).rejects.toThrow('oversight');
  });
});

describe('suspending', () => {
  test('is seen within half a minute, audited, mirrored, and can be taken back', async () => {
    await provision();
    const resolver = await createResolver();
    await resolver.openTenant('dong');
    const input = { reason: '欠缴', actor: operator };
    expect(await suspendTenant({ context: context(), input })).toMatchObject({ version: 2 });
    clock.tick(30_001);
    const { tenant: seen } = await resolver.openTenant('dong');
    expect(seen).toMatchObject({ status: 'suspended', statusReason: '欠缴' });
    const again = suspendTenant({ context: context(), input });
    await expect(again).rejects.toThrow('tenants.unchanged');
    const back = await resumeTenant({ context: context(), input });
    expect(back).toMatchObject({ status: 'active', statusReason: null, version: 3 });
  });
});
