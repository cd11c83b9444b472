import { Hono } from 'hono';
import {
  IssueRegistrationSchema,
  PublishedSchema,
  ReturnDraftSchema,
  SignDraftSchema,
  SubmitDraftSchema,
} from '#schema/contracts/campaigns.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { DraftParamSchema, known, moved } from './drafts.routes.ts';
import { publishDraft } from './usecases/publish-draft.ts';
import { registerIssue } from './usecases/register-issue.ts';
import { returnDraft, signDraft, withdrawDraft } from './usecases/sign-draft.ts';
import { submitDraft } from './usecases/submit-draft.ts';

const turn = [...known, 'approvals.not_open', 'approvals.not_current'] as const;

/** `/api/campaigns/drafts/{id}`: 提交核稿 → 核稿、会签、签发 → 签发登记 → 发布. */
export function createDraftApprovalRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createSubmittingRoutes())
    .route('/', createSigningRoutes())
    .route('/', createIssuingRoutes());
}

function createSubmittingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/drafts/:id/submit',
      describe({
        permission: 'campaigns.draft',
        summary: {
          zh: '提交核稿（先做一致性检查）',
          en: 'Submit for checking; the draft’s consistency is checked first',
        },
        responses: moved,
        errors: [
          ...known,
          'campaigns.has_errors',
          'campaigns.warnings_open',
          'campaigns.over_ceiling',
          'campaigns.nothing_changed',
          'campaigns.same_as_before',
          'campaigns.key_taken',
          'campaigns.draft_in_approval',
          'campaigns.draft_closed',
        ],
      }),
      validate('param', DraftParamSchema),
      validate('json', SubmitDraftSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        return c.json(await submitDraft({ context: c.var.context, input }));
      },
    )
    .post(
      '/drafts/:id/approval/withdraw',
      describe({
        permission: 'campaigns.draft',
        summary: { zh: '撤回审签以便修改', en: 'Withdraw the sign-off in order to edit' },
        responses: moved,
        errors: [...known, 'approvals.not_open'],
      }),
      validate('param', DraftParamSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), requestKey };
        return c.json(await withdrawDraft({ context: c.var.context, input }));
      },
    );
}

function createSigningRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/drafts/:id/approval/sign',
      describe({
        permission: 'campaigns.read',
        summary: {
          zh: '办理当前审签环节（线上，或登记签字扫描件）',
          en: 'Take the current step of approval, on line or by a signed scan',
        },
        responses: moved,
        errors: [...turn, 'approvals.same_person', 'platform.own_work', 'evidence.not_found'],
      }),
      validate('param', DraftParamSchema),
      validate('json', SignDraftSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        return c.json(await signDraft({ context: c.var.context, input }));
      },
    )
    .post(
      '/drafts/:id/approval/return',
      describe({
        permission: 'campaigns.read',
        summary: { zh: '退回起草人修改', en: 'Return to the drafter' },
        responses: moved,
        errors: [...turn, 'platform.own_work'],
      }),
      validate('param', DraftParamSchema),
      validate('json', ReturnDraftSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        return c.json(await returnDraft({ context: c.var.context, input }));
      },
    );
}

function createIssuingRoutes() {
  return new Hono<TenantEnv>()
    .put(
      '/drafts/:id/issue',
      describe({
        permission: 'campaigns.draft',
        summary: {
          zh: '签发登记（文号由办公室编发，在此填写）',
          en: 'Register the issue; the number is given by the office and typed in',
        },
        responses: moved,
        errors: [
          ...known,
          'campaigns.not_signed',
          'campaigns.dates_reversed',
          'campaigns.draft_closed',
          'evidence.not_found',
        ],
      }),
      validate('param', DraftParamSchema),
      validate('json', IssueRegistrationSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), issue: c.req.valid('json'), requestKey };
        return c.json(await registerIssue({ context: c.var.context, input }));
      },
    )
    .post(
      '/drafts/:id/publish',
      describe({
        permission: 'campaigns.publish',
        summary: { zh: '发布到各单位', en: 'Publish to the units' },
        responses: { 200: { schema: PublishedSchema } },
        errors: [
          ...known,
          'campaigns.not_signed',
          'campaigns.not_approved',
          'campaigns.not_registered',
          'campaigns.over_ceiling',
          'campaigns.amended_meanwhile',
          'campaigns.key_taken',
          'campaigns.same_as_before',
          'campaigns.draft_closed',
        ],
      }),
      validate('param', DraftParamSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), requestKey };
        return c.json(await publishDraft({ context: c.var.context, input }));
      },
    );
}
