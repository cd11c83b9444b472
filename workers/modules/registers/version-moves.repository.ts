import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { registerEntries, registers } from '#schema/tables/tenant/registers.table.ts';
import { entryVersionMoves } from '#schema/tables/tenant/version-moves.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { StoredEntry } from './stored-entry.domain.ts';

export type EntryMove = typeof entryVersionMoves.$inferSelect;
type OfCampaign = { campaignId: string; target: string };
type OfRegister = { register: string; target: string };

/** The registers that a campaign defines now; one that a later campaign took over is that one's. */
const definedBy = (db: TenantDatabase, campaignId: string) =>
  db.select({ key: registers.key }).from(registers).where(eq(registers.campaignId, campaignId));

/** How many entries stand on which earlier version, by register, open and ended. */
export function countEarlier(db: TenantDatabase, { campaignId, target }: OfCampaign) {
  const { registerKey, versionHash, ends } = registerEntries;
  return db
    .select({ key: registerKey, versionHash, ends, items: count() })
    .from(registerEntries)
    .where(and(inArray(registerKey, definedBy(db, campaignId)), ne(versionHash, target)))
    .groupBy(registerKey, versionHash, ends);
}

/** Moves that stand, by register. */
export function countMoves(db: TenantDatabase, { campaignId, target }: OfCampaign) {
  const { registerKey, toHash, takenBackAt } = entryVersionMoves;
  return db
    .select({ key: registerKey, items: count() })
    .from(entryVersionMoves)
    .where(
      and(inArray(registerKey, definedBy(db, campaignId)), eq(toHash, target), isNull(takenBackAt)),
    )
    .groupBy(registerKey);
}

/** The entries of a register on earlier versions, by number. */
export function listEarlier(
  db: TenantDatabase,
  { register, target, after = 0, limit }: OfRegister & { after?: number; limit: number },
): Promise<StoredEntry[]> {
  const { registerKey, versionHash, number } = registerEntries;
  return db
    .select()
    .from(registerEntries)
    .where(and(eq(registerKey, register), gt(number, after), ne(versionHash, target)))
    .orderBy(asc(number))
    .limit(limit);
}

/** Open instances of a master list on earlier versions that hold no answer, by number. */
export function listEmptyInstances(
  db: TenantDatabase,
  { register, target, after, limit }: OfRegister & { after: number; limit: number },
): Promise<StoredEntry[]> {
  const { registerKey, versionHash, number, masterRow, ends, answers } = registerEntries;
  return db
    .select()
    .from(registerEntries)
    .where(
      and(
        eq(registerKey, register),
        gt(number, after),
        ne(versionHash, target),
        isNotNull(masterRow),
        isNull(ends),
        sql`${answers} = '{}'`,
      ),
    )
    .orderBy(asc(number))
    .limit(limit);
}

/** Moves of a register's entries that stand, with the entry as it is now. */
export function listMoves(
  db: TenantDatabase,
  {
    register,
    target,
    after = '',
    limit,
  }: OfRegister & { after?: string | undefined; limit: number },
) {
  const { registerKey, toHash, entryId, takenBackAt } = entryVersionMoves;
  return db
    .select({ move: entryVersionMoves, row: registerEntries })
    .from(entryVersionMoves)
    .innerJoin(registerEntries, eq(registerEntries.id, entryId))
    .where(
      and(eq(registerKey, register), eq(toHash, target), gt(entryId, after), isNull(takenBackAt)),
    )
    .orderBy(asc(entryId))
    .limit(limit);
}

export function insertMove(row: EntryMove): Step {
  return { statement: toStatement(build.insert(entryVersionMoves).values(row)) };
}

export function takeMoveBack({ entryId, madeVersion }: EntryMove, at: number): Step {
  const { entryId: id, madeVersion: made, takenBackAt } = entryVersionMoves;
  const query = build
    .update(entryVersionMoves)
    .set({ takenBackAt: at })
    .where(and(eq(id, entryId), eq(made, madeVersion), isNull(takenBackAt)));
  return { statement: toStatement(query), expectRows: 1 };
}
