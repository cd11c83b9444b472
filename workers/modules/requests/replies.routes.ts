import { Hono } from 'hono';
import * as v from 'valibot';
import {
  DecideAskSchema,
  ReplyDetailSchema,
  ReplyIdSchema,
  ReplyMovedSchema,
  ReplyReceiptSchema,
  RequestAskIdSchema,
  ReturnReplySchema,
} from '#schema/contracts/request-replies.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { actOf, answerMoved, versioned } from './act.routes.ts';
import { acceptReply, decideAsk, returnReply } from './usecases/judge-reply.ts';
import { showReply, showReplyReceipt } from './usecases/show-reply.ts';

const ParamSchema = v.object({ id: ReplyIdSchema });
const AskParamSchema = v.object({ askId: RequestAskIdSchema });
const moved = { 200: { schema: ReplyMovedSchema } };
const judged = [
  'requests.reply_not_found',
  'platform.out_of_range',
  'platform.recused',
  'platform.own_work',
] as const;

/** `/api/requests/replies`: a reply to be read, and what the sender decides on it. */
export function createReplyRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createReadingRoutes())
    .route('/', createJudgingRoutes())
    .route('/', createAskRoutes());
}

function createReadingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/replies/:id',
      describe({
        permission: 'requests.read',
        summary: { zh: '一件回复的全部内容', en: 'Everything of one reply' },
        responses: { 200: { schema: ReplyDetailSchema } },
        errors: ['requests.reply_not_found'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const detail = await showReply({ context: c.var.context, input });
        setETag(c, detail.version);
        return c.json(detail);
      },
    )
    .get(
      '/replies/:id/receipt',
      describe({
        permission: 'requests.read',
        summary: { zh: '回复的报送回执', en: 'The receipt of a reply' },
        responses: { 200: { schema: ReplyReceiptSchema } },
        errors: ['requests.reply_not_found', 'requests.no_receipt'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await showReplyReceipt({ context: c.var.context, input }));
      },
    );
}

function createJudgingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/replies/:id/accept',
      describe({
        permission: 'requests.decide',
        summary: { zh: '审核通过', en: 'Accept a reply' },
        responses: moved,
        errors: [...judged, ...versioned, 'requests.not_filed'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = await actOf(c, c.req.valid('param').id);
        return answerMoved(c, await acceptReply({ context: c.var.context, input }));
      },
    )
    .post(
      '/replies/:id/return',
      describe({
        permission: 'requests.decide',
        summary: {
          zh: '退回修改（一次性列明全部需修改之处）',
          en: 'Return a reply, once, with everything listed',
        },
        responses: moved,
        errors: [
          ...judged,
          ...versioned,
          'requests.not_filed',
          'requests.not_issued',
          'requests.returned_before',
        ],
      }),
      validate('param', ParamSchema),
      validate('json', ReturnReplySchema),
      async (c) => {
        const input = { ...c.req.valid('json'), ...(await actOf(c, c.req.valid('param').id)) };
        return answerMoved(c, await returnReply({ context: c.var.context, input }));
      },
    );
}

function createAskRoutes() {
  return new Hono<TenantEnv>().post(
    '/asks/:askId/decision',
    describe({
      permission: 'requests.decide',
      summary: { zh: '同意或不同意延期申请', en: 'Agree to more time, or decline it' },
      responses: moved,
      errors: [...judged, 'requests.no_ask', 'requests.already_decided'],
    }),
    validate('param', AskParamSchema),
    validate('json', DecideAskSchema),
    async (c) => {
      const requestKey = await readRequestKey(c);
      const input = { ...c.req.valid('param'), decision: c.req.valid('json'), requestKey };
      const answer = await decideAsk({ context: c.var.context, input });
      return c.json(answer);
    },
  );
}
