import { and, asc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { ReplyState } from '#schema/contracts/request-replies.ts';
import {
  requestAddressees,
  requestReplies,
  requestReplyRevisions,
} from '#schema/tables/tenant/requests.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredAddressee = typeof requestAddressees.$inferSelect;
export type StoredReply = typeof requestReplies.$inferSelect;
export type ReplyRevision = typeof requestReplyRevisions.$inferSelect;
type Reading = Pick<TenantDatabase, 'select'>;
type ReplyUpdate = Partial<Omit<StoredReply, 'id' | 'requestId' | 'version'>>;

const chunk = 100;

function inChunks<Row>(rows: readonly Row[], make: (part: Row[]) => Step): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < rows.length; at += chunk) steps.push(make(rows.slice(at, at + chunk)));
  return steps;
}

export function insertAddressees(rows: readonly StoredAddressee[]): Step[] {
  return inChunks(rows, (part) => ({
    statement: toStatement(build.insert(requestAddressees).values(part)),
  }));
}

export function insertReplies(rows: readonly StoredReply[]): Step[] {
  return inChunks(rows, (part) => ({
    statement: toStatement(build.insert(requestReplies).values(part)),
  }));
}

/** The addressees of a request in official order. */
export function addresseesQuery(db: Reading, requestId: string) {
  const { organizationOrder, organizationId } = requestAddressees;
  return db
    .select()
    .from(requestAddressees)
    .where(eq(requestAddressees.requestId, requestId))
    .orderBy(asc(organizationOrder), asc(organizationId));
}

export async function findAddressee(
  db: TenantDatabase,
  place: { requestId: string; organizationId: string },
): Promise<StoredAddressee | undefined> {
  const { requestId, organizationId } = requestAddressees;
  const [row] = await db
    .select()
    .from(requestAddressees)
    .where(and(eq(requestId, place.requestId), eq(organizationId, place.organizationId)));
  return row;
}

/** What was addressed to units: the newest requests are at the end of their ids. */
export function addressedQuery(db: Reading, organizationIds: readonly string[]) {
  return db
    .select()
    .from(requestAddressees)
    .where(inArray(requestAddressees.organizationId, [...organizationIds]));
}

/** 签收, once; repeating it changes nothing. */
export function signForStep(
  place: { requestId: string; organizationId: string },
  signature: Pick<StoredAddressee, 'signedForAt' | 'signedForBy' | 'signedForByPost'>,
): Step {
  const { requestId, organizationId, signedForAt } = requestAddressees;
  const query = build
    .update(requestAddressees)
    .set(signature)
    .where(
      and(
        eq(requestId, place.requestId),
        eq(organizationId, place.organizationId),
        isNull(signedForAt),
      ),
    );
  return { statement: toStatement(query) };
}

export async function findReply(db: TenantDatabase, id: string): Promise<StoredReply | undefined> {
  const [row] = await db.select().from(requestReplies).where(eq(requestReplies.id, id));
  return row;
}

export type ReplyFilter = {
  requestId: string;
  occurrence?: string | undefined;
  state?: ReplyState | undefined;
  /** Only what is outstanding after this moment. */
  overdueAt?: number | undefined;
  organizationId?: string | undefined;
};
export type ReplyKey = readonly [order: number, organizationId: string, dueAt: number];

const open: ReplyState[] = ['due', 'draft'];

/** The replies of a request in the official order of units, of one unit in their own order. */
export function repliesQuery(
  db: Reading,
  filter: ReplyFilter,
  page: { after?: ReplyKey | undefined; limit: number } = { limit: -1 },
) {
  const { requestId, organizationId, organizationOrder, occurrence, state, dueAt } = requestReplies;
  const { after } = page;
  const beyond =
    after &&
    sql`(${organizationOrder}, ${organizationId}, ${dueAt}) > (${after[0]}, ${after[1]}, ${after[2]})`;
  return db
    .select()
    .from(requestReplies)
    .where(
      and(
        eq(requestId, filter.requestId),
        filter.occurrence === undefined ? undefined : eq(occurrence, filter.occurrence),
        filter.state === undefined ? undefined : eq(state, filter.state),
        filter.organizationId === undefined ? undefined : eq(organizationId, filter.organizationId),
        filter.overdueAt === undefined ? undefined : lt(dueAt, filter.overdueAt),
        filter.overdueAt === undefined ? undefined : inArray(state, open),
        beyond,
      ),
    )
    .orderBy(
      ...(filter.organizationId === undefined
        ? [asc(organizationOrder), asc(organizationId), asc(dueAt)]
        : [asc(occurrence)]),
    )
    .limit(page.limit);
}

