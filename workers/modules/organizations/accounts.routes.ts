import { Hono } from 'hono';
import * as v from 'valibot';
import {
  AccountMovedSchema,
  AccountPageSchema,
  AccountReasonSchema,
  PersonIdSchema,
} from '#schema/contracts/accounts.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { listAccountsWithGrants } from './usecases/list-accounts-with-grants.ts';
import { moveAccount } from './usecases/move-account.ts';

const AccountsQuerySchema = v.object({
  ...pageQueryEntries,
  search: v.optional(v.pipe(v.string(), v.maxLength(60))),
});
const IdParamSchema = v.object({ id: PersonIdSchema });
const moved = { 200: { schema: AccountMovedSchema } };
const errors = ['identity.unknown_person', 'organizations.own_account'] as const;

/** `/api/accounts`: who can sign in, in which posts; units are known here and not in identity. */
export function createAccountsRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'identity.manage',
        summary: '账号与授权',
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
        summary: '停用账号',
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
        summary: '启用账号',
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
