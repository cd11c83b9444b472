import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { PetitionState } from '#schema/contracts/petitions.ts';
import { petitionActs, petitions } from '#schema/tables/tenant/petitions.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredPetition = typeof petitions.$inferSelect;
export type StoredAct = typeof petitionActs.$inferSelect;
type PetitionUpdate = Partial<Omit<StoredPetition, 'id' | 'version'>>;

export async function findPetition(
  db: TenantDatabase,
  id: string,
): Promise<StoredPetition | undefined> {
  const [row] = await db.select().from(petitions).where(eq(petitions.id, id));
  return row;
}

export function insertPetition(row: StoredPetition): Step {
  return { statement: toStatement(build.insert(petitions).values(row)) };
}

/** Changes a petition; refused as stale when somebody else changed it first. */
export function updatePetition(
  { id, version }: Pick<StoredPetition, 'id' | 'version'>,
  update: PetitionUpdate,
): Step {
  const query = build
    .update(petitions)
    .set({ ...update, version: sql`${petitions.version} + 1` })
    .where(and(eq(petitions.id, id), eq(petitions.version, version)));
  return { statement: toStatement(query), expectRows: 1 };
}

/** The next number of the office's register in a year, worked out in the commit: no gap, no twin. */
export function takeRegisterNumber(id: string, addresseeId: string, year: number): Step {
  const next = sql<number>`(select coalesce(max(other.register_number), 0) + 1
    from petitions as other
    where other.addressee_id = ${addresseeId} and other.register_year = ${year})`;
  const query = build
    .update(petitions)
    .set({ registerNumber: next, registerYear: year })
    .where(and(eq(petitions.id, id), isNull(petitions.registerNumber)));
  return { statement: toStatement(query) };
}

export type PetitionKey = readonly [number, string];
type Page = { after?: PetitionKey | undefined; limit: number };
type Reading = Pick<TenantDatabase, 'select'>;

/** What an office received, the newest first. */
export function officePageQuery(
  db: Reading,
  { addresseeId, states }: { addresseeId: string; states?: readonly PetitionState[] | undefined },
  { after, limit }: Page,
) {
  const { filedAt, id } = petitions;
  return db
    .select()
    .from(petitions)
    .where(
      and(
        eq(petitions.addresseeId, addresseeId),
        isNotNull(filedAt),
        states === undefined ? undefined : inArray(petitions.state, [...states]),
        after && sql`(${filedAt}, ${id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(filedAt), desc(id))
    .limit(limit);
}

/** What a unit wrote and has no answer to, and what lies with it as the office to answer. */
export function listOpenPetitions(db: Reading, organizationId: string): Promise<StoredPetition[]> {
  const { addresseeId, createdAt, filedAt, id, state } = petitions;
  const own = eq(petitions.organizationId, organizationId);
  const lying = and(eq(addresseeId, organizationId), isNotNull(filedAt));
  return db
    .select()
    .from(petitions)
    .where(and(or(own, lying), ne(state, 'answered')))
    .orderBy(desc(createdAt), desc(id));
}

/** What units wrote, the newest first. */
export function unitPageQuery(
  db: Reading,
  organizationIds: readonly string[],
  { after, limit }: Page,
) {
  const { createdAt, id } = petitions;
  return db
    .select()
    .from(petitions)
    .where(
      and(
        inArray(petitions.organizationId, [...organizationIds]),
        after && sql`(${createdAt}, ${id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

/** What an office took as a good practice, the newest first. */
export function adoptedQuery(db: Reading, addresseeId: string, limit: number) {
  return db
    .select()
    .from(petitions)
    .where(and(eq(petitions.addresseeId, addresseeId), sql`${petitions.adopted} = 1`))
    .orderBy(desc(petitions.answeredAt))
    .limit(limit);
}

export function insertAct(act: StoredAct): Step {
  return { statement: toStatement(build.insert(petitionActs).values(act)) };
}

export function actsQuery(db: Reading, petitionId: string) {
  return db
    .select()
    .from(petitionActs)
    .where(eq(petitionActs.petitionId, petitionId))
    .orderBy(asc(petitionActs.at), asc(petitionActs.id));
}
