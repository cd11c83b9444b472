import { Hono } from 'hono';
import * as v from 'valibot';
import {
  BulletinIdSchema,
  BulletinIssueSchema,
  BulletinMovedSchema,
  ReturnBulletinSchema,
  SendBulletinSchema,
  SignBulletinSchema,
  SubmitBulletinSchema,
} from '#schema/contracts/bulletins.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { actOf, answerMoved, versioned } from './act.routes.ts';
import {
  returnBulletin,
  signBulletin,
  submitBulletin,
  withdrawBulletin,
} from './usecases/approve-bulletin.ts';
import { registerIssue, sendBulletin } from './usecases/issue-bulletin.ts';

const ParamSchema = v.object({ id: BulletinIdSchema });
const IssueSchema = v.strictObject({ issue: BulletinIssueSchema });
const moved = { 200: { schema: BulletinMovedSchema } };
const turn = [...versioned, 'approvals.not_open', 'approvals.not_current'] as const;

/** `/api/bulletins/{id}`: 送审, 审签, 签发登记, 分发. */
export function createSigningRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createSubmittingRoutes())
    .route('/', createStepRoutes())
    .route('/', createIssuingRoutes());
}

function createSubmittingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/submit',
      describe({
        permission: 'bulletins.draft',
        summary: { zh: '送审（先查个人信息）', en: 'Submit for approval; names are checked first' },
        responses: moved,
        errors: [
          ...versioned,
          'bulletins.not_drafting',
          'bulletins.nothing_written',
          'bulletins.findings_open',
        ],
      }),
      validate('param', ParamSchema),
      validate('json', SubmitBulletinSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await submitBulletin({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/approval/withdraw',
      describe({
        permission: 'bulletins.draft',
        summary: { zh: '撤回审签以便修改', en: 'Withdraw the approval in order to edit' },
        responses: moved,
        errors: [...versioned, 'approvals.not_open'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = await actOf(c, c.req.valid('param').id);
        return answerMoved(c, await withdrawBulletin({ context: c.var.context, input }));
      },
    );
}

function createStepRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/approval/sign',
      describe({
        permission: 'bulletins.read',
        summary: {
          zh: '办理当前审签环节（线上，或登记签字扫描件）',
          en: 'Take the current step of approval, on line or by a signed scan',
        },
        responses: moved,
        errors: [...turn, 'approvals.same_person', 'platform.own_work', 'evidence.not_found'],
      }),
      validate('param', ParamSchema),
      validate('json', SignBulletinSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await signBulletin({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/approval/return',
      describe({
        permission: 'bulletins.read',
        summary: { zh: '退回拟稿人修改', en: 'Return to the drafter' },
        responses: moved,
        errors: [...turn, 'platform.own_work'],
      }),
      validate('param', ParamSchema),
      validate('json', ReturnBulletinSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await returnBulletin({ context: c.var.context, input }));
      },
    );
}

function createIssuingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/issue',
      describe({
        permission: 'bulletins.draft',
        summary: {
          zh: '签发登记（文号、签发日期、印发日期、红头扫描件）',
          en: 'Register what the office gave it: number, dates, scan',
        },
        responses: moved,
        errors: [
          ...versioned,
          'bulletins.not_signed',
          'bulletins.number_wanted',
          'bulletins.number_taken',
          'bulletins.dates_wrong',
          'evidence.not_found',
        ],
      }),
      validate('param', ParamSchema),
      validate('json', IssueSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await registerIssue({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/send',
      describe({
        permission: 'bulletins.draft',
        summary: { zh: '分发到各单位', en: 'Send to units' },
        responses: moved,
        errors: [...versioned, 'bulletins.not_registered', 'bulletins.no_recipient'],
      }),
      validate('param', ParamSchema),
      validate('json', SendBulletinSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await sendBulletin({ context: c.var.context, input }));
      },
    );
}
