import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Role } from '#schema/contracts/permission.ts';
import type { ChannelKind } from '#schema/contracts/reminders.ts';
import {
  messageDeliveries,
  messages,
  reminderRuns,
} from '#schema/tables/tenant/reminders.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredMessage = typeof messages.$inferSelect;
export type StoredDelivery = typeof messageDeliveries.$inferSelect;
export type StoredRun = typeof reminderRuns.$inferSelect;

/** Who is told, and by which channel outside, where one is chosen, open and can be reached. */
export type Recipient = {
  personId: string;
  organizationId: string | null;
  channel: ChannelKind | null;
  digest: number;
  urged: number;
};

const INBOX_ROWS = 50;

/** A person's newest messages since an instant. */
export function inboxQuery(db: Pick<TenantDatabase, 'select'>, personId: string, since: number) {
  return db
    .select()
    .from(messages)
    .where(and(eq(messages.personId, personId), gte(messages.at, since)))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(INBOX_ROWS);
}

const reachable = sql`exists (select 1 from channels c join contacts k on k.person_id = p.id
  and k.kind = case c.kind when 'email' then 'email' when 'sms' then 'phone' else 'account' end
  where c.kind = r.channel and c.enabled = 1)`;
const recipient = sql`p.id as personId, case when ${reachable} then r.channel end as channel,
  coalesce(r.digest, 0) as digest, coalesce(r.urged, 0) as urged`;

/** Those of some persons that can be told something. */
export function listRecipients(
  db: TenantDatabase,
  personIds: readonly string[],
): Promise<Recipient[]> {
  if (personIds.length === 0) return Promise.resolve([]);
  return db.all<Recipient>(sql`select ${recipient}, p.organization_id as organizationId
    from people p left join receptions r on r.person_id = p.id
    where p.id in ${[...personIds]} and p.disabled_at is null`);
}

/** Who answers for some units in one of these roles today; each once a unit. */
export function listHolders(
  db: TenantDatabase,
  input: { organizationIds: readonly string[]; roles: readonly Role[]; day: string },
): Promise<Recipient[]> {
  return holdersWhere(db, sql`g.organization_id in ${[...input.organizationIds]}`, input);
}

/** How many can be told at each of some units today. */
export async function countContacts(
  db: TenantDatabase,
  input: { organizationIds: readonly string[]; roles: readonly Role[]; day: string },
): Promise<Map<string, number>> {
  const holders = await Promise.all(
    parts(input.organizationIds).map((organizationIds) =>
      listHolders(db, { ...input, organizationIds }),
    ),
  );
  const counts = new Map<string, number>();
  for (const { organizationId } of holders.flat()) {
    if (organizationId !== null) counts.set(organizationId, (counts.get(organizationId) ?? 0) + 1);
  }
  return counts;
}

const UNITS = 500;

/** A statement binds only so many values. */
function parts(ids: readonly string[]): string[][] {
  const found: string[][] = [];
  for (let at = 0; at < ids.length; at += UNITS) found.push(ids.slice(at, at + UNITS));
  return found;
}

/** The same at the commission itself. */
export function listCommissionHolders(
  db: TenantDatabase,
  input: { roles: readonly Role[]; day: string },
): Promise<Recipient[]> {
  return holdersWhere(db, sql`g.organization_id is null`, input);
}

function holdersWhere(
  db: TenantDatabase,
  place: SQL,
  { roles, day }: { roles: readonly Role[]; day: string },
): Promise<Recipient[]> {
  return db.all<Recipient>(sql`select distinct ${recipient}, g.organization_id as organizationId
    from grants g join people p on p.id = g.person_id and p.disabled_at is null
    left join receptions r on r.person_id = p.id
    where ${place} and g.role in ${[...roles]} and g.revoked_at is null
      and g.valid_from <= ${day} and (g.valid_to is null or g.valid_to >= ${day})`);
}

const CHUNK = 50;

function inChunks<Row>(rows: readonly Row[], make: (part: Row[]) => Step): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < rows.length; at += CHUNK) steps.push(make(rows.slice(at, at + CHUNK)));
  return steps;
}

/** Messages of one occasion; for whom it is there already it stays as it is. */
export function insertMessages(rows: readonly StoredMessage[]): Step[] {
  return inChunks(rows, (part) => ({
    statement: toStatement(build.insert(messages).values(part).onConflictDoNothing()),
  }));
}

/** The same where a second one must refuse the whole change. */
export function insertOnlyMessages(rows: readonly StoredMessage[]): Step[] {
  return inChunks(rows, (part) => ({
    statement: toStatement(build.insert(messages).values(part)),
  }));
}

export function insertDeliveries(rows: readonly StoredDelivery[]): Step[] {
  return inChunks(rows, (part) => ({
    statement: toStatement(build.insert(messageDeliveries).values(part)),
  }));
}

export async function findDelivery(db: TenantDatabase, id: string) {
  const [row] = await db
    .select({ delivery: messageDeliveries, message: messages })
    .from(messageDeliveries)
    .innerJoin(messages, eq(messages.id, messageDeliveries.messageId))
    .where(eq(messageDeliveries.id, id));
  return row;
}

/** What given-up deliveries were, by id. */
export function listDeliveries(db: TenantDatabase, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .select({
      id: messageDeliveries.id,
      channel: messageDeliveries.channel,
      category: messages.category,
      organizationName: sql<string | null>`(select o.name from people p
        join organizations o on o.id = p.organization_id where p.id = ${messages.personId})`,
    })
    .from(messageDeliveries)
    .innerJoin(messages, eq(messages.id, messageDeliveries.messageId))
    .where(inArray(messageDeliveries.id, [...ids]));
}

export function endDelivery(id: string, end: Pick<StoredDelivery, 'state' | 'sentAt'>): Step {
  const query = build.update(messageDeliveries).set(end).where(eq(messageDeliveries.id, id));
  return { statement: toStatement(query), expectRows: 1 };
}

export async function findRun(
  db: TenantDatabase,
  kind: StoredRun['kind'],
): Promise<StoredRun | undefined> {
  const [row] = await db.select().from(reminderRuns).where(eq(reminderRuns.kind, kind));
  return row;
}

/** Begins a day's run; refused where somebody began it. */
export function beginRun(kind: StoredRun['kind'], onDay: string): Step {
  const query = build
    .insert(reminderRuns)
    .values({ kind, onDay, after: '' })
    .onConflictDoUpdate({
      target: reminderRuns.kind,
      set: { onDay, after: '' },
      setWhere: sql`${reminderRuns.onDay} < ${onDay}`,
    });
  return { statement: toStatement(query), expectRows: 1 };
}

/** Moves a run on from where it was seen; refused where somebody else did. */
export function advanceRun(run: StoredRun, after: string | null): Step {
  const query = build
    .update(reminderRuns)
    .set({ after })
    .where(
      and(
        eq(reminderRuns.kind, run.kind),
        eq(reminderRuns.onDay, run.onDay),
        eq(reminderRuns.after, run.after ?? ''),
      ),
    );
  return { statement: toStatement(query), expectRows: 1 };
}
