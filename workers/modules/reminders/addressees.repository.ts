import { and, asc, eq, gt } from 'drizzle-orm';
import { bulletinRecipients } from '#schema/tables/tenant/bulletins.table.ts';
import { requestAddressees } from '#schema/tables/tenant/requests.table.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';

/** A part of the units that a request went to, by id. */
export async function listAddressees(
  db: TenantDatabase,
  input: { requestId: string; after: string; limit: number },
): Promise<string[]> {
  const { requestId, organizationId } = requestAddressees;
  const rows = await db
    .select({ organizationId })
    .from(requestAddressees)
    .where(and(eq(requestId, input.requestId), gt(organizationId, input.after)))
    .orderBy(asc(organizationId))
    .limit(input.limit);
  return rows.map((row) => row.organizationId);
}

/** A part of the units that a paper went to, by id. */
export async function listPaperUnits(
  db: TenantDatabase,
  input: { bulletinId: string; after: string; limit: number },
): Promise<string[]> {
  const { bulletinId, organizationId } = bulletinRecipients;
  const rows = await db
    .select({ organizationId })
    .from(bulletinRecipients)
    .where(and(eq(bulletinId, input.bulletinId), gt(organizationId, input.after)))
    .orderBy(asc(organizationId))
    .limit(input.limit);
  return rows.map((row) => row.organizationId);
}
