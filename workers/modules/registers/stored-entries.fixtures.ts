import { totalKeys } from '#plugins/sdk/registers/totals.ts';
import type { RegisterTotals } from '#plugins/sdk/registers/totals.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { countByUnit } from './board.repository.ts';
import { findEntry, insertEntries, updateEntry } from './registers.repository.ts';
import type { EntryUpdate, StoredEntry } from './stored-entry.domain.ts';

export type { EntryUpdate, StoredEntry };

/** An entry as it is stored, where there is one. */
export function lookUpEntry(site: TestSite, id: string) {
  return findEntry(site.database.db, id);
}

async function commit(site: TestSite, steps: readonly Step[]): Promise<void> {
  const { writer, clock } = site.database;
  const outcome = await writer.commit({
    steps,
    audit: {
      action: 'register-entry.step',
      actor: testActor,
      subjectKind: 'register-entry',
      subjectId: 'several',
      at: clock.now(),
      facts: {},
    },
  });
  if (outcome.status !== 'committed') throw new Error(JSON.stringify(outcome));
}

/** Puts a whole entry into the database, whatever the workflow of its register says. */
export function storeEntry(site: TestSite, row: Omit<StoredEntry, 'number'>): Promise<void> {
  return commit(site, insertEntries([row]));
}

/** The same of many, a hundred a change. */
export async function storeEntries(
  site: TestSite,
  rows: readonly Omit<StoredEntry, 'number'>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 100) {
    await commit(site, insertEntries(rows.slice(at, at + 100)));
  }
}

/** Changes columns of a stored entry, whatever the workflow says. */
export function changeEntry(
  site: TestSite,
  stored: StoredEntry,
  update: EntryUpdate,
): Promise<void> {
  return commit(site, updateEntry(stored, update));
}

/** What the board of a register says on a day, over all units. */
export async function readBoard(
  site: TestSite,
  register: string,
  today: string,
): Promise<RegisterTotals> {
  const filter = { register, range: { everything: true as const }, embargo: true, today };
  const units = await countByUnit(site.database.db, filter);
  const sums = totalKeys.map((key) => [key, units.reduce((sum, unit) => sum + unit[key], 0)]);
  return Object.fromEntries(sums) as RegisterTotals;
}