/** What units owe or have replied, by due moment. */
export function repliesOfUnitQuery(db: Reading, organizationId: string) {
  return db
    .select()
    .from(requestReplies)
    .where(eq(requestReplies.organizationId, organizationId))
    .orderBy(asc(requestReplies.dueAt), asc(requestReplies.id));
}

/** How many replies of some requests each unit owes, excused ones apart. */
export async function countOwed(
  db: TenantDatabase,
  requestIds: readonly string[],
): Promise<{ requestId: string; organizationId: string; replies: number }[]> {
  if (requestIds.length === 0) return [];
  const { requestId, organizationId, state } = requestReplies;
  return db
    .select({ requestId, organizationId, replies: sql<number>`count(*)` })
    .from(requestReplies)
    .where(and(inArray(requestId, [...requestIds]), sql`${state} <> 'excused'`))
    .groupBy(requestId, organizationId);
}

/** Changes a reply; refused as stale when somebody else changed it first. */
export function updateReply(
  { id, version }: Pick<StoredReply, 'id' | 'version'>,
  update: ReplyUpdate,
): Step {
  const query = build
    .update(requestReplies)
    .set({ ...update, version: sql`${requestReplies.version} + 1` })
    .where(and(eq(requestReplies.id, id), eq(requestReplies.version, version)));
  return { statement: toStatement(query), expectRows: 1 };
}

/** Outstanding replies of a request, as the last act of its sender leaves them. */
export function excuseOutstanding(
  place: {
    requestId: string;
    organizationId?: string | undefined;
    occurrence?: string | undefined;
  },
  { reason, at }: { reason: string; at: number },
): Step {
  const { requestId, organizationId, occurrence, state } = requestReplies;
  const query = build
    .update(requestReplies)
    .set({
      state: 'excused',
      excusedReason: reason,
      updatedAt: at,
      version: sql`${requestReplies.version} + 1`,
    })
    .where(
      and(
        eq(requestId, place.requestId),
        place.organizationId === undefined ? undefined : eq(organizationId, place.organizationId),
        place.occurrence === undefined ? undefined : eq(occurrence, place.occurrence),
        inArray(state, ['due', 'draft', 'returned']),
      ),
    );
  return { statement: toStatement(query) };
}

/** Moves the due moment of what is outstanding and not past it; refused when that is nothing. */
export function extendOutstanding(
  place: { requestId: string; organizationId?: string | undefined; occurrence: string },
  to: { dueOn: string; dueAt: number; now: number },
): Step {
  const { requestId, organizationId, occurrence, state, dueAt, firstFiledAt } = requestReplies;
  const query = build
    .update(requestReplies)
    .set({
      dueOn: to.dueOn,
      dueAt: to.dueAt,
      updatedAt: to.now,
      version: sql`${requestReplies.version} + 1`,
    })
    .where(
      and(
        eq(requestId, place.requestId),
        place.organizationId === undefined ? undefined : eq(organizationId, place.organizationId),
        eq(occurrence, place.occurrence),
        inArray(state, open),
        isNull(firstFiledAt),
        sql`${dueAt} >= ${to.now}`,
        lt(dueAt, to.dueAt),
      ),
    );
  return {
    statement: toStatement(query),
    expectRows: 'some',
    otherwise: 'requests.nothing_to_extend',
  };
}

export function insertReplyRevision(revision: ReplyRevision): Step {
  return { statement: toStatement(build.insert(requestReplyRevisions).values(revision)) };
}

export async function findRevision(
  db: TenantDatabase,
  { id, revision }: Pick<StoredReply, 'id' | 'revision'>,
): Promise<ReplyRevision | undefined> {
  const [row] = await db
    .select()
    .from(requestReplyRevisions)
    .where(
      and(
        eq(requestReplyRevisions.replyId, id),
        eq(requestReplyRevisions.revision, revision),
        gt(requestReplyRevisions.revision, 0),
      ),
    );
  return row;
}
