import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { RequestState } from '#schema/contracts/requests.ts';
import { requestActs, requestAsks, requests } from '#schema/tables/tenant/requests.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredRequest = typeof requests.$inferSelect;
export type StoredAct = typeof requestActs.$inferSelect;
export type StoredAsk = typeof requestAsks.$inferSelect;
type RequestUpdate = Partial<Omit<StoredRequest, 'id' | 'issuerId' | 'version'>>;

export async function findRequest(
  db: TenantDatabase,
  id: string,
): Promise<StoredRequest | undefined> {
  const [row] = await db.select().from(requests).where(eq(requests.id, id));
  return row;
}

export function insertRequest(row: StoredRequest): Step {
  return { statement: toStatement(build.insert(requests).values(row)) };
}

/** Changes a request; refused as stale when somebody else changed it first. */
export function updateRequest(
  { id, version }: Pick<StoredRequest, 'id' | 'version'>,
  update: RequestUpdate,
): Step {
  const query = build
    .update(requests)
    .set({ ...update, version: sql`${requests.version} + 1` })
    .where(and(eq(requests.id, id), eq(requests.version, version)));
  return { statement: toStatement(query), expectRows: 1 };
}

export type RequestFilter = { issuerId: string; state?: RequestState | undefined };

/** The requests of one issuer, the newest first. */
export function requestPageQuery(
  db: Pick<TenantDatabase, 'select'>,
  { issuerId, state }: RequestFilter,
  page: { after?: readonly [number, string] | undefined; limit: number },
) {
  const { after } = page;
  const before = after && sql`(${requests.createdAt}, ${requests.id}) < (${after[0]}, ${after[1]})`;
  const inState = state === undefined ? undefined : eq(requests.state, state);
  return db
    .select()
    .from(requests)
    .where(and(eq(requests.issuerId, issuerId), inState, before))
    .orderBy(desc(requests.createdAt), desc(requests.id))
    .limit(page.limit);
}

/** Everything that went out in a year, by whomever. */
export function requestsOfYearQuery(db: Pick<TenantDatabase, 'select'>, year: number) {
  return db
    .select({ id: requests.id, state: requests.state, content: requests.content })
    .from(requests)
    .where(eq(requests.year, year));
}

export function insertAct(act: StoredAct): Step {
  return { statement: toStatement(build.insert(requestActs).values(act)) };
}

/** The acts of a request in their order, what was withdrawn among them. */
export function actsQuery(db: Pick<TenantDatabase, 'select'>, requestId: string) {
  return db
    .select()
    .from(requestActs)
    .where(eq(requestActs.requestId, requestId))
    .orderBy(asc(requestActs.at), asc(requestActs.id));
}

export function insertAsk(ask: StoredAsk): Step {
  return { statement: toStatement(build.insert(requestAsks).values(ask)) };
}

export async function findAsk(db: TenantDatabase, id: string): Promise<StoredAsk | undefined> {
  const [row] = await db.select().from(requestAsks).where(eq(requestAsks.id, id));
  return row;
}

export function asksQuery(db: Pick<TenantDatabase, 'select'>, requestId: string) {
  return db
    .select()
    .from(requestAsks)
    .where(eq(requestAsks.requestId, requestId))
    .orderBy(asc(requestAsks.askedAt), asc(requestAsks.id));
}

export function asksOfReplyQuery(db: Pick<TenantDatabase, 'select'>, replyId: string) {
  return db
    .select()
    .from(requestAsks)
    .where(eq(requestAsks.replyId, replyId))
    .orderBy(asc(requestAsks.askedAt), asc(requestAsks.id));
}

/** Decides an application once. */
export function decideAskStep(
  id: string,
  decision: Pick<StoredAsk, 'state' | 'answer' | 'decidedByPost' | 'decidedAt'>,
): Step {
  const query = build
    .update(requestAsks)
    .set(decision)
    .where(and(eq(requestAsks.id, id), eq(requestAsks.state, 'asked')));
  return {
    statement: toStatement(query),
    expectRows: 1,
    otherwise: 'requests.already_decided',
  };
}
