import type { AuditActor } from '#schema/contracts/audit.ts';
import type { TenantProfile } from '#schema/contracts/tenants.ts';
import { createAccounts, hashPassword } from '#workers/modules/identity/index.ts';
import type { AccountContext } from '#workers/modules/identity/index.ts';
import { giveGrants, importOrganizations } from '#workers/modules/organizations/index.ts';
import { provisionTenant } from '#workers/modules/tenants/index.ts';
import type { TenantSource } from '#workers/modules/tenants/index.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type {
  TestClock,
  TestDatabase,
} from '#workers/platform/database/testing/tenant.fixtures.ts';
import { createIds } from '#workers/platform/ids.ts';
import { castUnits, tenantCast, testTenantSource } from './cast.fixtures.ts';
import type { CastMember, CastName } from './cast.fixtures.ts';

export const TEST_PASSWORD = 'Lan-tian-07-bai-yun';
export const testActor: AuditActor = { kind: 'system', id: 'test' };

/** One tenant of a test: its own database, its units by key, its people by cast name. */
export type TestSite = {
  readonly slug: string;
  readonly profile: TenantProfile;
  readonly database: TestDatabase;
  readonly units: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

export async function createTestSite(
  slug: string,
  clock: TestClock,
  control?: Writer,
  source: TenantSource = testTenantSource,
): Promise<TestSite> {
  const created = await createTestTenant();
  const database = { ...created, clock, ids: createIds(clock) };
  const input = { slug, source, hosts: [`${slug}.example.org`] };
  const profile = await provisionTenant({ context: { ...database, control }, input });
  const imported = await importOrganizations({
    context: database,
    input: { units: castUnits, actor: testActor },
  });
  const units = Object.fromEntries(imported.units.map(({ key, id }) => [key, id]));
  const people = await seedCast(database, tenantCast, units);
  return { slug, profile, database, units, people, close: database.close };
}

let sharedHash: Promise<string> | undefined;

/** Accounts and grants of a cast; all share one password, hashed once a run. */
export async function seedCast(
  database: AccountContext,
  cast: Readonly<Partial<Record<CastName, CastMember>>>,
  units: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  sharedHash ??= hashPassword(TEST_PASSWORD);
  const secret = { passwordHash: await sharedHash };
  const members = Object.entries(cast);
  const accounts = members.map(([username, { post, unit }]) => ({
    username,
    name: post,
    post,
    secret,
    ...(unit ? { organizationId: units[unit] } : {}),
  }));
  const created = await createAccounts({
    context: database,
    input: { accounts, actor: testActor },
  });
  const people = Object.fromEntries(created.map(({ username, personId }) => [username, personId]));
  const grants = members.map(([username, { role, unit, relation }]) => ({
    personId: people[username] ?? '',
    role,
    ...(unit ? { organizationId: units[unit] } : {}),
    ...(relation ? { relation } : {}),
  }));
  const scope = cast === tenantCast ? 'tenant' : 'control';
  await giveGrants({ context: database, input: { grants, actor: testActor, scope } });
  return people;
}
