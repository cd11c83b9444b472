import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { EntryActor, RegisterEntry } from '#plugins/sdk/registers/entry.ts';
import type { MoveContext } from '#plugins/sdk/registers/guards.ts';
import { holds } from '#schema/contracts/permission.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { etagOf } from '#workers/platform/http/etag.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { listEvents } from '../entry-events.repository.ts';
import { entryActorOf, maySee, toEntry } from '../registers.domain.ts';
import type { RegisterDefinition, Seen } from '../registers.domain.ts';
import { registersErrors } from '../registers.errors.ts';
import { countOpenParts, findEntry } from '../registers.repository.ts';
import type { StoredEntry } from '../stored-entry.domain.ts';
import { definitionOf } from './load-definition.ts';

export type LoadedEntry = {
  readonly row: StoredEntry;
  readonly definition: RegisterDefinition;
  readonly entry: RegisterEntry;
  readonly person: EntryActor;
  readonly moving: MoveContext;
};

/** The day on which everything of a request is read. */
export function seenOf(context: Pick<TenantContext, 'clock'>): Seen {
  return { calendar: officialCalendar, today: dayAt(context.clock.now()) };
}

/** An entry with its history, for who may see it; unknown to everybody else. */
export async function loadEntry(
  context: Pick<TenantContext, 'actor' | 'db' | 'clock'>,
  id: string,
): Promise<LoadedEntry> {
  const row = await findEntry(context.db, id);
  if (row === undefined || !holds(context.actor, 'registers.read')) {
    throw registersErrors['registers.not_found']();
  }
  const definition = await definitionOf(context.db, row);
  if (!maySee(context.actor, definition.register, row)) {
    throw registersErrors['registers.not_found']();
  }
  const [events, openInstances] = await Promise.all([
    listEvents(context.db, id),
    countOpenParts(context.db, id),
  ]);
  const entry = toEntry(row, events);
  const person = entryActorOf(context.actor, row);
  const { register } = definition;
  const moving = { register, entry, actor: person, openInstances, ...seenOf(context) };
  return { row, definition, entry, person, moving };
}

/** What is decided is decided about what the person has seen, and about nothing newer. */
export function assertSeen({ row }: LoadedEntry, seenVersion: number): void {
  const { version: currentVersion } = row;
  if (currentVersion === seenVersion) return;
  const headers = { etag: etagOf(currentVersion) };
  throw platformErrors['platform.stale_version']({ extras: { currentVersion }, headers });
}

/** Only who decides for the authority over this unit, and without a tie to it (回避). */
export function assertOffice({ person }: Pick<LoadedEntry, 'person'>): void {
  if (!person.as.includes('office')) throw platformErrors['platform.out_of_range']();
  if (person.advises) throw platformErrors['platform.recused']();
}
