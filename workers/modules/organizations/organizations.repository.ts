import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type {
  Organization,
  OrganizationFact,
  OrganizationRelation,
} from '#schema/contracts/organizations.ts';
import type { Range } from '#schema/contracts/permission.ts';
import { counters } from '#schema/tables/core.table.ts';
import {
  organizationFacts,
  organizationNames,
  organizationPaths,
  organizationRelations,
  organizations,
} from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { OrganizationPath, RelationLink } from './organizations.domain.ts';
import { bookOn } from './past-book.domain.ts';
import { unitRangeCondition } from './range.repository.ts';

export type ListFilter = {
  readonly search?: string | undefined;
  readonly kind?: Organization['kind'] | undefined;
  readonly status?: Organization['status'] | undefined;
};
export type OrderKey = readonly [order: number, id: string];

/** Units in official order, in the reader's range. */
export async function listOrganizationRows(
  db: TenantDatabase,
  input: { filter: ListFilter; range: Range; after: OrderKey | undefined; limit: number },
): Promise<Organization[]> {
  const { search, kind, status } = input.filter;
  const rows = await selectUnits(
    db,
    and(
      unitRangeCondition(input.range),
      kind ? eq(organizations.kind, kind) : undefined,
      status ? eq(organizations.status, status) : undefined,
      search
        ? or(
            names(organizations.name, search),
            names(organizations.shortName, search),
            eq(organizations.code, search),
            inArray(organizations.id, unitsOnceCalled(search)),
          )
        : undefined,
      input.after
        ? sql`(${organizations.order}, ${organizations.id}) > (${input.after[0]}, ${input.after[1]})`
        : undefined,
    ),
    input.limit,
  );
  return rows;
}

/** `like` would take `%` and `_` of a search for anything. */
function names(column: SQLiteColumn, search: string): SQL {
  return sql`instr(lower(${column}), lower(${search})) > 0`;
}

/** Units are found by what they were called before, too. */
function unitsOnceCalled(search: string) {
  return build
    .select({ id: organizationNames.organizationId })
    .from(organizationNames)
    .where(or(names(organizationNames.name, search), names(organizationNames.shortName, search)));
}

export async function findOrganization(
  db: TenantDatabase,
  id: string,
): Promise<Organization | undefined> {
  const [row] = await selectUnits(db, eq(organizations.id, id), 1);
  return row;
}

export async function findOrganizations(
  db: TenantDatabase,
  ids: readonly string[],
): Promise<Organization[]> {
  if (ids.length === 0) return [];
  return selectUnits(db, inArray(organizations.id, [...ids]), ids.length);
}

/** Everything an audience asks about, of all units, in official order. */
export async function readOrganizationBook(db: TenantDatabase): Promise<{
  units: Organization[];
  facts: (OrganizationFact & { organizationId: string })[];
  relations: (OrganizationRelation & { organizationId: string })[];
}> {
  const [units, facts, relations] = await Promise.all([
    selectUnits(db, undefined, -1),
    db.select(factColumns).from(organizationFacts),
    db.select(relationColumns).from(organizationRelations),
  ]);
  return { units, facts, relations };
}

/** The same as it was on a day that is over; of now where no day is named. */
export async function readBookOf(db: TenantDatabase, day: string | undefined) {
  if (day === undefined) return readOrganizationBook(db);
  const { organizationId, name, shortName, validFrom: from, validTo: to } = organizationNames;
  const [book, names] = await Promise.all([
    readOrganizationBook(db),
    db.select({ organizationId, name, shortName, from, to }).from(organizationNames),
  ]);
  return bookOn({ ...book, names }, day);
}

export async function readFactsAndRelations(db: TenantDatabase, id: string) {
  const [facts, relations] = await db.batch([
    db
      .select(ownFactColumns)
      .from(organizationFacts)
      .where(eq(organizationFacts.organizationId, id))
      .orderBy(organizationFacts.key, organizationFacts.validFrom),
    db
      .select(ownRelationColumns)
      .from(organizationRelations)
      .where(eq(organizationRelations.organizationId, id))
      .orderBy(organizationRelations.relation, organizationRelations.validFrom),
  ]);
  return { facts, relations };
}

/** The links in force on a day, of which the paths are made. */
export function readLinks(db: TenantDatabase, day: string): Promise<RelationLink[]> {
  const { organizationId, relation, superiorId, validFrom, validTo } = organizationRelations;
  return db
    .select({ organizationId, relation, superiorId })
    .from(organizationRelations)
    .where(sql`${validFrom} <= ${day} and (${validTo} is null or ${validTo} >= ${day})`);
}

