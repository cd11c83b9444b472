import type { BetterAuthOptions } from 'better-auth';
import { betterAuth } from 'better-auth/minimal';
import { username } from 'better-auth/plugins/username';
import type { Clock } from '#workers/platform/clock.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import type { Ids } from '#workers/platform/ids.ts';
import { createAuditedAdapter } from './audited-adapter.driver.ts';
import { hashPassword, verifyPassword } from './password.driver.ts';
import { IDLE_MS, WHOLE_MS, sessionCookieName } from './sessions.domain.ts';

export type AuthInput = {
  readonly db: Database;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secret: string;
  /** Scheme and host of the request: cookies are this host's alone. */
  readonly origin: string;
  readonly secure: boolean;
};

/** Better Auth for one request on one database; every write of its goes through the writer. */
export function createAuth(input: AuthInput) {
  return betterAuth(authOptions(input));
}

export function authOptions(input: AuthInput) {
  return {
    appName: 'Qingfeng',
    baseURL: input.origin,
    basePath: '/api/auth',
    secret: input.secret,
    trustedOrigins: [input.origin],
    database: createAuditedAdapter(input),
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 60, usernameValidator: () => true }),
    ],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: {
      expiresIn: WHOLE_MS / 1000,
      disableSessionRefresh: true,
      additionalFields: { idleUntil: { type: 'date', required: true, input: false } },
    },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: dated(session, input.clock) }) } },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      useSecureCookies: false,
      disableCSRFCheck: false,
      database: { generateId: ({ model }) => input.ids.random(prefixes[model] ?? 'aut') },
      cookies: {
        session_token: {
          name: sessionCookieName(input.secure),
          attributes: { secure: input.secure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
    },
  } satisfies BetterAuthOptions;
}

const prefixes: Readonly<Record<string, string>> = {
  user: 'per',
  session: 'ses',
  account: 'cre',
  verification: 'ver',
};

/** Sessions live by our clock, so that a demo's day and its sessions agree. */
function dated<Session extends object>(session: Session, clock: Clock) {
  const now = clock.now();
  return {
    ...session,
    createdAt: new Date(now),
    updatedAt: new Date(now),
    expiresAt: new Date(now + WHOLE_MS),
    idleUntil: new Date(now + IDLE_MS),
  };
}
