import type { AuditActor } from '#schema/contracts/audit.ts';
import type { Clock } from '#workers/platform/clock.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { createUnknownPersonError } from '../identity.errors.ts';
import { hashPassword, makeOneTimePassword } from '../password.driver.ts';
import { readPassword, setPassword } from '../passwords.repository.ts';
import { bumpAuthority } from '../people.repository.ts';
import { clearFailures, endSessions } from '../sessions.repository.ts';

/**
 * A one-time password in place of a forgotten one: told once and kept nowhere but as a hash, good
 * for signing in and choosing a new one. Every session of the person ends, a lock is lifted.
 */
export async function resetPassword(request: {
  context: { readonly db: Database; readonly writer: Writer; readonly clock: Clock };
  input: { readonly personId: string; readonly reason: string; readonly actor: AuditActor };
}): Promise<string> {
  const { context, input } = request;
  const { personId, reason, actor } = input;
  const stored = await readPassword(context.db, personId);
  if (stored === undefined) throw createUnknownPersonError();
  const at = context.clock.now();
  const password = makeOneTimePassword();
  const hash = await hashPassword(password);
  await commitOrThrow(context.writer, {
    steps: [
      ...setPassword(personId, { hash, at, resetAt: at }),
      bumpAuthority([personId]),
      endSessions(personId),
      clearFailures(await hashHex(stored.username ?? '')),
    ],
    audit: {
      action: 'account.reset-password',
      actor,
      subjectKind: 'account',
      subjectId: personId,
      at,
      facts: { reason },
    },
  });
  return password;
}
