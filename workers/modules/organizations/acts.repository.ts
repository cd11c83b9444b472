import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { FormerName, OrganizationActState } from '#schema/contracts/organization-acts.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { counters } from '#schema/tables/core.table.ts';
import {
  organizationActs,
  organizationNames,
  organizationRelations,
  organizations,
} from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { dayBefore } from './dated.repository.ts';

const BOOK = 'organization-book';
export type StoredAct = typeof organizationActs.$inferSelect;
export type UnitUpdate = Partial<Omit<typeof organizations.$inferInsert, 'id' | 'version'>>;

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

/** The same for a name that comes into use: refused where an open unit has it already. */
export function claimName(name: string, ownId: string): Step {
  const query = sql`insert into counters (key, next) select ${BOOK}, 1
    where not exists (select 1 from organizations
      where name = ${name} and status = 'open' and id <> ${ownId})
    on conflict (key) do update set next = next + 1`;
  return { statement: toStatement(query), expectRows: 1, otherwise: 'organizations.name_taken' };
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

export function insertAct(act: StoredAct): Step {
  return { statement: toStatement(build.insert(organizationActs).values(act)) };
}

/** Moves an act on, once. */
export function moveAct(id: string, from: OrganizationActState, state: OrganizationActState): Step {
  const query = build
    .update(organizationActs)
    .set({ state })
    .where(and(eq(organizationActs.id, id), eq(organizationActs.state, from)));
  return { statement: toStatement(query), expectRows: 1 };
}

export function insertFormerName(
  name: FormerName & { readonly organizationId: string; readonly actId: string },
): Step {
  const { from, to, ...rest } = name;
  const row = { ...rest, validFrom: from, validTo: to };
  return { statement: toStatement(build.insert(organizationNames).values(row)) };
}

export function listActs(db: TenantDatabase, organizationId: string): Promise<StoredAct[]> {
  return db
    .select()
    .from(organizationActs)
    .where(eq(organizationActs.organizationId, organizationId))
    .orderBy(desc(organizationActs.at), sql`rowid desc`)
    .limit(100);
}

/** Acts whose day has come, or whose consequences are still to be drawn. */
export function listOpenActs(db: TenantDatabase, day: string): Promise<StoredAct[]> {
  return db
    .select()
    .from(organizationActs)
    .where(and(eq(organizationActs.state, 'standing'), lte(organizationActs.effectiveOn, day)))
    .orderBy(asc(organizationActs.effectiveOn), asc(organizationActs.at))
    .limit(200);
}

export function listFormerNames(db: TenantDatabase, organizationId: string): Promise<FormerName[]> {
  const { name, shortName, validFrom: from, validTo: to } = organizationNames;
  return db
    .select({ name, shortName, from, to })
    .from(organizationNames)
    .where(eq(organizationNames.organizationId, organizationId))
    .orderBy(asc(organizationNames.validTo));
}

/** Units that stand right under another on a day, relation by relation, in official order. */
export function listSubordinates(
  db: TenantDatabase,
  superiorId: string,
  day: string,
): Promise<{ id: string; name: string; relation: RelationKind }[]> {
  const { organizationId, relation, validFrom, validTo } = organizationRelations;
  return db
    .select({ id: organizations.id, name: organizations.name, relation })
    .from(organizationRelations)
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(
      and(
        eq(organizationRelations.superiorId, superiorId),
        eq(organizations.status, 'open'),
        lte(validFrom, day),
        sql`(${validTo} is null or ${validTo} >= ${day})`,
      ),
    )
    .orderBy(asc(organizations.order), asc(organizations.id), asc(relation));
}

/** Units that came from under one superior under another on a day, relation by relation. */
export async function listMovedOn(
  db: TenantDatabase,
  { from, to, day }: { from: string; to: string | null; day: string },
): Promise<{ organizationId: string; relation: RelationKind }[]> {
  if (to === null) return [];
  const former = alias(organizationRelations, 'former');
  const { organizationId, relation, superiorId, validFrom } = organizationRelations;
  return db
    .select({ organizationId, relation })
    .from(organizationRelations)
    .innerJoin(
      former,
      and(
        eq(former.organizationId, organizationId),
        eq(former.relation, relation),
        eq(former.superiorId, from),
        eq(former.validTo, dayBefore(day)),
      ),
    )
    .where(and(eq(superiorId, to), eq(validFrom, day)));
}
