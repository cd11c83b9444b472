import { and, eq } from 'drizzle-orm';
import type {
  ChannelKind,
  ChannelTest,
  ContactKind,
  ReminderSettings,
} from '#schema/contracts/reminders.ts';
import { people } from '#schema/tables/identity.table.ts';
import {
  channels,
  contacts,
  receptions,
  reminderSettings,
} from '#schema/tables/tenant/reminders.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { usualSettings } from './reminders.domain.ts';

export type StoredChannel = typeof channels.$inferSelect;
export type StoredContact = typeof contacts.$inferSelect;
export type StoredReception = typeof receptions.$inferSelect;

const THE_ROW = 1;

export async function readSettings(db: TenantDatabase): Promise<ReminderSettings> {
  const [row] = await db.select().from(reminderSettings).where(eq(reminderSettings.id, THE_ROW));
  if (row === undefined) return usualSettings;
  const { id: _id, ...settings } = row;
  return settings;
}

/** Saves the settings over the version that was seen; 0 where nothing was ever set. */
export function saveSettings(settings: ReminderSettings): Step {
  const { version: seen, ...set } = settings;
  const query = build
    .insert(reminderSettings)
    .values({ id: THE_ROW, ...set, version: seen + 1 })
    .onConflictDoUpdate({
      target: reminderSettings.id,
      set: { ...set, version: seen + 1 },
      setWhere: eq(reminderSettings.version, seen),
    });
  return { statement: toStatement(query), expectRows: 1 };
}

export function listChannels(db: TenantDatabase): Promise<StoredChannel[]> {
  return db.select().from(channels);
}

export async function findChannel(
  db: TenantDatabase,
  kind: ChannelKind,
): Promise<StoredChannel | undefined> {
  const [row] = await db.select().from(channels).where(eq(channels.kind, kind));
  return row;
}

/** Writes a channel over the version that was seen; 0 where there was none. */
export function saveChannel(row: Omit<StoredChannel, 'version'>, seen: number): Step {
  const next = { ...row, version: seen + 1 };
  const query = build
    .insert(channels)
    .values(next)
    .onConflictDoUpdate({
      target: channels.kind,
      set: next,
      setWhere: eq(channels.version, seen),
    });
  return { statement: toStatement(query), expectRows: 1 };
}

/** What came of a test; it changes nothing of how the channel is set up. */
export function saveTest(kind: ChannelKind, lastTest: ChannelTest): Step {
  const query = build.update(channels).set({ lastTest }).where(eq(channels.kind, kind));
  return { statement: toStatement(query), expectRows: 1 };
}

export function removeChannel(kind: ChannelKind, seen: number): Step {
  const query = build
    .delete(channels)
    .where(and(eq(channels.kind, kind), eq(channels.version, seen)));
  return { statement: toStatement(query), expectRows: 1 };
}

export function listContacts(db: TenantDatabase, personId: string): Promise<StoredContact[]> {
  return db.select().from(contacts).where(eq(contacts.personId, personId)).orderBy(contacts.kind);
}

export async function findContact(
  db: TenantDatabase,
  key: { personId: string; kind: ContactKind },
): Promise<StoredContact | undefined> {
  const [row] = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.personId, key.personId), eq(contacts.kind, key.kind)));
  return row;
}

export function saveContact(row: StoredContact): Step {
  const query = build
    .insert(contacts)
    .values(row)
    .onConflictDoUpdate({ target: [contacts.personId, contacts.kind], set: row });
  return { statement: toStatement(query) };
}

/** Where nobody has entered one of the kind: whatever stands there is newer. */
export function addContact(row: StoredContact): Step {
  return { statement: toStatement(build.insert(contacts).values(row).onConflictDoNothing()) };
}

export function removeContact(key: { personId: string; kind: ContactKind }): Step {
  const query = build
    .delete(contacts)
    .where(and(eq(contacts.personId, key.personId), eq(contacts.kind, key.kind)));
  return { statement: toStatement(query), expectRows: 1, otherwise: 'reminders.no_contact' };
}

export async function findReception(
  db: TenantDatabase,
  personId: string,
): Promise<StoredReception | undefined> {
  const [row] = await db.select().from(receptions).where(eq(receptions.personId, personId));
  return row;
}

export function saveReception(row: StoredReception): Step {
  const query = build
    .insert(receptions)
    .values(row)
    .onConflictDoUpdate({ target: receptions.personId, set: row });
  return { statement: toStatement(query) };
}

export async function hasPerson(db: TenantDatabase, personId: string): Promise<boolean> {
  const found = await db.select({ id: people.id }).from(people).where(eq(people.id, personId));
  return found.length > 0;
}
