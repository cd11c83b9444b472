import type { MigrationState, RegionList } from '#schema/contracts/platform-admin.ts';
import { migrationsOf } from '#schema/migrations/registry.ts';
import { listMirroredTenants } from '#workers/modules/tenants/index.ts';
import type { ControlContext } from '#workers/modules/tenants/index.ts';
import { sealedNamespace } from '#workers/platform/database/namespace.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { readHosts, readLastMigrations, readNewestHeads } from '../regions.repository.ts';
import type { MigrationRow } from '../regions.repository.ts';

const newest = {
  tenant: migrationsOf.tenant.at(-1)?.id,
  sealed: migrationsOf.sealed.at(-1)?.id,
};

/** All regions in official order, with what control keeps of each. */
export async function listRegions({ context }: { context: ControlContext }): Promise<RegionList> {
  assertCan(context.actor, 'platform.manage-tenants', {});
  const { db, clock } = context;
  const [tenants, migrations, heads, hosts] = await Promise.all([
    listMirroredTenants(db),
    readLastMigrations(db),
    readNewestHeads(db),
    readHosts(db),
  ]);
  return {
    items: tenants.map(({ order: _order, ...tenant }) => ({
      ...tenant,
      hosts: hosts.get(tenant.slug) ?? [],
      database: toState(migrations.get(tenant.slug), newest.tenant),
      sealedDatabase: toState(migrations.get(sealedNamespace(tenant.slug)), newest.sealed),
      auditHeadAt: heads.get(tenant.slug) ?? null,
    })),
    asOf: clock.now(),
  };
}

function toState(row: MigrationRow | undefined, wanted: string | undefined): MigrationState | null {
  if (row === undefined) return null;
  const { version, state, finishedAt } = row;
  return { version, state, finishedAt, current: state === 'done' && version === wanted };
}
