import { eq } from 'drizzle-orm';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { upperCampaigns } from '#schema/tables/tenant/campaigns.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

/** The campaign from above as it was received; nothing where it never was. */
export async function findUpperCampaign(
  db: TenantDatabase,
  hash: string | undefined,
): Promise<Campaign | undefined> {
  if (hash === undefined) return undefined;
  const [row] = await db
    .select({ document: upperCampaigns.document })
    .from(upperCampaigns)
    .where(eq(upperCampaigns.hash, hash));
  return row?.document;
}

/** Keeps it once, whoever brings it again. */
export function keepUpperCampaign(row: typeof upperCampaigns.$inferInsert): Step {
  return { statement: toStatement(build.insert(upperCampaigns).values(row).onConflictDoNothing()) };
}
