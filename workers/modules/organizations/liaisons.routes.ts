import { Hono } from 'hono';
import * as v from 'valibot';
import { organizationKinds } from '#schema/contracts/campaign/audience.ts';
import { LiaisonAskedSchema, UnitsWithoutLiaisonSchema } from '#schema/contracts/liaisons.ts';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { askForLiaison } from './usecases/ask-for-liaison.ts';
import { listWithoutLiaison } from './usecases/list-without-liaison.ts';

const ListQuerySchema = v.object({
  ...pageQueryEntries,
  kind: v.optional(v.picklist(organizationKinds)),
});
const IdParamSchema = v.object({ id: OrganizationIdSchema });

/** `/api/organizations/without-liaison`: units where nobody can fill in, and asking for somebody. */
export function createLiaisonRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'organizations.read',
        summary: { zh: '没有联络员的单位', en: 'Units where nobody can fill in' },
        responses: { 200: { schema: UnitsWithoutLiaisonSchema } },
      }),
      validate('query', ListQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listWithoutLiaison({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/ask',
      describe({
        permission: 'reminders.urge',
        summary: { zh: '请系统管理员邀请联络员', en: 'Ask the administrators to invite somebody' },
        responses: { 200: { schema: LiaisonAskedSchema } },
        errors: ['organizations.not_found', 'platform.out_of_range'],
      }),
      validate('param', IdParamSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), requestKey: await readRequestKey(c) };
        return c.json(await askForLiaison({ context: c.var.context, input }));
      },
    );
}
