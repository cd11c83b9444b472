import { and, eq } from 'drizzle-orm';
import { credentials, people } from '#schema/tables/identity.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredPassword = {
  readonly hash: string | null;
  readonly username: string | null;
  readonly name: string;
  readonly post: string | null;
};

const ofPerson = (personId: string) =>
  and(eq(credentials.userId, personId), eq(credentials.providerId, 'credential'));

export async function readPassword(
  db: Database,
  personId: string,
): Promise<StoredPassword | undefined> {
  const { username, name, post } = people;
  const [row] = await db
    .select({ hash: credentials.password, username, name, post })
    .from(people)
    .innerJoin(credentials, eq(credentials.userId, people.id))
    .where(ofPerson(personId));
  return row;
}

/** A new password; `resetAt` where it is a one-time password that its person has to change. */
export function setPassword(
  personId: string,
  input: { readonly hash: string; readonly at: number; readonly resetAt: number | null },
): Step[] {
  const updatedAt = new Date(input.at);
  const credential = build
    .update(credentials)
    .set({ password: input.hash, updatedAt })
    .where(ofPerson(personId));
  const person = build
    .update(people)
    .set({ passwordResetAt: input.resetAt, updatedAt })
    .where(eq(people.id, personId));
  const otherwise = 'identity.unknown_person';
  return [credential, person].map((query) => ({
    statement: toStatement(query),
    expectRows: 1,
    otherwise,
  }));
}
