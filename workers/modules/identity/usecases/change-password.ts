import type { Actor } from '#workers/modules/tenants/index.ts';
import type { Clock } from '#workers/platform/clock.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import type { Locale } from '#workers/platform/http/locale.ts';
import {
  createLockedError,
  createSamePasswordError,
  createWeakPasswordError,
  createWrongPasswordError,
} from '../identity.errors.ts';
import { hashPassword, verifyPassword } from '../password.driver.ts';
import { findPasswordFault, faultWords } from '../passwords.domain.ts';
import { readPassword, setPassword } from '../passwords.repository.ts';
import { LOCKS } from '../sessions.domain.ts';
import {
  clearFailures,
  endOtherSessions,
  readSignInState,
  recordFailure,
} from '../sessions.repository.ts';

type PasswordContext = {
  readonly actor: Actor;
  readonly db: Database;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly locale: Locale;
};

/**
 * A person's new password for the old one. A wrong old one counts like a failed sign-in, so that an
 * open screen is no place to guess; the person's other sessions end.
 */
export async function changePassword(request: {
  context: PasswordContext;
  input: { readonly current: string; readonly next: string };
}): Promise<void> {
  const { context, input } = request;
  const { actor, db, writer, locale } = context;
  const { personId, sessionId } = actor;
  const now = context.clock.now();
  const nameHash = await hashHex(actor.username);
  const { lockedUntil } = await readSignInState(db, { nameHash, username: actor.username, now });
  if (lockedUntil > now) throw lockedFor(lockedUntil - now);
  const stored = await readPassword(db, personId);
  const isRight =
    stored?.hash != null && (await verifyPassword({ hash: stored.hash, password: input.current }));
  if (!isRight) {
    await noteFailure(context, nameHash);
    throw createWrongPasswordError({ errors: [fieldError('current', locale)] });
  }
  if (input.next === input.current) throw createSamePasswordError();
  const local = [actor.username, stored.name, stored.post ?? ''];
  const fault = findPasswordFault(input.next, local);
  if (fault !== undefined) {
    const reason = faultWords[fault][locale];
    const errors = [{ path: '/next', code: `identity.password-${fault}`, message: reason }];
    throw createWeakPasswordError({ values: { reason }, errors });
  }
  const hash = await hashPassword(input.next);
  await commitOrThrow(writer, {
    steps: [
      ...setPassword(personId, { hash, at: now, resetAt: null }),
      endOtherSessions(personId, sessionId),
      clearFailures(nameHash),
    ],
    audit: { action: 'credential.update', ...auditOf(context, now) },
  });
}

function noteFailure(context: PasswordContext, nameHash: string) {
  const now = context.clock.now();
  return commitOrThrow(context.writer, {
    steps: recordFailure({ nameHash, now, lockAfter: LOCKS }),
    audit: { action: 'session.fail', ...auditOf(context, now) },
  });
}

function auditOf({ actor }: PasswordContext, at: number) {
  const { personId } = actor;
  const who = { kind: 'person' as const, id: personId };
  return { actor: who, subjectKind: 'account', subjectId: personId, at, facts: { own: true } };
}

function fieldError(path: string, locale: Locale) {
  const message = locale === 'en' ? 'This is not your password.' : '原密码不正确。';
  return { path: `/${path}`, code: 'identity.wrong-password', message };
}

function lockedFor(remaining: number) {
  return createLockedError({
    values: { minutes: Math.ceil(remaining / 60_000) },
    headers: { 'retry-after': String(Math.ceil(remaining / 1000)) },
  });
}
