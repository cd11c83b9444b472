import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reservedSlugs } from '#schema/contracts/pack.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { testTenantSource } from '#workers/app/testing/cast.fixtures.ts';
import { createFolderStorage } from '#workers/app/testing/folder-storage.fixtures.ts';
import {
  createTestClock,
  createTestControl,
  createTestTenant,
} from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { matchHost } from './hosts.domain.ts';
import { listMirroredTenants, readStoredTenant } from './tenants.repository.ts';
import { createTenantResolver } from './tenants.resolver.ts';
import { provisionControl } from './usecases/provision-control.ts';
import { provisionTenant } from './usecases/provision-tenant.ts';
import { resumeTenant, suspendTenant } from './usecases/set-tenant-status.ts';

const BASE = 'example.cn';
const clock = createTestClock();
const operator = { kind: 'operator' as const, id: 'opr_1' };

let control: TestDatabase;
let tenants: Record<'dong' | 'xi', TestDatabase>;
beforeEach(async () => {
  control = await createTestControl();
  tenants = { dong: await createTestTenant(), xi: await createTestTenant() };
});
afterEach(() =>
  Promise.all([control, tenants.dong, tenants.xi].map((database) => database.close())),
);

const contextOf = (slug: 'dong' | 'xi') => ({ ...tenants[slug], clock, control: control.writer });
const provision = (slug: 'dong' | 'xi', part: { hosts?: string[]; order?: number } = {}) =>
  provisionTenant({
    context: contextOf(slug),
    input: {
      slug,
      source: { ...testTenantSource, order: part.order ?? 1 },
      hosts: part.hosts ?? [],
    },
  });

async function createResolver() {
  const databaseOf = (namespace: string) =>
    namespace === 'dong' || namespace === 'xi' ? tenants[namespace] : control;
  return createTenantResolver({
    deployment: 'shared',
    baseHost: BASE,
    openDatabase: (namespace) => databaseOf(namespace).db,
    writerOf: (namespace) => databaseOf(namespace).writer,
    evidence: await createFolderStorage(),
    clock,
  });
}

describe('a host name', () => {
  test('leads to a label under the base or nowhere, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.domain(), fc.webAuthority()), (host) => {
        const match = matchHost(`${host}.${BASE}`, BASE);
        const isLabel = match.kind === 'label' && match.label === host;
        expect(isLabel || match.kind !== 'label').toBe(true);
        expect(isLabel && /[^a-z0-9]/.test(host)).toBe(false);
      }),
    );
  });

  test('of the program’s own is no tenant’s', async () => {
    for (const slug of reservedSlugs) {
      const input = { slug, source: testTenantSource };
      await expect(provisionTenant({ context: contextOf('dong'), input })).rejects.toThrow(slug);
    }
    expect(await readStoredTenant(tenants.dong.db)).toBeUndefined();
  });

  test('that one tenant has cannot be taken by another', async () => {
    await provision('dong', { hosts: ['hangfeng.dong.gov'] });
    await expect(provision('xi', { hosts: ['hangfeng.dong.gov'] })).rejects.toThrow(
      'platform.conflict',
    );
    const resolver = await createResolver();
    expect(await resolver.resolveHost('hangfeng.dong.gov')).toMatchObject({ slug: 'dong' });
    expect(await resolver.resolveHost(`xi.${BASE}`)).toEqual({ kind: 'unknown' });
  });

  test('that is another tenant’s label leads to that other, though somebody claims it', async () => {
    await provision('xi');
    await provision('dong', { hosts: [`xi.${BASE}`, `oversight.${BASE}`] });
    const resolver = await createResolver();
    expect(await resolver.resolveHost(`xi.${BASE}`)).toMatchObject({ slug: 'xi' });
    expect(await resolver.resolveHost(`oversight.${BASE}`)).toEqual({ kind: 'oversight' });
  });

  test('that is known is not asked for again within half a minute', async () => {
    await provision('dong');
    const resolver = await createResolver();
    const known = await resolver.resolveHost(`dong.${BASE}`);
    await control.send([{ sql: 'delete from tenants' }]);
    clock.tick(29_999);
    expect(await resolver.resolveHost(`dong.${BASE}`)).toEqual(known);
    clock.tick(1);
    expect(await resolver.resolveHost(`dong.${BASE}`)).toEqual({ kind: 'unknown' });
  });
});

describe('a tenant that is set up', () => {
  test('has a secret of its own, 256 bits, that control and other tenants do not know', async () => {
    await provision('dong');
    await provision('xi');
    await provisionControl({ context: { ...control, clock } });
    const secrets = await Promise.all([
      readStoredTenant(tenants.dong.db).then((stored) => stored?.authSecret ?? ''),
      readStoredTenant(tenants.xi.db).then((stored) => stored?.authSecret ?? ''),
      (await createResolver()).openControl().then(({ authSecret }) => authSecret),
    ]);
    expect(new Set(secrets).size).toBe(3);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
    const entries = await control.db.select({ body: auditEntries.body }).from(auditEntries);
    for (const secret of secrets) expect(JSON.stringify(entries)).not.toContain(secret);
  });

  test('keeps its secret when it is set up again, so that nobody is signed out', async () => {
    await provision('dong');
    const before = await readStoredTenant(tenants.dong.db);
    await provision('dong');
    expect(await readStoredTenant(tenants.dong.db)).toEqual(before);
    await provisionControl({ context: { ...control, clock } });
    const opened = await (await createResolver()).openControl();
    await provisionControl({ context: { ...control, clock } });
    expect((await (await createResolver()).openControl()).authSecret).toBe(opened.authSecret);
  });

  test('stands in control’s list in official order, without secret, host or parameter', async () => {
    await provision('xi', { order: 1 });
    await provision('dong', { order: 2, hosts: ['hangfeng.dong.gov'] });
    const list = await listMirroredTenants(control.db);
    expect(list.map(({ slug }) => slug)).toEqual(['xi', 'dong']);
    expect(JSON.stringify(list)).not.toMatch(/secret|hangfeng|parameters/);
  });
});

describe('a suspended tenant', () => {
  const input = { reason: '合同到期', actor: operator };

  test('is seen as such by control, with the reason in both trails, and comes back', async () => {
    await provision('dong');
    await suspendTenant({ context: contextOf('dong'), input });
    expect((await listMirroredTenants(control.db))[0]?.status).toBe('suspended');
    await resumeTenant({ context: contextOf('dong'), input: { ...input, reason: '已续约' } });
    expect((await listMirroredTenants(control.db))[0]?.status).toBe('active');
    for (const database of [control, tenants.dong]) {
      const entries = await database.db.select().from(auditEntries).orderBy(auditEntries.seq);
      const told = entries.map(({ action, body }) => [action, /合同到期|已续约/.exec(body)?.[0]]);
      expect(told).toEqual(
        expect.arrayContaining([
          ['tenant.suspend', '合同到期'],
          ['tenant.resume', '已续约'],
        ]),
      );
    }
  });

  test('cannot be suspended twice, nor one resumed that runs, nor one that is not there', async () => {
    await expect(suspendTenant({ context: contextOf('dong'), input })).rejects.toThrow(
      'tenants.not_provisioned',
    );
    await provision('dong');
    await expect(resumeTenant({ context: contextOf('dong'), input })).rejects.toThrow(
      'tenants.unchanged',
    );
  });

  test('of two operators at once one suspends it, the other is told', async () => {
    await provision('dong');
    const both = [1, 2].map(() => suspendTenant({ context: contextOf('dong'), input }));
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(['tenants.unchanged', 'platform.stale_version']).toContain(refused?.reason.message);
  });
});
