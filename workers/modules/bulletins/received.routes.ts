import { Hono } from 'hono';
import * as v from 'valibot';
import {
  BulletinIdSchema,
  BulletinSignedForSchema,
  ReceivedBulletinDetailSchema,
  ReceivedBulletinsSchema,
  SignForBulletinSchema,
} from '#schema/contracts/bulletins.ts';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { listReceived, showReceived, signForBulletin } from './usecases/receive-bulletin.ts';

const ParamSchema = v.object({ id: BulletinIdSchema });
const PlaceSchema = v.object({ id: BulletinIdSchema, organizationId: OrganizationIdSchema });

/** `/api/bulletins/received`: what a unit received and signs for. */
export function createReceivedRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/received',
      describe({
        permission: 'bulletins.receive',
        summary: { zh: '本单位收到的文件', en: 'What one’s own units received' },
        responses: { 200: { schema: ReceivedBulletinsSchema } },
      }),
      async (c) => c.json(await listReceived({ context: c.var.context })),
    )
    .get(
      '/:id/received/:organizationId',
      describe({
        permission: 'bulletins.receive',
        summary: { zh: '收到的一份文件', en: 'One paper as a unit received it' },
        responses: { 200: { schema: ReceivedBulletinDetailSchema } },
        errors: ['bulletins.not_found'],
      }),
      validate('param', PlaceSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await showReceived({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/sign-for',
      describe({
        permission: 'bulletins.receive',
        summary: { zh: '签收', en: 'Sign for a paper' },
        responses: { 200: { schema: BulletinSignedForSchema } },
        errors: ['bulletins.not_found', 'platform.out_of_range'],
      }),
      validate('param', ParamSchema),
      validate('json', SignForBulletinSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), ...c.req.valid('param'), requestKey };
        return c.json(await signForBulletin({ context: c.var.context, input }));
      },
    );
}
