import { Hono } from 'hono';
import * as v from 'valibot';
import { organizationKinds } from '#schema/contracts/campaign/audience.ts';
import { KeySchema } from '#schema/contracts/campaign/keys.ts';
import { CampaignIdSchema } from '#schema/contracts/campaigns.ts';
import { EvidenceIdSchema } from '#schema/contracts/evidence.ts';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import {
  DraftSavedSchema,
  MyTasksSchema,
  ProgressSchema,
  ReceiptSchema,
  SaveDraftSchema,
  SubmissionDetailSchema,
  SubmissionIdSchema,
  SubmissionListSchema,
} from '#schema/contracts/submissions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { createApplicationRoutes } from './applications.routes.ts';
import { createPartRoutes } from './parts.routes.ts';
import { createPreviewRoutes } from './preview.routes.ts';
import { createRelievingRoutes } from './relieving.routes.ts';
import { createRollUpRoutes } from './roll-up.routes.ts';
import { MovedSchema, SubmissionParamSchema, createSignOffRoutes } from './sign-off.routes.ts';
import { attachDeliverable } from './usecases/attach-deliverable.ts';
import { declareNil } from './usecases/declare-nil.ts';
import { fileSubmission } from './usecases/file-submission.ts';
import { listMyTasks } from './usecases/list-my-tasks.ts';
import { listOfUnit } from './usecases/list-of-unit.ts';
import { listUnfiled } from './usecases/list-unfiled.ts';
import { saveDraft } from './usecases/save-draft.ts';
import { showProgress } from './usecases/show-progress.ts';
import { showReceipt } from './usecases/show-receipt.ts';
import { showSubmission } from './usecases/show-submission.ts';
import { createFilingMovesRoutes } from './version-moves.routes.ts';

const UnfiledQuerySchema = v.object({ campaign: CampaignIdSchema, task: KeySchema });
const ProgressQuerySchema = v.object({
  ...pageQueryEntries,
  campaign: CampaignIdSchema,
  task: v.optional(KeySchema),
  kind: v.optional(v.picklist(organizationKinds)),
  overdue: v.optional(v.picklist(['true', 'false'])),
});
const UnitQuerySchema = v.object({
  campaign: CampaignIdSchema,
  organization: OrganizationIdSchema,
});
const DeliverableParamSchema = v.object({ id: SubmissionIdSchema, key: KeySchema });
const AttachSchema = v.object({ evidenceIds: v.pipe(v.array(EvidenceIdSchema), v.maxLength(50)) });
const NilSchema = v.object({ nil: v.boolean() });
const moved = { 200: { schema: MovedSchema } };
const known = ['submissions.not_found'] as const;

/** `/api/submissions`: what units owe, fill in, sign off and file. */
export function createSubmissionsRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createFilingMovesRoutes())
    .route('/', createPreviewRoutes())
    .route('/', createReadingRoutes())
    .route('/', createFillingRoutes())
    .route('/', createFilingRoutes())
    .route('/', createSignOffRoutes())
    .route('/', createRollUpRoutes())
    .route('/', createPartRoutes())
    .route('/', createApplicationRoutes())
    .route('/', createRelievingRoutes());
}

function createReadingRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createListRoutes())
    .route('/', createUnfiledRoutes())
    .route('/', createFilingViewRoutes());
}

function createListRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'submissions.read',
        summary: {
          zh: '一个单位在一份方案下的报送件',
          en: 'The filings of one unit under one campaign',
        },
        responses: { 200: { schema: SubmissionListSchema } },
        errors: known,
      }),
      validate('query', UnitQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listOfUnit({ context: c.var.context, input }));
      },
    )
    .get(
      '/mine',
      describe({
        permission: 'submissions.read',
        summary: {
          zh: '我的任务（今天和逾期、本月、以后）',
          en: 'My tasks: today and overdue, this month, later',
        },
        responses: { 200: { schema: MyTasksSchema } },
      }),
      async (c) => c.json(await listMyTasks({ context: c.var.context })),
    )
    .get(
      '/progress',
      describe({
        permission: 'submissions.read',
        summary: {
          zh: '报送进度（按机构序列）',
          en: 'Progress of filings, in the official order of units',
        },
        responses: { 200: { schema: ProgressSchema } },
        errors: known,
      }),
      validate('query', ProgressQuerySchema),
      async (c) => {
        const { overdue, ...query } = c.req.valid('query');
        const input = { ...query, overdue: overdue === 'true' };
        return c.json(await showProgress({ context: c.var.context, input }));
      },
    );
}