export type NewOrganization = Omit<Organization, 'paths' | 'version'> & {
  readonly facts: readonly OrganizationFact[];
  readonly relations: readonly OrganizationRelation[];
};

export function insertOrganizations(units: readonly NewOrganization[], at: number): Step[] {
  const rows = units.map(({ facts: _facts, relations: _relations, ...unit }) => ({
    ...unit,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }));
  const facts = units.flatMap(({ id, facts: own }) =>
    own.map(({ key, value, from, to }) => ({
      organizationId: id,
      key,
      value,
      validFrom: from,
      validTo: to,
    })),
  );
  const relations = units.flatMap(({ id, relations: own }) =>
    own.map(({ relation, superiorId, from, to }) => ({
      organizationId: id,
      relation,
      superiorId,
      validFrom: from,
      validTo: to,
    })),
  );
  return [
    ...inChunks(rows, (chunk) => toStatement(build.insert(organizations).values(chunk))),
    ...inChunks(facts, (chunk) => toStatement(build.insert(organizationFacts).values(chunk))),
    ...inChunks(relations, (chunk) =>
      toStatement(build.insert(organizationRelations).values(chunk)),
    ),
  ];
}

const TREE = 'organization-tree';

/** Counts the rewritings of the paths, so that two at once do not lose one another's units. */
export async function readTreeVersion(db: TenantDatabase): Promise<number> {
  const [row] = await db
    .select({ next: counters.next })
    .from(counters)
    .where(eq(counters.key, TREE));
  return row?.next ?? 0;
}

/** Where every unit stands, as it was last worked out. */
export function readPaths(db: TenantDatabase): Promise<OrganizationPath[]> {
  return db.select().from(organizationPaths);
}

/** Replaces all paths of the tenant, unless somebody did so since they were computed. */
export function replacePaths(paths: readonly OrganizationPath[], treeVersion: number): Step[] {
  const advance = build
    .insert(counters)
    .values({ key: TREE, next: 1 })
    .onConflictDoUpdate({
      target: counters.key,
      set: { next: sql`${counters.next} + 1` },
      setWhere: eq(counters.next, treeVersion),
    });
  const claim: Step = { statement: toStatement(advance), expectRows: 1 };
  const forget: Step = { statement: toStatement(build.delete(organizationPaths)) };
  return [
    claim,
    forget,
    ...chunksOf(paths, PATHS_A_STATEMENT).map((chunk) => {
      const rows = chunk.map(({ relation, organizationId, path }) => [
        relation,
        organizationId,
        path,
      ]);
      return {
        statement: toStatement(sql`insert into organization_paths (relation, organization_id, path)
          select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(rows)})`),
      };
    }),
  ];
}

const CHUNK = 100;
const PATHS_A_STATEMENT = 5_000;

function inChunks<Row>(rows: readonly Row[], make: (chunk: Row[]) => Step['statement']): Step[] {
  return chunksOf(rows, CHUNK).map((chunk) => ({ statement: make(chunk) }));
}

function chunksOf<Row>(rows: readonly Row[], size: number): Row[][] {
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size));
}

const ownFactColumns = {
  key: organizationFacts.key,
  value: organizationFacts.value,
  from: organizationFacts.validFrom,
  to: organizationFacts.validTo,
};
const factColumns = { organizationId: organizationFacts.organizationId, ...ownFactColumns };
const ownRelationColumns = {
  relation: organizationRelations.relation,
  superiorId: organizationRelations.superiorId,
  from: organizationRelations.validFrom,
  to: organizationRelations.validTo,
};
const relationColumns = {
  organizationId: organizationRelations.organizationId,
  ...ownRelationColumns,
};
const pathsOfUnit = sql<string>`(select json_group_object(relation, path)
  from organization_paths where organization_id = ${organizations.id})`;

async function selectUnits(
  db: TenantDatabase,
  condition: SQL | undefined,
  limit: number,
): Promise<Organization[]> {
  const rows = await db
    .select({ unit: organizations, paths: pathsOfUnit })
    .from(organizations)
    .where(condition)
    .orderBy(asc(organizations.order), asc(organizations.id))
    .limit(limit);
  return rows.map(({ unit: { createdAt: _createdAt, updatedAt: _updatedAt, ...unit }, paths }) => ({
    ...unit,
    paths: JSON.parse(paths) as Organization['paths'],
  }));
}
