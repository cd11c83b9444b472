import { Hono } from 'hono';
import * as v from 'valibot';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import {
  AskMoreTimeSchema,
  MyRequestsSchema,
  ReceivedRequestSchema,
  ReplyIdSchema,
  ReplyReceiptSchema,
  ReplySavedSchema,
  RequestAskSchema,
  SaveReplySchema,
  SignForSchema,
  SignedForSchema,
} from '#schema/contracts/request-replies.ts';
import { RequestIdSchema } from '#schema/contracts/requests.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { actOf, answerMoved, versioned } from './act.routes.ts';
import { askMoreTime } from './usecases/judge-reply.ts';
import { listMine } from './usecases/list-mine.ts';
import { showReceived, signForRequest } from './usecases/show-received.ts';
import { fileReply, saveReply } from './usecases/write-reply.ts';

const ReceivedParamSchema = v.object({
  id: RequestIdSchema,
  organizationId: OrganizationIdSchema,
});
const ParamSchema = v.object({ id: RequestIdSchema });
const ReplyParamSchema = v.object({ id: ReplyIdSchema });
const known = [
  'requests.reply_not_found',
  'platform.out_of_range',
  'requests.not_issued',
  'requests.not_editable',
] as const;

/** `/api/requests`: what a unit received, signs for and replies to. */
export function createAddresseeRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createReceivingRoutes())
    .route('/', createFillingRoutes())
    .route('/', createAskingRoutes());
}

function createReceivingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/mine',
      describe({
        permission: 'requests.read',
        summary: {
          zh: '我的临时任务（今天和逾期、本月、以后）',
          en: 'My requests: today and overdue, this month, later',
        },
        responses: { 200: { schema: MyRequestsSchema } },
      }),
      async (c) => c.json(await listMine({ context: c.var.context })),
    )
    .get(
      '/:id/received/:organizationId',
      describe({
        permission: 'requests.read',
        summary: {
          zh: '收到的一项临时任务（只含本单位的回复）',
          en: 'A request as one unit received it, with its own replies only',
        },
        responses: { 200: { schema: ReceivedRequestSchema } },
        errors: ['requests.not_found'],
      }),
      validate('param', ReceivedParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await showReceived({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/sign-for',
      describe({
        permission: 'requests.fill',
        summary: { zh: '签收', en: 'Sign for a request' },
        responses: { 200: { schema: SignedForSchema } },
        errors: ['requests.not_found', 'platform.out_of_range', 'requests.not_issued'],
      }),
      validate('param', ParamSchema),
      validate('json', SignForSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), ...c.req.valid('param'), requestKey };
        return c.json(await signForRequest({ context: c.var.context, input }));
      },
    );
}

function createFillingRoutes() {
  return new Hono<TenantEnv>()
    .put(
      '/replies/:id/draft',
      describe({
        permission: 'requests.fill',
        summary: { zh: '暂存回复', en: 'Save a reply' },
        responses: { 200: { schema: ReplySavedSchema } },
        errors: [...known, ...versioned, 'evidence.not_found', 'requests.not_a_scan'],
      }),
      validate('param', ReplyParamSchema),
      validate('json', SaveReplySchema),
      async (c) => {
        const input = { ...c.req.valid('json'), ...(await actOf(c, c.req.valid('param').id)) };
        return answerMoved(c, await saveReply({ context: c.var.context, input }));
      },
    )
    .post(
      '/replies/:id/file',
      describe({
        permission: 'requests.file',
        summary: { zh: '报送回复（返回回执）', en: 'File a reply; answers with the receipt' },
        responses: { 200: { schema: ReplyReceiptSchema } },
        errors: [...known, ...versioned, 'requests.incomplete'],
      }),
      validate('param', ReplyParamSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), nil: false };
        return c.json(await fileReply({ context: c.var.context, input }));
      },
    )
    .post(
      '/replies/:id/nil',
      describe({
        permission: 'requests.file',
        summary: { zh: '零报告（一次完成）', en: 'Reply nil, in one go' },
        responses: { 200: { schema: ReplyReceiptSchema } },
        errors: [...known, ...versioned, 'requests.no_nil_reply'],
      }),
      validate('param', ReplyParamSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), nil: true };
        return c.json(await fileReply({ context: c.var.context, input }));
      },
    );
}

function createAskingRoutes() {
  return new Hono<TenantEnv>().post(
    '/replies/:id/asks',
    describe({
      permission: 'requests.file',
      summary: { zh: '申请延期（截止前）', en: 'Ask for more time, before the due moment' },
      responses: { 200: { schema: RequestAskSchema } },
      errors: [
        ...known,
        'requests.asked_after_expiry',
        'requests.asked_not_later',
        'requests.already_asked',
      ],
    }),
    validate('param', ReplyParamSchema),
    validate('json', AskMoreTimeSchema),
    async (c) => {
      const requestKey = await readRequestKey(c);
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), requestKey };
      return c.json(await askMoreTime({ context: c.var.context, input }));
    },
  );
}
