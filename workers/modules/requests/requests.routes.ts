import { Hono } from 'hono';
import * as v from 'valibot';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import { RequestDetailSchema, RequestListSchema } from '#schema/contracts/request-overview.ts';
import { ReplyListSchema, replyStates } from '#schema/contracts/request-replies.ts';
import { RequestIdSchema, requestStates } from '#schema/contracts/requests.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { createAddresseeRoutes } from './addressee.routes.ts';
import { createDraftingRoutes } from './drafting.routes.ts';
import { createReplyRoutes } from './replies.routes.ts';
import { createRunningRoutes } from './running.routes.ts';
import { listRequests } from './usecases/list-requests.ts';
import { listReplies, showRequest } from './usecases/show-request.ts';

const ListQuerySchema = v.object({
  ...pageQueryEntries,
  issuer: v.optional(OrganizationIdSchema),
  state: v.optional(v.picklist(requestStates)),
});
const RepliesQuerySchema = v.object({
  ...pageQueryEntries,
  occurrence: v.optional(v.pipe(v.string(), v.maxLength(20))),
  state: v.optional(v.picklist(replyStates)),
  overdue: v.optional(v.picklist(['true', 'false'])),
});
const ParamSchema = v.object({ id: RequestIdSchema });
const known = ['requests.not_found'] as const;

/** `/api/requests`: 临时任务／交办事项, from the draft to the last reply. */
export function createRequestsRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createAddresseeRoutes())
    .route('/', createReplyRoutes())
    .route('/', createSenderRoutes())
    .route('/', createDraftingRoutes())
    .route('/', createRunningRoutes());
}

function createSenderRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'requests.oversee',
        summary: {
          zh: '本单位下发的临时任务（应报、已报、迟报、未报）',
          en: 'The requests of one’s own office with due, replied, late and outstanding',
        },
        responses: { 200: { schema: RequestListSchema } },
        errors: ['platform.out_of_range'],
      }),
      validate('query', ListQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listRequests({ context: c.var.context, input }));
      },
    )
    .get(
      '/:id',
      describe({
        permission: 'requests.oversee',
        summary: {
          zh: '一项临时任务的全部内容（发文单位）',
          en: 'Everything of one request, for its sender',
        },
        responses: { 200: { schema: RequestDetailSchema } },
        errors: known,
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const detail = await showRequest({ context: c.var.context, input });
        setETag(c, detail.summary.version);
        return c.json(detail);
      },
    )
    .get(
      '/:id/replies',
      describe({
        permission: 'requests.oversee',
        summary: {
          zh: '一项临时任务的回复（按机构序列）',
          en: 'The replies to a request, in official unit order',
        },
        responses: { 200: { schema: ReplyListSchema } },
        errors: known,
      }),
      validate('param', ParamSchema),
      validate('query', RepliesQuerySchema),
      async (c) => {
        const { overdue, ...query } = c.req.valid('query');
        const input = { ...c.req.valid('param'), ...query, overdue: overdue === 'true' };
        return c.json(await listReplies({ context: c.var.context, input }));
      },
    );
}
