import { sql } from 'drizzle-orm';
import type { Authority, Permission, Role } from '#schema/contracts/permission.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { readAuthority } from './authority-rows.ts';
import { grantObject, inForce } from './sessions.repository.ts';

type Row = { personId: string; organizationId: string | null; grants: string; recusals: string };

/** A part of the persons who hold a post, by id, each with what they may do today. */
export async function listAuthorities(
  db: TenantDatabase,
  input: {
    after: string;
    limit: number;
    day: string;
    permissionsOf: (role: Role) => readonly Permission[];
  },
): Promise<Authority[]> {
  const { after, limit, day, permissionsOf } = input;
  const rows = await db.all<Row>(sql`select p.id as personId, p.organization_id as organizationId,
    (select json_group_array(json_object(${grantObject}, 'path', o.path)) from grants g
      left join organization_paths o
        on o.relation = g.relation and o.organization_id = g.organization_id
      where g.revoked_at is null and ${inForce(sql`g`, day)}) as grants,
    (select json_group_array(r.organization_id) from recusals r
      where ${inForce(sql`r`, day)}) as recusals
    from people p where p.id > ${after} and p.disabled_at is null
      and exists (select 1 from grants g where g.revoked_at is null and ${inForce(sql`g`, day)})
    order by p.id limit ${limit}`);
  return rows.map(({ personId, organizationId, ...texts }) => {
    const { grants, ties } = readAuthority(texts, permissionsOf);
    const own = organizationId === null ? [] : [organizationId];
    return { personId, grants, recusedFrom: [...new Set([...own, ...ties])] };
  });
}
