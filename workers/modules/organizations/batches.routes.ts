import { Hono } from 'hono';
import * as v from 'valibot';
import { ImportIdSchema } from '#schema/contracts/imports.ts';
import {
  BatchDecidedSchema,
  DecideBatchSchema,
  InvitationBatchesSchema,
  LinkBatchSchema,
  SlipPageSchema,
} from '#schema/contracts/invitations.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch } from '#workers/platform/http/etag.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { decideBatch } from './usecases/decide-batch.ts';
import { linkBatch } from './usecases/link-batch.ts';
import { listBatches } from './usecases/list-batches.ts';

const IdParamSchema = v.object({ id: ImportIdSchema });

/** `/api/invitations/batches`: lists of people, decided by one act and handed out in one go. */
export function createBatchRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'identity.manage',
        summary: { zh: '人员导入批次', en: 'Lists of people and what has become of them' },
        responses: { 200: { schema: InvitationBatchesSchema } },
      }),
      async (c) => c.json(await listBatches({ context: c.var.context })),
    )
    .post(
      '/:id/authorize',
      describe({
        permission: 'identity.authorize',
        summary: {
          zh: '一次授权整批，可列明不予授权的',
          en: 'Authorize a whole list but for those named',
        },
        responses: { 200: { schema: BatchDecidedSchema } },
        errors: [
          'organizations.batch_not_found',
          'organizations.batch_under_way',
          'organizations.invitation_not_found',
          'organizations.invitation_wrong_state',
          'organizations.invitation_own',
          'platform.precondition_required',
          'platform.stale_version',
        ],
      }),
      validate('param', IdParamSchema),
      validate('json', DecideBatchSchema),
      async (c) => {
        const named = { ...c.req.valid('param'), ...c.req.valid('json') };
        const input = { ...named, version: requireIfMatch(c) };
        return c.json(await decideBatch({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/links',
      describe({
        permission: 'identity.enroll',
        summary: {
          zh: '批量制作邀请链接，每次至多 200 份，只显示一次',
          en: 'Make the links of a list, 200 at a time, each answered once',
        },
        responses: { 200: { schema: SlipPageSchema } },
        errors: ['organizations.batch_not_found', 'platform.stale_version'],
      }),
      validate('param', IdParamSchema),
      validate('json', LinkBatchSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        c.header('cache-control', 'no-store');
        return c.json(await linkBatch({ context: c.var.context, input }));
      },
    );
}
