import { Hono } from 'hono';
import * as v from 'valibot';
import { RequestBurdenSchema, RequestChecksSchema } from '#schema/contracts/request-overview.ts';
import {
  AskAudienceSchema,
  AudienceAnswerSchema,
  OpenRequestSchema,
  RequestDraftSchema,
  RequestIdSchema,
  RequestMovedSchema,
  ReturnRequestSchema,
  SignRequestSchema,
  SubmitRequestSchema,
} from '#schema/contracts/requests.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { actOf, answerMoved } from './act.routes.ts';
import {
  returnRequest,
  signRequest,
  submitRequest,
  withdrawApproval,
} from './usecases/approve-request.ts';
import { checkDraft } from './usecases/check-draft.ts';
import { issueRequest } from './usecases/issue-request.ts';
import { openRequest, saveRequest } from './usecases/open-request.ts';
import { countReach } from './usecases/reach-of.ts';
import { measureRequest } from './usecases/weigh-request.ts';

const ParamSchema = v.object({ id: RequestIdSchema });
const SaveSchema = v.object({ content: RequestDraftSchema });
const moved = { 200: { schema: RequestMovedSchema } };
const known = [
  'requests.not_found',
  'platform.out_of_range',
  'platform.precondition_required',
  'platform.stale_version',
] as const;
const turn = [...known, 'approvals.not_open', 'approvals.not_current'] as const;

/** `/api/requests`: drafted, checked, weighed, signed, issued. */
export function createDraftingRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createWritingRoutes())
    .route('/', createWeighingRoutes())
    .route('/', createSubmittingRoutes())
    .route('/', createSigningRoutes());
}

function createWritingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/',
      describe({
        permission: 'requests.draft',
        summary: { zh: '新建临时任务（拟稿）', en: 'Begin a request' },
        responses: { 201: { schema: RequestMovedSchema } },
        errors: ['platform.out_of_range'],
      }),
      validate('json', OpenRequestSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), requestKey: await readRequestKey(c) };
        const made = await openRequest({ context: c.var.context, input });
        setETag(c, made.version);
        return c.json(made, 201);
      },
    )
    .put(
      '/:id',
      describe({
        permission: 'requests.draft',
        summary: { zh: '保存临时任务草稿', en: 'Save the draft of a request' },
        responses: moved,
        errors: [...known, 'requests.not_drafting'],
      }),
      validate('param', ParamSchema),
      validate('json', SaveSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await saveRequest({ context: c.var.context, input }));
      },
    );
}

function createWeighingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/audience',
      describe({
        permission: 'requests.draft',
        summary: {
          zh: '按范围和名单实时计算办理单位',
          en: 'Whom an audience and a list of units reach today',
        },
        responses: { 200: { schema: AudienceAnswerSchema } },
        errors: ['platform.out_of_range'],
      }),
      validate('json', AskAudienceSchema),
      async (c) => {
        const input = c.req.valid('json');
        return c.json(await countReach({ context: c.var.context, input }));
      },
    )
    .get(
      '/:id/checks',
      describe({
        permission: 'requests.oversee',
        summary: { zh: '临时任务的一致性检查', en: 'The check of a request' },
        responses: { 200: { schema: RequestChecksSchema } },
        errors: ['requests.not_found'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await checkDraft({ context: c.var.context, input }));
      },
    )
    .get(
      '/:id/burden',
      describe({
        permission: 'requests.oversee',
        summary: {
          zh: '负担测算：加上本件后全年的报送、填报项和用时',
          en: 'The year’s burden with this request: filings, fields, hours',
        },
        responses: { 200: { schema: RequestBurdenSchema } },
        errors: ['requests.not_found'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await measureRequest({ context: c.var.context, input }));
      },
    );
}

function createSubmittingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/submit',
      describe({
        permission: 'requests.draft',
        summary: { zh: '提交审签（先做检查）', en: 'Submit for approval; it is checked first' },
        responses: moved,
        errors: [
          ...known,
          'requests.not_drafting',
          'requests.has_errors',
          'requests.warnings_open',
          'requests.over_ceiling',
        ],
      }),
      validate('param', ParamSchema),
      validate('json', SubmitRequestSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await submitRequest({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/approval/withdraw',
      describe({
        permission: 'requests.draft',
        summary: { zh: '撤回审签以便修改', en: 'Withdraw the approval in order to edit' },
        responses: moved,
        errors: [...known, 'approvals.not_open'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = await actOf(c, c.req.valid('param').id);
        return answerMoved(c, await withdrawApproval({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/issue',
      describe({
        permission: 'requests.draft',
        summary: { zh: '下发到各单位', en: 'Issue to the units' },
        responses: moved,
        errors: [...known, 'requests.not_signed', 'requests.has_errors', 'requests.over_ceiling'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = await actOf(c, c.req.valid('param').id);
        return answerMoved(c, await issueRequest({ context: c.var.context, input }));
      },
    );
}

function createSigningRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/approval/sign',
      describe({
        permission: 'requests.oversee',
        summary: {
          zh: '办理当前审签环节（线上，或登记签字扫描件）',
          en: 'Take the current step of approval, on line or by a signed scan',
        },
        responses: moved,
        errors: [...turn, 'approvals.same_person', 'platform.own_work', 'evidence.not_found'],
      }),
      validate('param', ParamSchema),
      validate('json', SignRequestSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await signRequest({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/approval/return',
      describe({
        permission: 'requests.oversee',
        summary: { zh: '退回拟稿人修改', en: 'Return to the drafter' },
        responses: moved,
        errors: [...turn, 'platform.own_work'],
      }),
      validate('param', ParamSchema),
      validate('json', ReturnRequestSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await returnRequest({ context: c.var.context, input }));
      },
    );
}
