import { Hono } from 'hono';
import * as v from 'valibot';
import {
  AccountMovedSchema,
  AccountOpenedSchema,
  AccountPageSchema,
  AccountReasonSchema,
  GiveGrantSchema,
  GrantEndedSchema,
  GrantGivenSchema,
  GrantIdSchema,
  OpenAccountSchema,
  PasswordResetSchema,
  PersonIdSchema,
} from '#schema/contracts/accounts.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { authorizeAccount, endGrant, resetAccountPassword } from './usecases/authorize-account.ts';
import { listAccountsWithGrants } from './usecases/list-accounts-with-grants.ts';
import { moveAccount } from './usecases/move-account.ts';
import { openAccount } from './usecases/open-account.ts';

const AccountsQuerySchema = v.object({
  ...pageQueryEntries,
  search: v.optional(v.pipe(v.string(), v.maxLength(60))),
});
const IdParamSchema = v.object({ id: PersonIdSchema });
const GrantParamSchema = v.object({ id: PersonIdSchema, grantId: GrantIdSchema });
const moved = { 200: { schema: AccountMovedSchema } };
const errors = ['identity.unknown_person', 'organizations.own_account'] as const;

/** `/api/accounts`: who can sign in, in which posts; units are known here and not in identity. */
export function createAccountsRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createOpeningRoutes())
    .route('/', createAccountStateRoutes())
    .route('/', createAuthorizingRoutes());
}

function createOpeningRoutes() {
  return new Hono<TenantEnv>().post(
    '/',
    describe({
      permission: 'identity.enroll',
      summary: {
        zh: '开设账号，返回只显示一次的一次性密码',
        en: 'Open an account; answers once with a one-time password',
      },
      responses: { 201: { schema: AccountOpenedSchema } },
      errors: ['identity.username_taken', 'organizations.not_found'],
    }),
    validate('json', OpenAccountSchema),
    async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await openAccount({ context: c.var.context, input: c.req.valid('json') }), 201);
    },
  );
}

function createAccountStateRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'identity.manage',
        summary: { zh: '账号与授权', en: 'Accounts and their posts' },
        responses: { 200: { schema: AccountPageSchema } },
      }),
      validate('query', AccountsQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        c.header('cache-control', 'no-store');
        return c.json(await listAccountsWithGrants({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/disable',
      describe({
        permission: 'identity.manage',
        summary: { zh: '停用账号', en: 'Disable an account' },
        responses: moved,
        errors,
      }),
      validate('param', IdParamSchema),
      validate('json', AccountReasonSchema),
      async (c) => {
        const named = { ...c.req.valid('param'), ...c.req.valid('json') };
        const input = { ...named, disabled: true, requestKey: await readRequestKey(c) };
        return c.json(await moveAccount({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/enable',
      describe({
        permission: 'identity.manage',
        summary: { zh: '启用账号', en: 'Enable an account' },
        responses: moved,
        errors,
      }),
      validate('param', IdParamSchema),
      validate('json', AccountReasonSchema),
      async (c) => {
        const named = { ...c.req.valid('param'), ...c.req.valid('json') };
        const input = { ...named, disabled: false, requestKey: await readRequestKey(c) };
        return c.json(await moveAccount({ context: c.var.context, input }));
      },
    );
}

function createAuthorizingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/grants',
      describe({
        permission: 'identity.authorize',
        summary: { zh: '授予岗位权限', en: 'Give a post' },
        responses: { 201: { schema: GrantGivenSchema } },
        errors: [
          'identity.unknown_person',
          'organizations.not_found',
          'organizations.own_grant',
          'organizations.separated_roles',
          'organizations.unlawful_grant',
        ],
      }),
      validate('param', IdParamSchema),
      validate('json', GiveGrantSchema),
      async (c) => {
        const named = { ...c.req.valid('param'), ...c.req.valid('json') };
        const input = { ...named, requestKey: await readRequestKey(c) };
        return c.json(await authorizeAccount({ context: c.var.context, input }), 201);
      },
    )
    .post(
      '/:id/grants/:grantId/end',
      describe({
        permission: 'identity.authorize',
        summary: { zh: '收回岗位权限', en: 'End a post' },
        responses: { 200: { schema: GrantEndedSchema } },
        errors: ['organizations.grant_not_found', 'organizations.own_grant'],
      }),
      validate('param', GrantParamSchema),
      validate('json', AccountReasonSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        return c.json(await endGrant({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/reset-password',
      describe({
        permission: 'identity.authorize',
        summary: {
          zh: '重置密码，返回只显示一次的一次性密码',
          en: 'Reset a password; answers once with a one-time password',
        },
        responses: { 200: { schema: PasswordResetSchema } },
        errors: ['identity.unknown_person', 'organizations.own_password'],
      }),
      validate('param', IdParamSchema),
      validate('json', AccountReasonSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        c.header('cache-control', 'no-store');
        return c.json(await resetAccountPassword({ context: c.var.context, input }));
      },
    );
}
