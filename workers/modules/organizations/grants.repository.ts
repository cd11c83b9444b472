import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { Role } from '#schema/contracts/permission.ts';
import { grants, people } from '#schema/tables/identity.table.ts';
import { organizations, recusals } from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { Database, TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { separationClassOf } from './roles.ts';

export type NewGrant = {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly relation: RelationKind | null;
  readonly organizationId: string | null;
  readonly tasks: readonly string[] | null;
  readonly sections: readonly string[] | null;
  readonly from: string;
  readonly to: string | null;
};

export function insertGrants(list: readonly NewGrant[], at: number): Step[] {
  return list.map((grant) => {
    const { from, to, tasks, sections, ...facts } = grant;
    const row = {
      ...facts,
      tasks: tasks && [...tasks],
      sections: sections && [...sections],
      separationClass: separationClassOf(grant.role),
      validFrom: from,
      validTo: to,
      createdAt: at,
    };
    return { statement: toStatement(build.insert(grants).values(row)) };
  });
}

/** Stands before a grant: refuses it where its unit is not there, or is there no more. */
export function assertUnit(organizationId: string): Step {
  const query = build
    .update(organizations)
    .set({ id: organizationId })
    .where(eq(organizations.id, organizationId));
  return { statement: toStatement(query), expectRows: 1, otherwise: 'organizations.not_found' };
}

export function revokeGrantRow(id: string, at: number): Step {
  const query = build
    .update(grants)
    .set({ revokedAt: at })
    .where(and(eq(grants.id, id), isNull(grants.revokedAt)));
  return {
    statement: toStatement(query),
    expectRows: 1,
    otherwise: 'organizations.grant_not_found',
  };
}

export async function findGrantOwner(db: Database, id: string): Promise<string | undefined> {
  const [row] = await db
    .select({ personId: grants.personId })
    .from(grants)
    .where(and(eq(grants.id, id), isNull(grants.revokedAt)));
  return row?.personId;
}

/** Grants of these persons that were not taken back, with the unit each reaches from. */
export async function listGrantsOf(db: TenantDatabase, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return db
    .select({
      id: grants.id,
      personId: grants.personId,
      role: grants.role,
      relation: grants.relation,
      organizationId: grants.organizationId,
      organizationName: organizations.name,
      from: grants.validFrom,
      to: grants.validTo,
    })
    .from(grants)
    .leftJoin(organizations, eq(organizations.id, grants.organizationId))
    .where(and(inArray(grants.personId, [...personIds]), isNull(grants.revokedAt)))
    .orderBy(asc(grants.createdAt), asc(grants.id));
}

/** Accounts that hold a post at a unit, by user name. */
export function listAccountsOfUnit(
  db: TenantDatabase,
  organizationId: string,
): Promise<{ username: string | null; post: string | null }[]> {
  return db
    .selectDistinct({ username: people.username, post: people.post })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .where(and(eq(grants.organizationId, organizationId), isNull(grants.revokedAt)))
    .orderBy(asc(people.username));
}

export type NewRecusal = {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly reason: string;
  readonly from: string;
  readonly to: string | null;
  readonly successorId: string | null;
  readonly successorPost: string | null;
};

export function insertRecusal(recusal: NewRecusal, at: number): Step {
  const { from, to, ...facts } = recusal;
  const row = { ...facts, validFrom: from, validTo: to, createdAt: at };
  return { statement: toStatement(build.insert(recusals).values(row)) };
}
