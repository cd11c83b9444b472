import type { Clock } from '#workers/platform/clock.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { listAccountRows, readLocks } from '../accounts.repository.ts';
import type { AccountRow } from '../accounts.repository.ts';

export type ListedAccount = AccountRow & { readonly lockedUntil: number | null };

/** Accounts with their sign-in state; who may see them is decided where posts are known. */
export async function listAccounts(request: {
  context: { readonly db: Database; readonly clock: Clock };
  input: { search: string | undefined; after: string | undefined; limit: number };
}): Promise<ListedAccount[]> {
  const { db, clock } = request.context;
  const rows = await listAccountRows(db, request.input);
  const hashes = await Promise.all(rows.map(({ username }) => hashHex(username ?? '')));
  const locks = await readLocks(db, hashes);
  const now = clock.now();
  return rows.map((row, index) => {
    const until = locks.get(hashes[index] ?? '') ?? 0;
    return { ...row, lockedUntil: until > now ? until : null };
  });
}
