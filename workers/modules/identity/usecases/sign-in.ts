import type { SignIn } from '#schema/contracts/identity.ts';
import type { Clock } from '#workers/platform/clock.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import type { AuditFacts } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import type { Ids } from '#workers/platform/ids.ts';
import type { AuthSite } from '../identity-env.ts';
import { createLockedError, createWrongCredentialsError } from '../identity.errors.ts';
import { loadAuth } from '../load-auth.ts';
import { LOCKS } from '../sessions.domain.ts';
import {
  clearFailures,
  endExcessSessions,
  readSignInState,
  recordFailure,
} from '../sessions.repository.ts';

type SignInContext = { readonly site: AuthSite; readonly clock: Clock; readonly ids: Ids };
type Attempt = { readonly nameHash: string; readonly personId: string | undefined };

/** Signs a person in and answers with the cookies to set; a failure is counted and audited. */
export async function signIn(request: {
  context: SignInContext;
  input: SignIn & { userAgent: string | undefined };
}): Promise<Headers> {
  const { context, input } = request;
  const username = input.username.trim().toLowerCase();
  const nameHash = await hashHex(username);
  const now = context.clock.now();
  const state = await readSignInState(context.site.source.db, { nameHash, username, now });
  if (state.lockedUntil > now) throw toLockedError(state.lockedUntil - now);
  const attempt = { nameHash, personId: state.personId };
  const response = await tryPassword(context, { ...input, username });
  if (response.status === 401 || state.disabled) {
    await noteFailure(context, attempt);
    throw createWrongCredentialsError();
  }
  if (!response.ok) throw new Error(`Better Auth answered ${response.status}`);
  if (state.personId !== undefined) await noteSuccess(context, attempt, state.personId);
  return response.headers;
}

async function tryPassword(
  { site, clock, ids }: SignInContext,
  input: { username: string; password: string; userAgent: string | undefined },
): Promise<Response> {
  const { db, writer } = site.source;
  const { secret, origin, secure } = site;
  const { createAuth } = await loadAuth();
  const auth = createAuth({ db, writer, clock, ids, secret, origin, secure });
  const headers = new Headers({ origin, 'content-type': 'application/json' });
  if (input.userAgent) headers.set('user-agent', input.userAgent);
  if (site.address) headers.set('x-forwarded-for', site.address);
  const body = JSON.stringify({ username: input.username, password: input.password });
  const url = `${origin}/api/auth/sign-in/username`;
  return auth.handler(new Request(url, { method: 'POST', headers, body }));
}

async function noteFailure({ site, clock }: SignInContext, attempt: Attempt): Promise<void> {
  const now = clock.now();
  await commitOrThrow(site.source.writer, {
    steps: recordFailure({ nameHash: attempt.nameHash, now, lockAfter: LOCKS }),
    audit: factsOf('session.fail', attempt, now),
  });
}

async function noteSuccess(
  { site, clock }: SignInContext,
  attempt: Attempt,
  personId: string,
): Promise<void> {
  await commitOrThrow(site.source.writer, {
    steps: [clearFailures(attempt.nameHash), endExcessSessions(personId)],
    audit: factsOf('session.revoke', attempt, clock.now(), { reason: 'more_than_allowed' }),
  });
}

function factsOf(
  action: AuditFacts['action'],
  { nameHash, personId }: Attempt,
  at: number,
  facts: AuditFacts['facts'] = {},
): AuditFacts {
  return {
    action,
    actor: { kind: 'anonymous', id: null },
    subjectKind: 'account',
    subjectId: personId ?? nameHash,
    at,
    facts,
  };
}

function toLockedError(remaining: number) {
  return createLockedError({
    values: { minutes: Math.ceil(remaining / 60_000) },
    headers: { 'retry-after': String(Math.ceil(remaining / 1000)) },
  });
}
