import { Hono } from 'hono';
import * as v from 'valibot';
import { ReturnStepSchema } from '#schema/contracts/approvals.ts';
import { DaySchema } from '#schema/contracts/campaign/dates.ts';
import { EvidenceIdSchema } from '#schema/contracts/evidence.ts';
import { SubmissionIdSchema, submissionStates } from '#schema/contracts/submissions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import {
  registerPaperSignOff,
  returnSignOff,
  signSignOff,
  withdrawSignOff,
} from './usecases/sign-sign-off.ts';
import { startSignOff } from './usecases/start-sign-off.ts';

export const MovedSchema = v.object({
  id: SubmissionIdSchema,
  state: v.picklist(submissionStates),
  version: v.number(),
});
export const SubmissionParamSchema = v.object({ id: SubmissionIdSchema });

const CommentSchema = v.object({
  comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000))),
});
const PaperSchema = v.object({ evidenceId: EvidenceIdSchema, signedOn: DaySchema });
const moved = { 200: { schema: MovedSchema } };
const open = ['approvals.not_open', 'approvals.not_found', 'submissions.not_found'] as const;

/** `/api/submissions/{id}/sign-off`: 院内审签, on line or on paper. */
export function createSignOffRoutes() {
  return new Hono<TenantEnv>().route('/', createFillerRoutes()).route('/', createSignerRoutes());
}

function createFillerRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/sign-off',
      describe({
        permission: 'submissions.file',
        summary: {
          zh: '提交院内审签（先检查全部内容）',
          en: 'Start the sign-off in the unit; everything is checked first',
        },
        responses: moved,
        errors: [
          'submissions.not_found',
          'submissions.incomplete',
          'submissions.roll_up_differs',
          'submissions.not_editable',
        ],
      }),
      validate('param', SubmissionParamSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), requestKey };
        return c.json(await startSignOff({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/sign-off/withdraw',
      describe({
        permission: 'submissions.file',
        summary: { zh: '撤回审签以便修改', en: 'Withdraw the sign-off in order to edit' },
        responses: moved,
        errors: open,
      }),
      validate('param', SubmissionParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await withdrawSignOff({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/sign-off/paper',
      describe({
        permission: 'submissions.file',
        summary: {
          zh: '登记线下审签单（签字盖章扫描件）',
          en: 'Register a sign-off on paper by its stamped scan',
        },
        responses: moved,
        errors: [...open, 'evidence.not_found', 'submissions.not_a_scan'],
      }),
      validate('param', SubmissionParamSchema),
      validate('json', PaperSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        return c.json(await registerPaperSignOff({ context: c.var.context, input }));
      },
    );
}

function createSignerRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/sign-off/sign',
      describe({
        permission: 'submissions.sign-off',
        summary: { zh: '线上审签当前环节', en: 'Sign the current step on line' },
        responses: moved,
        errors: [...open, 'approvals.not_current', 'approvals.same_person'],
      }),
      validate('param', SubmissionParamSchema),
      validate('json', CommentSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        return c.json(await signSignOff({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/sign-off/return',
      describe({
        permission: 'submissions.sign-off',
        summary: { zh: '院内退回填报人修改', en: 'Return to the filler inside the unit' },
        responses: moved,
        errors: [...open, 'approvals.not_current'],
      }),
      validate('param', SubmissionParamSchema),
      validate('json', ReturnStepSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        return c.json(await returnSignOff({ context: c.var.context, input }));
      },
    );
}
