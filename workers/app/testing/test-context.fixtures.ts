import { sessions } from '#schema/tables/identity.table.ts';
import { createSessionReader } from '#workers/modules/identity/index.ts';
import { permissionsOf } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { CastName } from './cast.fixtures.ts';
import { createFolderStorage } from './folder-storage.fixtures.ts';
import { testActor } from './test-site.fixtures.ts';
import type { TestSite } from './test-site.fixtures.ts';

/** The context of a person of the cast, for tests of use cases without HTTP. */
export async function createTestContext(site: TestSite, name: CastName): Promise<TenantContext> {
  const { db, writer, clock, ids } = site.database;
  const personId = site.people[name];
  if (personId === undefined) throw new Error(`nobody named ${name} at ${site.slug}`);
  const token = ids.random('tok');
  const now = new Date(clock.now());
  const until = new Date(clock.now() + 365 * 24 * 3_600_000);
  const session = {
    id: ids.random('ses'),
    token,
    userId: personId,
    createdAt: now,
    updatedAt: now,
  };
  const row = { ...session, expiresAt: until, idleUntil: until };
  await writer.commit({
    steps: [{ statement: toStatement(build.insert(sessions).values(row)) }],
    audit: {
      action: 'session.create',
      actor: testActor,
      subjectKind: 'session',
      subjectId: session.id,
      at: clock.now(),
      facts: {},
    },
  });
  const reader = createSessionReader({ clock, permissionsOf });
  const source = { namespace: site.slug, scope: 'tenant' as const, db, writer };
  const actor = await reader.read(source, token);
  if (!actor) throw new Error(`${name} has no session`);
  const evidence = await createFolderStorage();
  const request = { requestId: ids.random('req'), locale: 'zh-CN' as const };
  return { tenant: site.profile, db, writer, clock, ids, evidence, actor, ...request };
}
