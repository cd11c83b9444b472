import { Hono } from 'hono';
import * as v from 'valibot';
import {
  EndRequestSchema,
  ExcuseSchema,
  ExtendRequestSchema,
  RequestActIdSchema,
  RequestIdSchema,
  RequestMovedSchema,
} from '#schema/contracts/requests.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { actOf, answerMoved } from './act.routes.ts';
import { excuseUnit, extendRequest, withdrawAct } from './usecases/act-on-request.ts';
import { cancelRequest, closeRequest } from './usecases/end-request.ts';

const ParamSchema = v.object({ id: RequestIdSchema });
const ActParamSchema = v.object({ id: RequestIdSchema, actId: RequestActIdSchema });
const moved = { 200: { schema: RequestMovedSchema } };
const known = [
  'requests.not_found',
  'platform.out_of_range',
  'platform.precondition_required',
  'platform.stale_version',
] as const;
const running = [...known, 'requests.not_issued'] as const;

/** `/api/requests/{id}`: what the sender does after it went out. */
export function createRunningRoutes() {
  return new Hono<TenantEnv>().route('/', createRelievingRoutes()).route('/', createEndingRoutes());
}

function createRelievingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/extensions',
      describe({
        permission: 'requests.decide',
        summary: {
          zh: '延期（一个单位或全部，截止前）',
          en: 'Extend for one unit or for all, before the due moment',
        },
        responses: moved,
        errors: [...running, 'requests.nothing_to_extend'],
      }),
      validate('param', ParamSchema),
      validate('json', ExtendRequestSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), ...(await actOf(c, c.req.valid('param').id)) };
        return answerMoved(c, await extendRequest({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/excuses',
      describe({
        permission: 'requests.decide',
        summary: { zh: '一个单位免报（填理由）', en: 'Excuse one unit, with the reason' },
        responses: moved,
        errors: [...running, 'requests.nothing_to_excuse'],
      }),
      validate('param', ParamSchema),
      validate('json', ExcuseSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), ...(await actOf(c, c.req.valid('param').id)) };
        return answerMoved(c, await excuseUnit({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/acts/:actId/withdraw',
      describe({
        permission: 'requests.decide',
        summary: {
          zh: '撤回一次延期或免报（原记录保留）',
          en: 'Withdraw an extension or an excuse; its trace stays',
        },
        responses: moved,
        errors: [...running, 'requests.unknown_act', 'requests.not_withdrawable'],
      }),
      validate('param', ActParamSchema),
      validate('json', EndRequestSchema),
      async (c) => {
        const { id, actId } = c.req.valid('param');
        const input = { ...c.req.valid('json'), ...(await actOf(c, id)), actId };
        return answerMoved(c, await withdrawAct({ context: c.var.context, input }));
      },
    );
}

function createEndingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/close',
      describe({
        permission: 'requests.decide',
        summary: { zh: '办结（未报的不再要求）', en: 'Close; what is outstanding is not owed' },
        responses: moved,
        errors: running,
      }),
      validate('param', ParamSchema),
      validate('json', EndRequestSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), ...(await actOf(c, c.req.valid('param').id)) };
        return answerMoved(c, await closeRequest({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/cancel',
      describe({
        permission: 'requests.draft',
        summary: { zh: '终止（填理由，痕迹保留）', en: 'Cancel with a reason; its trace stays' },
        responses: moved,
        errors: [...known, 'requests.not_ending'],
      }),
      validate('param', ParamSchema),
      validate('json', EndRequestSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), ...(await actOf(c, c.req.valid('param').id)) };
        return answerMoved(c, await cancelRequest({ context: c.var.context, input }));
      },
    );
}
