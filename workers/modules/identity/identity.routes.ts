import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import {
  ChangePasswordSchema,
  SessionAnswerSchema,
  SignInSchema,
} from '#schema/contracts/identity.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { validate } from '#workers/platform/http/validate.ts';
import type { IdentityEnv } from './identity-env.ts';
import { readSessionToken } from './session-token.ts';
import { changePassword } from './usecases/change-password.ts';
import { signIn } from './usecases/sign-in.ts';
import { signOut } from './usecases/sign-out.ts';

const DoneSchema = v.object({ done: v.literal(true) });

/** `/api/auth`: signing in and out, and how long the session lasts. */
export function createAuthRoutes() {
  return new Hono<IdentityEnv>()
    .route('/', createSignInRoutes())
    .route('/', createOwnSessionRoutes());
}

function createSignInRoutes() {
  return new Hono<IdentityEnv>()
    .post(
      '/sign-in/username',
      describe({
        permission: 'public',
        summary: { zh: '用户名密码登录', en: 'Sign in with user name and password' },
        responses: { 200: { schema: DoneSchema } },
        errors: ['identity.wrong_credentials', 'identity.locked'],
      }),
      validate('json', SignInSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), userAgent: c.req.header('user-agent') };
        setCookies(c, await signIn({ context: contextOf(c), input }));
        return c.json({ done: true as const });
      },
    )
    .post(
      '/sign-out',
      describe({
        permission: 'public',
        summary: { zh: '退出登录', en: 'Sign out' },
        responses: { 200: { schema: DoneSchema } },
      }),
      async (c) => {
        const token = await readSessionToken(c, c.var.auth);
        const input = { cookie: c.req.header('cookie') ?? '', token };
        setCookies(c, await signOut({ context: contextOf(c), input }));
        return c.json({ done: true as const });
      },
    );
}

function createOwnSessionRoutes() {
  return new Hono<IdentityEnv>()
    .post(
      '/change-password',
      describe({
        permission: 'signed-in',
        summary: { zh: '修改本人密码', en: 'Change one’s own password' },
        responses: { 200: { schema: DoneSchema } },
        errors: [
          'identity.wrong_password',
          'identity.same_password',
          'identity.weak_password',
          'identity.locked',
        ],
      }),
      validate('json', ChangePasswordSchema),
      async (c) => {
        const { source, sessions } = c.var.auth;
        const context = { ...c.var.context, db: source.db };
        await changePassword({ context, input: c.req.valid('json') });
        const token = await readSessionToken(c, c.var.auth);
        if (token !== undefined) await sessions.forget(source, token);
        return c.json({ done: true as const });
      },
    )
    .get(
      '/get-session',
      describe({
        permission: 'signed-in',
        summary: { zh: '当前登录的有效期', en: 'How long the session lasts' },
        responses: { 200: { schema: SessionAnswerSchema } },
      }),
      (c) => {
        const { personId, username, name, idleUntil, expiresAt } = c.var.context.actor;
        return c.json({ personId, username, name, idleUntil, expiresAt });
      },
    );
}

function contextOf(c: Context<IdentityEnv>) {
  return { site: c.var.auth, clock: c.var.visitor.clock, ids: c.var.visitor.ids };
}

function setCookies(c: Context<IdentityEnv>, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
}
