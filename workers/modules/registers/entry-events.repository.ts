import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { EntryEvent } from '#plugins/sdk/registers/entry.ts';
import { registerEntries, registerEntryEvents } from '#schema/tables/tenant/registers.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

/** The history of an entry, the oldest first. */
export async function listEvents(db: TenantDatabase, entryId: string): Promise<EntryEvent[]> {
  const rows = await db
    .select({ body: registerEntryEvents.body })
    .from(registerEntryEvents)
    .where(eq(registerEntryEvents.entryId, entryId))
    .orderBy(asc(registerEntryEvents.seq));
  return rows.map(({ body }) => parseEvent(body));
}

type Histories = Map<string, EntryEvent[]>;

/** The histories of all entries of a register. */
export function listEventsOfRegister(db: TenantDatabase, register: string): Promise<Histories> {
  return listHistories(
    db,
    sql`${registerEntryEvents.entryId} in
      (select id from ${registerEntries} where register_key = ${register})`,
  );
}

/** The histories of these entries. */
export function listEventsOf(db: TenantDatabase, ids: readonly string[]): Promise<Histories> {
  return listHistories(db, inArray(registerEntryEvents.entryId, [...ids]));
}

async function listHistories(db: TenantDatabase, which: SQL): Promise<Histories> {
  const { entryId, body, seq } = registerEntryEvents;
  const rows = await db
    .select({ entryId, body })
    .from(registerEntryEvents)
    .where(which)
    .orderBy(asc(entryId), asc(seq));
  const histories: Histories = new Map();
  for (const row of rows) {
    const history = histories.get(row.entryId) ?? [];
    history.push(parseEvent(row.body));
    histories.set(row.entryId, history);
  }
  return histories;
}

/** What is added to a history that has `from` lines already. */
export type Addition = { entryId: string; events: readonly EntryEvent[]; from: number };

/** Adds lines to histories. */
export function appendEvents(additions: readonly Addition[], at: number): Step[] {
  const rows = additions.flatMap(({ entryId, events, from }) =>
    events.map((event, index) => ({
      entryId,
      seq: from + index + 1,
      kind: event.kind,
      on: event.on,
      at,
      body: JSON.stringify(event),
    })),
  );
  if (rows.length === 0) return [];
  return [{ statement: toStatement(build.insert(registerEntryEvents).values(rows)) }];
}

/** Written by `appendEvents` and never changed. */
function parseEvent(body: string): EntryEvent {
  return JSON.parse(body) as EntryEvent;
}
