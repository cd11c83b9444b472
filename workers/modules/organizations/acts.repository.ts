import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { FormerName } from '#schema/contracts/organization-acts.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { counters } from '#schema/tables/core.table.ts';
import { organizationNames, organizations } from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

const BOOK = 'organization-book';
type UnitUpdate = Partial<Omit<typeof organizations.$inferInsert, 'id' | 'version'>>;

/** Counts the changes of the book of units: what was checked against it is checked anew. */
export async function readBookVersion(db: TenantDatabase): Promise<number> {
  const [row] = await db
    .select({ next: counters.next })
    .from(counters)
    .where(eq(counters.key, BOOK));
  return row?.next ?? 0;
}

/** Stands in every change of the book; with a version, refused where the book has gone on. */
export function advanceBook(version?: number): Step {
  const query = build
    .insert(counters)
    .values({ key: BOOK, next: 1 })
    .onConflictDoUpdate({
      target: counters.key,
      set: { next: sql`${counters.next} + 1` },
      ...(version === undefined ? {} : { setWhere: eq(counters.next, version) }),
    });
  return { statement: toStatement(query), expectRows: 1 };
}

export async function readVersions(
  db: TenantDatabase,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { id, version } = organizations;
  const rows = await db
    .select({ id, version })
    .from(organizations)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** Open units that have one of these names, and units that have one of these codes. */
export function findTaken(
  db: TenantDatabase,
  units: readonly { readonly name: string; readonly code: string | null }[],
): Promise<{ id: string; name: string; code: string | null }[]> {
  const { id, name, code, status } = organizations;
  const listed = (texts: readonly (string | null)[]) =>
    sql`(select value from json_each(${JSON.stringify(texts.filter((text) => text !== null))}))`;
  const names = listed(units.map((unit) => unit.name));
  const codes = listed(units.map((unit) => unit.code));
  return db
    .select({ id, name, code })
    .from(organizations)
    .where(sql`(${name} in ${names} and ${status} = 'open') or ${code} in ${codes}`);
}

/** Changes a unit as it was read; stale when somebody else changed it since. */
export function updateUnit(
  current: Pick<Organization, 'id' | 'version'>,
  update: UnitUpdate,
): Step {
  const query = build
    .update(organizations)
    .set({ ...update, version: sql`${organizations.version} + 1` })
    .where(and(eq(organizations.id, current.id), eq(organizations.version, current.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

export function insertFormerName(
  name: FormerName & { readonly organizationId: string; readonly actId: string },
): Step {
  const { from, to, ...rest } = name;
  const row = { ...rest, validFrom: from, validTo: to };
  return { statement: toStatement(build.insert(organizationNames).values(row)) };
}

export function listFormerNames(db: TenantDatabase, organizationId: string): Promise<FormerName[]> {
  const { name, shortName, validFrom: from, validTo: to } = organizationNames;
  return db
    .select({ name, shortName, from, to })
    .from(organizationNames)
    .where(eq(organizationNames.organizationId, organizationId))
    .orderBy(asc(organizationNames.validTo));
}
