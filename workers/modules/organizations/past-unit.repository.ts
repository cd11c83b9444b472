import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { OrganizationKind } from '#schema/contracts/campaign/audience.ts';

/** What a unit that stands in the query was called on a day; its name of now where none is named. */
export function nameOn(day: string | undefined): SQL<string> {
  if (day === undefined) return sql<string>`organizations.name`;
  return sql<string>`coalesce((select called.name from organization_names as called
    where called.organization_id = organizations.id and called.valid_to >= ${day}
    order by called.valid_to limit 1), organizations.name)`;
}

/** Of what kind such a unit was on a day; where nothing was recorded of the day, as it is now. */
export function kindOn(day: string | undefined): SQL<OrganizationKind> {
  if (day === undefined) return sql<OrganizationKind>`organizations.kind`;
  return sql<OrganizationKind>`coalesce((select held.value ->> '$' from organization_facts as held
    where held.organization_id = organizations.id and held.key = 'kind'
      and held.valid_from <= ${day} and (held.valid_to is null or held.valid_to >= ${day})
    order by held.valid_from desc limit 1), organizations.kind)`;
}

/** Whether such a unit was an authority below the commission on a day. */
export function wasBureauOn(day: string | undefined): SQL {
  if (day === undefined) return sql`organizations.kind = 'bureau'`;
  return sql`organizations.id in (select id from organizations where kind = 'bureau'
      union select organization_id from organization_facts where key = 'kind' and value = '"bureau"')
    and ${kindOn(day)} = 'bureau'
    and (organizations.opened_on is null or organizations.opened_on <= ${day})`;
}
