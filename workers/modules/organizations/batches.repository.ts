import { and, asc, desc, eq, exists, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { invitations, unitImports } from '#schema/tables/tenant/imports.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { forgotten } from './invitations.domain.ts';
import type { StoredInvitation } from './invitations.repository.ts';

const BATCHES = 50;
/** More than a batch has rows: the sum and the count of what waits make one number. */
const ROWS = 100_000;

const { importId, state, version, id, tokenHash, expiresAt } = invitations;
const countWhere = (condition: ReturnType<typeof sql>) =>
  sql<number>`coalesce(sum(${condition}), 0)`;
const isOpening = (now: number) => sql`(${tokenHash} is not null and ${expiresAt} >= ${now})`;
/** Once the import is done nothing joins: it only falls, with each row that leaves. */
const waitingVersion = sql<number>`1 + coalesce(sum(
  iif(${state} = 'asked', ${ROWS} * ${version} + 1, 0)), 0)`;

const isTaken = sql<boolean>`${unitImports.state} = 'done'`;

/** The newest files of people of which rows became invitations, or the one that is asked for. */
function newestBatches(db: TenantDatabase, only: string | undefined) {
  const { subject, createdAt } = unitImports;
  const rows = db.select({ id }).from(invitations).where(eq(importId, unitImports.id));
  return db
    .select({ id: unitImports.id })
    .from(unitImports)
    .where(and(eq(subject, 'people'), only ? eq(unitImports.id, only) : undefined, exists(rows)))
    .orderBy(desc(createdAt), desc(unitImports.id))
    .limit(BATCHES);
}

/** Files of people with what has become of their rows, the newest first. */
export function listBatchRows(db: TenantDatabase, now: number, only?: string) {
  const { fileName, openedByPost, createdAt } = unitImports;
  return db
    .select({
      id: unitImports.id,
      fileName,
      openedByPost,
      openedAt: createdAt,
      asked: countWhere(sql`${state} = 'asked'`),
      authorized: countWhere(sql`${state} = 'authorized' and not ${isOpening(now)}`),
      linked: countWhere(sql`${state} = 'authorized' and ${isOpening(now)}`),
      used: countWhere(sql`${state} = 'used'`),
      withdrawn: countWhere(sql`${state} = 'withdrawn'`),
      isTaken: isTaken.mapWith(Boolean),
      // While rows still join, the same number may stand for another list: then it is that of none.
      version: sql<number>`iif(${isTaken}, ${waitingVersion}, 1)`,
    })
    .from(unitImports)
    .innerJoin(invitations, eq(importId, unitImports.id))
    .where(inArray(unitImports.id, newestBatches(db, only)))
    .groupBy(unitImports.id)
    .orderBy(desc(createdAt), desc(unitImports.id));
}

/** Rows of a batch that the one who would decide asked for. */
export async function countOwnRows(
  db: TenantDatabase,
  batch: string,
  personId: string,
): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(invitations)
    .where(and(eq(importId, batch), eq(state, 'asked'), eq(invitations.openedBy, personId)));
  return row?.count ?? 0;
}

export async function countAskedRows(
  db: TenantDatabase,
  batch: string,
  ids: readonly string[],
): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(invitations)
    .where(and(eq(importId, batch), eq(state, 'asked'), inList(ids)));
  return row?.count ?? 0;
}

const inList = (ids: readonly string[]) =>
  sql`${id} in (select value from json_each(${JSON.stringify(ids)}))`;

type Decision = {
  readonly batch: string;
  readonly seen: number;
  readonly refused: readonly string[];
  readonly by: Pick<StoredInvitation, 'authorizedBy' | 'authorizedByPost'>;
  readonly at: number;
};

/** One decision on a whole list: as it was seen, whoever is refused, everybody else. */
export function decideRows({ batch, seen, refused, by, at }: Decision): Step[] {
  const asSeen = sql`update unit_imports set version = version + 1
    where id = ${batch} and state = 'done'
    and (select ${waitingVersion} from invitations where import_id = ${batch}) = ${seen}`;
  const asked = and(eq(importId, batch), eq(state, 'asked'));
  const next = sql`${version} + 1`;
  const refuse = build
    .update(invitations)
    .set({ state: 'withdrawn', closedAt: at, ...by, version: next, ...forgotten })
    .where(and(asked, inList(refused)));
  const authorize = build
    .update(invitations)
    .set({ state: 'authorized', authorizedAt: at, ...by, version: next })
    .where(asked);
  return [
    { statement: toStatement(asSeen), expectRows: 1 },
    ...(refused.length === 0 ? [] : [{ statement: toStatement(refuse) }]),
    { statement: toStatement(authorize) },
  ];
}

/** The next rows of a batch to have a link, by id: those without one that opens, or all. */
export function listRowsToLink(
  db: TenantDatabase,
  input: { batch: string; again: boolean; after: string | undefined; now: number; limit: number },
) {
  const { organizationId, addressee, username, post, role, validFrom } = invitations;
  const { batch, again, after, now } = input;
  return db
    .select({
      id,
      version,
      state,
      addressee,
      username,
      post,
      role,
      from: validFrom,
      unitId: organizationId,
      unitName: organizations.name,
      unitOrder: organizations.order,
    })
    .from(invitations)
    .leftJoin(organizations, eq(organizations.id, organizationId))
    .where(
      and(
        eq(importId, batch),
        eq(state, 'authorized'),
        again ? undefined : or(isNull(tokenHash), lt(expiresAt, now)),
        after === undefined ? undefined : gt(id, after),
      ),
    )
    .orderBy(asc(id))
    .limit(input.limit);
}

/** Gives rows their links; a row that moved meanwhile undoes the whole. */
export function linkRows(
  rows: readonly { readonly id: string; readonly version: number; readonly tokenHash: string }[],
  expires: number,
): Step[] {
  return rows.map((row) => ({
    statement: toStatement(
      build
        .update(invitations)
        .set({ tokenHash: row.tokenHash, expiresAt: expires, version: sql`${version} + 1` })
        .where(and(eq(id, row.id), eq(version, row.version), eq(state, 'authorized'))),
    ),
    expectRows: 1 as const,
  }));
}