function createUnfiledRoutes() {
  return new Hono<TenantEnv>().get(
    '/unfiled',
    describe({
      permission: 'submissions.fill',
      summary: {
        zh: '一项任务尚未报送的单位（代报名单）',
        en: 'The units that have not filed a task, to file on behalf',
      },
      responses: { 200: { schema: SubmissionListSchema } },
      errors: known,
    }),
    validate('query', UnfiledQuerySchema),
    async (c) => {
      const input = c.req.valid('query');
      return c.json(await listUnfiled({ context: c.var.context, input }));
    },
  );
}

function createFilingViewRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/:id',
      describe({
        permission: 'submissions.read',
        summary: { zh: '一个报送件的全部内容', en: 'One filing with all its content' },
        responses: { 200: { schema: SubmissionDetailSchema } },
        errors: known,
      }),
      validate('param', SubmissionParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const detail = await showSubmission({ context: c.var.context, input });
        setETag(c, detail.summary.version);
        return c.json(detail);
      },
    )
    .get(
      '/:id/receipt',
      describe({
        permission: 'submissions.read',
        summary: { zh: '报送回执', en: 'The receipt of a filing' },
        responses: { 200: { schema: ReceiptSchema } },
        errors: [...known, 'submissions.no_receipt'],
      }),
      validate('param', SubmissionParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await showReceipt({ context: c.var.context, input }));
      },
    );
}

function createFillingRoutes() {
  return new Hono<TenantEnv>()
    .patch(
      '/:id/draft',
      describe({
        permission: 'submissions.fill',
        summary: {
          zh: '按字段暂存（不同字段自动合并）',
          en: 'Save by field; changes of different fields merge',
        },
        responses: { 200: { schema: DraftSavedSchema } },
        errors: [
          ...known,
          'submissions.field_conflict',
          'submissions.not_editable',
          'platform.invalid_input',
        ],
      }),
      validate('param', SubmissionParamSchema),
      validate('json', SaveDraftSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        return c.json(await saveDraft({ context: c.var.context, input }));
      },
    )
    .put(
      '/:id/deliverables/:key',
      describe({
        permission: 'submissions.fill',
        summary: {
          zh: '设置材料清单中一项的文件',
          en: 'Set the files of one item of the list of materials',
        },
        responses: moved,
        errors: [
          ...known,
          'submissions.unknown_deliverable',
          'submissions.not_editable',
          'evidence.not_found',
          'submissions.not_a_scan',
        ],
      }),
      validate('param', DeliverableParamSchema),
      validate('json', AttachSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        return c.json(await attachDeliverable({ context: c.var.context, input }));
      },
    );
}

function createFilingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/nil',
      describe({
        permission: 'submissions.fill',
        summary: { zh: '零报告，或撤销零报告', en: 'Declare a nil return, or take it back' },
        responses: moved,
        errors: [...known, 'submissions.no_nil_return', 'submissions.not_editable'],
      }),
      validate('param', SubmissionParamSchema),
      validate('json', NilSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        return c.json(await declareNil({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/file',
      describe({
        permission: 'submissions.file',
        summary: { zh: '报送（返回回执）', en: 'File; answers with the receipt' },
        responses: { 200: { schema: ReceiptSchema } },
        errors: [
          ...known,
          'submissions.not_signed',
          'submissions.roll_up_differs',
          'submissions.incomplete',
          'submissions.not_editable',
        ],
      }),
      validate('param', SubmissionParamSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), requestKey };
        return c.json(await fileSubmission({ context: c.var.context, input }));
      },
    );
}
