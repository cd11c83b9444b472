import { and, asc, eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import * as v from 'valibot';
import { LiaisonAskSchema, liaisonRoles } from '#schema/contracts/liaisons.ts';
import type { LiaisonAsk } from '#schema/contracts/liaisons.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import type { Range } from '#schema/contracts/permission.ts';
import { grants, people } from '#schema/tables/identity.table.ts';
import { liaisonAsks, organizations } from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { OrderKey } from './organizations.repository.ts';
import { unitRangeCondition } from './range.repository.ts';

export type LiaisonFilter = {
  readonly range: Range;
  readonly kind?: Organization['kind'] | undefined;
  /** Whoever holds the post on this day, and can sign in. */
  readonly day: string;
};

// In a selected field a column of the one table loses its table's name: these are written out.
const pending = sql<string | null>`(select json_object('state', i.state,
    'tokenHash', iif(i.token_hash is null, null, ''), 'expiresAt', i.expires_at,
    'openedAt', i.opened_at)
  from invitations i where i.organization_id = organizations.id
    and i.state in ('asked', 'authorized') and i.role in ${liaisonRoles}
  order by i.opened_at desc limit 1)`;

const superior = sql<string | null>`(select above.name from organization_relations r
  join organizations above on above.id = r.superior_id
  where r.organization_id = organizations.id and r.relation = 'supervision'
    and r.valid_to is null limit 1)`;

// Whoever was invited or appointed since has answered it, whatever became of them.
const asked = sql<string | null>`(select json_object('at', a.asked_at, 'byPost', a.by_post)
  from liaison_asks a where a.organization_id = organizations.id
    and not exists (select 1 from invitations i where i.organization_id = a.organization_id
      and i.role in ${liaisonRoles} and i.opened_at >= a.asked_at)
    and not exists (select 1 from grants g where g.organization_id = a.organization_id
      and g.role in ${liaisonRoles} and g.created_at >= a.asked_at))`;

/** Open units where nobody who can sign in holds such a post, unit by unit in official order. */
export function unitsWithoutLiaisonQuery(
  db: Pick<TenantDatabase, 'select'>,
  filter: LiaisonFilter,
  page: { readonly after: OrderKey | undefined; readonly limit: number },
) {
  const { after, limit } = page;
  const { id, name, kind, order } = organizations;
  return db
    .select({ id, name, kind, order, superior, pending, asked })
    .from(organizations)
    .where(
      and(isWithoutLiaison(filter), after && sql`(${order}, ${id}) > (${after[0]}, ${after[1]})`),
    )
    .orderBy(asc(order), asc(id))
    .limit(limit);
}

/** The ask of a unit that stands, if one does. */
export async function findLiaisonAsk(
  db: Pick<TenantDatabase, 'select'>,
  unit: string,
): Promise<LiaisonAsk | undefined> {
  const rows = await db.select({ asked }).from(organizations).where(eq(organizations.id, unit));
  return readLiaisonAsk(rows[0]?.asked ?? null) ?? undefined;
}

export function readLiaisonAsk(kept: string | null): LiaisonAsk | null {
  return kept === null ? null : v.parse(LiaisonAskSchema, JSON.parse(kept));
}

export function keepLiaisonAsk(ask: typeof liaisonAsks.$inferInsert): Step {
  const { organizationId: _, ...newer } = ask;
  const query = build
    .insert(liaisonAsks)
    .values(ask)
    .onConflictDoUpdate({ target: liaisonAsks.organizationId, set: newer });
  return { statement: toStatement(query) };
}

export function countWithoutLiaisonQuery(
  db: Pick<TenantDatabase, 'select'>,
  filter: Omit<LiaisonFilter, 'kind'>,
) {
  const { kind } = organizations;
  return (
    db
      .select({ kind, count: sql<number>`count(*)` })
      .from(organizations)
      .where(isWithoutLiaison(filter))
      // The sign keeps the engine on the index of open units, which holds all that is asked.
      .groupBy(sql`+${kind}`)
  );
}

function isWithoutLiaison({ range, kind, day }: LiaisonFilter): SQL | undefined {
  const { organizationId, role, revokedAt, validFrom, validTo, personId } = grants;
  return and(
    sql`${organizations.status} = 'open'`,
    kind === undefined ? undefined : eq(organizations.kind, kind),
    unitRangeCondition(range),
    sql`not exists (select 1 from ${grants}
      cross join ${people} on ${people.id} = ${personId} and ${people.disabledAt} is null
      where ${organizationId} = ${organizations.id} and ${role} in ${liaisonRoles}
        and ${revokedAt} is null and ${validFrom} <= ${day}
        and (${validTo} is null or ${validTo} >= ${day}))`,
  );
}
