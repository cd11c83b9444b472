import { and, asc, gt, inArray, like, or, sql } from 'drizzle-orm';
import { people, signInAttempts } from '#schema/tables/identity.table.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import type { PersonSummary } from './people.repository.ts';

export type AccountRow = Omit<PersonSummary, 'name'> & {
  readonly disabledAt: number | null;
  readonly lastSessionAt: number | null;
};

const newestSession = sql<number | null>`(select max(s.created_at) from sessions s
  where s.person_id = people.id)`;

/** Accounts by user name, with their newest kept session. */
export function listAccountRows(
  db: Database,
  input: { search: string | undefined; after: string | undefined; limit: number },
): Promise<AccountRow[]> {
  const pattern = `%${input.search ?? ''}%`;
  return db
    .select({
      id: people.id,
      username: people.username,
      post: people.post,
      organizationId: people.organizationId,
      disabledAt: people.disabledAt,
      lastSessionAt: newestSession,
    })
    .from(people)
    .where(
      and(
        input.search === undefined
          ? undefined
          : or(like(people.username, pattern), like(people.post, pattern)),
        input.after === undefined ? undefined : gt(people.username, input.after),
      ),
    )
    .orderBy(asc(people.username))
    .limit(input.limit);
}

/** Until when names are locked, by the hash that failed sign-ins are counted under. */
export async function readLocks(
  db: Database,
  nameHashes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (nameHashes.length === 0) return new Map();
  const rows = await db
    .select({ nameHash: signInAttempts.nameHash, lockedUntil: signInAttempts.lockedUntil })
    .from(signInAttempts)
    .where(inArray(signInAttempts.nameHash, [...nameHashes]));
  return new Map(rows.map(({ nameHash, lockedUntil }) => [nameHash, lockedUntil]));
}
