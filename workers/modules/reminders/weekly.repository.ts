import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';

/** A part of the authorities below the commission, by id. */
export function listAuthoritiesBelow(
  db: TenantDatabase,
  input: { after: string; limit: number },
): Promise<{ id: string; name: string }[]> {
  const { id, name, kind, closedOn } = organizations;
  return db
    .select({ id, name })
    .from(organizations)
    .where(and(eq(kind, 'bureau'), gt(id, input.after), isNull(closedOn)))
    .orderBy(asc(id))
    .limit(input.limit);
}

export type OverdueRow = { id: string; name: string; items: number; oldestDueAt: number };

/**
 * Units directly under an authority (`null`: the commission), by 主管 or 属地, that owe something that
 * is overdue, in official order.
 */
export function listOverdueBelow(
  db: TenantDatabase,
  input: { superiorId: string | null; now: number; day: string },
): Promise<OverdueRow[]> {
  const { superiorId, now, day } = input;
  return db.all<OverdueRow>(sql`
    with below as (
      select distinct organization_id as id from organization_relations
      where superior_id is ${superiorId} and relation in ('supervision', 'territory')
        and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})),
    owed as (
      select s.organization_id as id, s.due_at as due_at from below
        join submissions s on s.organization_id = below.id
          and s.state in ('due', 'draft', 'signing', 'signed')
          and s.due_at <= ${now} and s.first_filed_at is null
        join campaigns c on c.id = s.campaign_id and c.state = 'running'
      union all
      select r.organization_id, r.due_at from below
        join request_replies r on r.organization_id = below.id
          and r.state in ('due', 'draft') and r.due_at <= ${now}
        join requests q on q.id = r.request_id and q.state = 'issued')
    select o.id as id, o.name as name, count(*) as items, min(owed.due_at) as oldestDueAt
    from owed join organizations o on o.id = owed.id
    group by o.id order by o.order_number, o.id`);
}
