import { Hono } from 'hono';
import * as v from 'valibot';
import { AccountReasonSchema, PersonIdSchema } from '#schema/contracts/accounts.ts';
import {
  HandoverDetailSchema,
  HandoverIdSchema,
  HandoverMovedSchema,
  HandoverPostsSchema,
  HandoversSchema,
  OpenHandoverSchema,
} from '#schema/contracts/handovers.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import type { WorkReaders } from './open-work.ts';
import {
  acknowledgeHandover,
  authorizeHandover,
  listHandovers,
  showHandover,
  withdrawHandover,
} from './usecases/move-handover.ts';
import { listHandoverPosts, openHandover } from './usecases/open-handover.ts';

const IdParamSchema = v.object({ id: HandoverIdSchema });
const PostsQuerySchema = v.object({ personId: v.optional(PersonIdSchema) });
const permission = 'signed-in';
const moved = { 200: { schema: HandoverMovedSchema } };
const errors = [
  'organizations.handover_not_found',
  'organizations.handover_wrong_state',
  'platform.precondition_required',
  'platform.stale_version',
] as const;

/** `/api/handovers`: posts that go from one account to another, with what is in hand. */
export function createHandoversRoutes(readers: WorkReaders) {
  return new Hono<TenantEnv>()
    .route('/', createOpeningRoutes())
    .route('/', createSheetRoutes(readers))
    .route('/', createMovingRoutes());
}

function createOpeningRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission,
        summary: { zh: '与本人有关的岗位交接', en: 'Hand-overs that concern oneself' },
        responses: { 200: { schema: HandoversSchema } },
      }),
      async (c) => {
        c.header('cache-control', 'no-store');
        return c.json(await listHandovers({ context: c.var.context }));
      },
    )
    .get(
      '/posts',
      describe({
        permission,
        summary: { zh: '可以交接的岗位和接任账号', en: 'Posts to hand over, and to whom' },
        responses: { 200: { schema: HandoverPostsSchema } },
      }),
      validate('query', PostsQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listHandoverPosts({ context: c.var.context, input }));
      },
    )
    .post(
      '/',
      describe({
        permission,
        summary: { zh: '提出岗位交接', en: 'Hand a post over' },
        responses: { 201: { schema: HandoverMovedSchema } },
        errors: [
          'organizations.handover_not_yours',
          'organizations.handover_wrong_successor',
          'organizations.handover_open',
          'organizations.handover_day_past',
        ],
      }),
      validate('json', OpenHandoverSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), requestKey: await readRequestKey(c) };
        return c.json(await openHandover({ context: c.var.context, input }), 201);
      },
    );
}

function createSheetRoutes(readers: WorkReaders) {
  return new Hono<TenantEnv>()
    .get(
      '/:id',
      describe({
        permission,
        summary: { zh: '交接清单', en: 'A hand-over with what is in hand' },
        responses: { 200: { schema: HandoverDetailSchema } },
        errors: ['organizations.handover_not_found'],
      }),
      validate('param', IdParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        c.header('cache-control', 'no-store');
        return c.json(await showHandover({ context: c.var.context, readers, input }));
      },
    )
    .post(
      '/:id/acknowledge',
      describe({
        permission,
        summary: { zh: '接任人确认接收', en: 'The successor acknowledges' },
        responses: moved,
        errors,
      }),
      validate('param', IdParamSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), version: requireIfMatch(c) };
        return c.json(await acknowledgeHandover({ context: c.var.context, readers, input }));
      },
    );
}

function createMovingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/authorize',
      describe({
        permission: 'identity.authorize',
        summary: { zh: '授权岗位交接', en: 'Authorize a hand-over' },
        responses: moved,
        errors,
      }),
      validate('param', IdParamSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), version: requireIfMatch(c) };
        return c.json(await authorizeHandover({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/withdraw',
      describe({
        permission,
        summary: { zh: '撤销岗位交接', en: 'Take a hand-over back' },
        responses: moved,
        errors,
      }),
      validate('param', IdParamSchema),
      validate('json', AccountReasonSchema),
      async (c) => {
        const named = { ...c.req.valid('param'), ...c.req.valid('json') };
        const input = { ...named, version: requireIfMatch(c) };
        return c.json(await withdrawHandover({ context: c.var.context, input }));
      },
    );
}
