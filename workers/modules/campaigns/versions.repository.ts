import { and, desc, eq, lt } from 'drizzle-orm';
import { languageVersion } from '#schema/contracts/campaign/campaign.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { IssueRegistration } from '#schema/contracts/campaigns.ts';
import { campaigns, campaignVersions } from '#schema/tables/tenant/campaigns.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { namespaceOf } from '#workers/platform/database/database.driver.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { campaignsErrors } from './campaigns.errors.ts';

export type CampaignVersion = {
  readonly hash: string;
  readonly campaignId: string;
  readonly number: number;
  readonly campaign: Campaign;
  readonly issue: IssueRegistration | null;
  readonly changes: readonly { zh: string; en: string }[];
  readonly publishedAt: number;
};

const maxKept = 40;
const kept = new Map<string, CampaignVersion>();

/**
 * A published version by its hash. It never changes, so an isolate keeps what it has read of each
 * tenant: the same work published by two of them is two versions, each with its own registration.
 */
export async function loadVersion(db: TenantDatabase, hash: string): Promise<CampaignVersion> {
  const key = `${namespaceOf(db)} ${hash}`;
  const known = kept.get(key);
  const version = known ?? (await readVersion(db, hash));
  kept.delete(key);
  if (kept.size >= maxKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, version);
  return version;
}

async function readVersion(db: TenantDatabase, hash: string): Promise<CampaignVersion> {
  const [row] = await db
    .select(versionColumns)
    .from(campaignVersions)
    .where(eq(campaignVersions.hash, hash));
  if (row === undefined) throw new Error(`no version of a campaign under the hash ${hash}`);
  if (row.campaign.languageVersion > languageVersion) {
    throw campaignsErrors['campaigns.newer_language']();
  }
  return row;
}

const versionColumns = {
  hash: campaignVersions.hash,
  campaignId: campaignVersions.campaignId,
  number: campaignVersions.number,
  campaign: campaignVersions.document,
  issue: campaignVersions.issue,
  changes: campaignVersions.changes,
  publishedAt: campaignVersions.publishedAt,
};

/** All versions of a campaign, the newest first. */
export function listVersions(db: TenantDatabase, campaignId: string): Promise<CampaignVersion[]> {
  return db
    .select(versionColumns)
    .from(campaignVersions)
    .where(eq(campaignVersions.campaignId, campaignId))
    .orderBy(desc(campaignVersions.number));
}

export type CampaignRow = typeof campaigns.$inferSelect;

/** Campaigns, the running ones first, then by year. */
export function listCampaignRows(db: TenantDatabase): Promise<CampaignRow[]> {
  return db
    .select()
    .from(campaigns)
    .orderBy(desc(campaigns.state), desc(campaigns.year), campaigns.title);
}

export async function findCampaignRow(
  db: TenantDatabase,
  id: string,
): Promise<CampaignRow | undefined> {
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, id));
  return row;
}

/** The campaign of a family (the same work, whichever year) with the latest year before this one. */
export async function findCampaignBefore(
  db: TenantDatabase,
  input: { year: number; isSameWork: (row: CampaignRow) => boolean },
): Promise<CampaignRow | undefined> {
  const rows = await db
    .select()
    .from(campaigns)
    .where(lt(campaigns.year, input.year))
    .orderBy(desc(campaigns.year));
  return rows.find(input.isSameWork);
}

export async function findCampaignByKey(
  db: TenantDatabase,
  { key, year }: { key: string; year: number },
): Promise<CampaignRow | undefined> {
  const [row] = await db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.key, key), eq(campaigns.year, year)));
  return row;
}

/** Whose version has this very content, and the how manieth it is. */
export async function findVersionPlace(
  db: TenantDatabase,
  hash: string,
): Promise<{ campaignId: string; number: number } | undefined> {
  const [row] = await db
    .select({ campaignId: campaignVersions.campaignId, number: campaignVersions.number })
    .from(campaignVersions)
    .where(eq(campaignVersions.hash, hash));
  return row;
}

export function insertVersion(row: typeof campaignVersions.$inferInsert): Step {
  return { statement: toStatement(build.insert(campaignVersions).values(row)) };
}

export function insertCampaign(row: CampaignRow): Step {
  return { statement: toStatement(build.insert(campaigns).values(row)) };
}

/** Makes another version the current one; refused as stale when somebody else did first. */
export function updateCurrentVersion(
  campaign: Pick<CampaignRow, 'id' | 'version'>,
  update: Pick<CampaignRow, 'currentHash' | 'title' | 'state'>,
): Step {
  const query = build
    .update(campaigns)
    .set({ ...update, version: campaign.version + 1 })
    .where(and(eq(campaigns.id, campaign.id), eq(campaigns.version, campaign.version)));
  return { statement: toStatement(query), expectRows: 1 };
}
