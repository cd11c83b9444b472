import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNull,
  lte,
  ne,
  or,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { grants, people } from '#schema/tables/identity.table.ts';
import { handovers } from '#schema/tables/tenant/handovers.table.ts';
import { organizations, recusals } from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredHandover = typeof handovers.$inferSelect;
export type HandoverRow = StoredHandover & {
  readonly organizationName: string | null;
  readonly fromUsername: string | null;
  readonly toUsername: string | null;
};
export type HeldPost = typeof grants.$inferSelect & {
  readonly organizationName: string | null;
  readonly username: string | null;
  readonly post: string | null;
  readonly name: string;
};

/** Opens a hand-over, unless the post is being handed over already. */
export function insertHandover(row: StoredHandover): Step {
  const open = sql`select 1 from handovers where grant_id = ${row.grantId}
    and state in ('asked', 'authorized', 'acknowledged')`;
  const statement = toStatement(sql`insert into handovers
    (id, state, grant_id, role, organization_id, from_id, from_post, to_id, to_post,
      takes_effect_on, reason, note, opened_by, opened_by_post, opened_at, authorized_by,
      authorized_by_post, version)
    select ${row.id}, ${row.state}, ${row.grantId}, ${row.role}, ${row.organizationId},
      ${row.fromId}, ${row.fromPost}, ${row.toId}, ${row.toPost}, ${row.on}, ${row.reason},
      ${row.note}, ${row.openedBy}, ${row.openedByPost}, ${row.openedAt}, ${row.authorizedBy},
      ${row.authorizedByPost}, 1
    where not exists (${open})`);
  return { statement, expectRows: 1, otherwise: 'organizations.handover_open' };
}

export function updateHandover(
  current: Pick<StoredHandover, 'id' | 'version'>,
  update: Partial<Omit<StoredHandover, 'id' | 'version'>>,
): Step {
  const { id, version } = handovers;
  const query = build
    .update(handovers)
    .set({ ...update, version: sql`${version} + 1` })
    .where(and(eq(id, current.id), eq(version, current.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

const giver = alias(people, 'giver');
const taker = alias(people, 'taker');

function selectHandovers(db: TenantDatabase) {
  return db
    .select({
      ...getTableColumns(handovers),
      organizationName: organizations.name,
      fromUsername: giver.username,
      toUsername: taker.username,
    })
    .from(handovers)
    .leftJoin(organizations, eq(organizations.id, handovers.organizationId))
    .leftJoin(giver, eq(giver.id, handovers.fromId))
    .leftJoin(taker, eq(taker.id, handovers.toId));
}

export async function findHandover(
  db: TenantDatabase,
  id: string,
): Promise<HandoverRow | undefined> {
  const [row] = await selectHandovers(db).where(eq(handovers.id, id));
  return row;
}

type Whose = { readonly personId: string; readonly units: readonly string[] };

/** The newest hand-overs, all of them or those of a person and of units. */
export function listHandoverRows(
  db: TenantDatabase,
  whose: Whose | undefined,
): Promise<HandoverRow[]> {
  const { fromId, toId, openedBy, organizationId, openedAt, id } = handovers;
  const own =
    whose &&
    or(
      eq(fromId, whose.personId),
      eq(toId, whose.personId),
      eq(openedBy, whose.personId),
      inArray(organizationId, [...whose.units]),
    );
  return selectHandovers(db).where(own).orderBy(desc(openedAt), desc(id)).limit(200);
}

export function listDueHandovers(db: TenantDatabase, day: string): Promise<StoredHandover[]> {
  const { on, state } = handovers;
  return db
    .select()
    .from(handovers)
    .where(and(eq(state, 'acknowledged'), lte(on, day)))
    .orderBy(asc(on))
    .limit(200);
}

/** Posts in force by their grants, with who holds them. */
export function listHeldPosts(
  db: TenantDatabase,
  where: { grantId: string } | { personId: string; units: readonly string[] },
): Promise<HeldPost[]> {
  const asked =
    'grantId' in where
      ? eq(grants.id, where.grantId)
      : or(eq(grants.personId, where.personId), inArray(grants.organizationId, [...where.units]));
  return db
    .select({
      ...getTableColumns(grants),
      organizationName: organizations.name,
      username: people.username,
      post: people.post,
      name: people.name,
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .leftJoin(organizations, eq(organizations.id, grants.organizationId))
    .where(and(asked, isNull(grants.revokedAt)))
    .orderBy(asc(people.username), asc(grants.createdAt));
}

/** Accounts of a unit, or of the commission, that may sign in; not the one who gives. */
export function listCandidates(
  db: TenantDatabase,
  place: { organizationId: string | null; exceptId: string },
): Promise<{ id: string; username: string | null; post: string | null; name: string }[]> {
  const { id, username, post, name, organizationId, disabledAt } = people;
  const there =
    place.organizationId === null
      ? isNull(organizationId)
      : eq(organizationId, place.organizationId);
  return db
    .select({ id, username, post, name })
    .from(people)
    .where(and(there, isNull(disabledAt), ne(id, place.exceptId)))
    .orderBy(asc(username))
    .limit(200);
}

/** Units that a person keeps away from on a day: whoever follows has to look at his own ties. */
export function listRecusedUnits(
  db: TenantDatabase,
  personId: string,
  day: string,
): Promise<{ id: string; name: string; to: string | null }[]> {
  const { validFrom, validTo } = recusals;
  return db
    .select({ id: recusals.id, name: organizations.name, to: validTo })
    .from(recusals)
    .innerJoin(organizations, eq(organizations.id, recusals.organizationId))
    .where(
      and(
        eq(recusals.personId, personId),
        lte(validFrom, day),
        sql`(${validTo} is null or ${validTo} >= ${day})`,
      ),
    )
    .orderBy(asc(organizations.order));
}
