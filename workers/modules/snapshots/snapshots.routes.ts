import { Hono } from 'hono';
import * as v from 'valibot';
import { PeriodSchema } from '#schema/contracts/period.ts';
import {
  PrepareSnapshotSchema,
  ReturnSnapshotSchema,
  SignSnapshotSchema,
  SnapshotDetailSchema,
  SnapshotIdSchema,
  SnapshotListSchema,
  SnapshotPreviewSchema,
  SnapshotSchema,
} from '#schema/contracts/snapshots.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { prepareSnapshot } from './usecases/prepare-snapshot.ts';
import { previewSnapshot } from './usecases/preview-snapshot.ts';
import { sendSnapshot } from './usecases/send-snapshot.ts';
import { listSnapshots, showSnapshot } from './usecases/show-snapshot.ts';
import {
  returnSnapshot,
  signSnapshot,
  submitSnapshot,
  withdrawSnapshot,
} from './usecases/sign-snapshot.ts';

const ParamSchema = v.object({ id: SnapshotIdSchema });
const PreviewQuerySchema = v.object({ period: PeriodSchema });
const moved = { 200: { schema: SnapshotSchema } };
const known = ['snapshots.not_found'] as const;
const signing = [...known, 'approvals.not_open', 'approvals.not_current'] as const;

/** `/api/snapshots`: 上报数据 of this region, from the preview to the receipt. */
export function createSnapshotsRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createReadingRoutes())
    .route('/', createPreparingRoutes())
    .route('/', createSubmittingRoutes())
    .route('/', createSigningRoutes());
}

function createReadingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'snapshots.read',
        summary: { zh: '已形成和已报出的上报数据', en: 'Snapshots prepared and sent' },
        responses: { 200: { schema: SnapshotListSchema } },
      }),
      async (c) => c.json(await listSnapshots({ context: c.var.context })),
    )
    .get(
      '/preview',
      describe({
        permission: 'snapshots.read',
        summary: { zh: '预览将离开本地区的数据', en: 'Preview of what would leave the region' },
        responses: { 200: { schema: SnapshotPreviewSchema } },
        errors: ['snapshots.no_campaign'],
      }),
      validate('query', PreviewQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await previewSnapshot({ context: c.var.context, input }));
      },
    )
    .get(
      '/:id',
      describe({
        permission: 'snapshots.read',
        summary: { zh: '一份上报数据及其审签', en: 'One snapshot with its approval' },
        responses: { 200: { schema: SnapshotDetailSchema } },
        errors: known,
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const detail = await showSnapshot({ context: c.var.context, input });
        setETag(c, detail.version);
        return c.json(detail);
      },
    );
}

function createPreparingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/',
      describe({
        permission: 'snapshots.prepare',
        summary: {
          zh: '形成上报数据（未审签的重新计算；更正须写明原因）',
          en: 'Prepare a snapshot; an unsigned one is computed anew, a correction needs its reason',
        },
        responses: { 201: { schema: SnapshotSchema } },
        errors: [
          'snapshots.no_campaign',
          'snapshots.period_open',
          'snapshots.in_approval',
          'snapshots.already_sent',
          'snapshots.awaiting_receipt',
          'snapshots.wrong_correction',
          'snapshots.unexplained',
          'snapshots.reason_required',
        ],
      }),
      validate('json', PrepareSnapshotSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        return c.json(await prepareSnapshot({ context: c.var.context, input }), 201);
      },
    )
    .post(
      '/:id/send',
      describe({
        permission: 'snapshots.prepare',
        summary: { zh: '报出（须已完成审签）', en: 'Send; the approval has to be complete' },
        responses: moved,
        errors: [...known, 'snapshots.not_signed'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), requestKey };
        return c.json(await sendSnapshot({ context: c.var.context, input }));
      },
    );
}

function createSubmittingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/submit',
      describe({
        permission: 'snapshots.prepare',
        summary: {
          zh: '提交审签（填报人、审核人、负责人）',
          en: 'Submit for approval: filler, checker, head',
        },
        responses: moved,
        errors: [...known, 'snapshots.not_draft'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), requestKey };
        return c.json(await submitSnapshot({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/approval/withdraw',
      describe({
        permission: 'snapshots.prepare',
        summary: { zh: '撤回审签', en: 'Withdraw from approval' },
        responses: moved,
        errors: signing,
      }),
      validate('param', ParamSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), requestKey };
        return c.json(await withdrawSnapshot({ context: c.var.context, input }));
      },
    );
}

function createSigningRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/approval/sign',
      describe({
        permission: 'snapshots.read',
        summary: {
          zh: '审签当前环节（线上由本岗，线下由填报人登记）',
          en: 'Take the current step: on line by the post, on paper by the filler',
        },
        responses: moved,
        errors: [...signing, 'approvals.same_person', 'platform.own_work', 'evidence.not_found'],
      }),
      validate('param', ParamSchema),
      validate('json', SignSnapshotSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        return c.json(await signSnapshot({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/approval/return',
      describe({
        permission: 'snapshots.read',
        summary: { zh: '退回填报人', en: 'Return to the filler' },
        responses: moved,
        errors: [...signing, 'platform.own_work'],
      }),
      validate('param', ParamSchema),
      validate('json', ReturnSnapshotSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        return c.json(await returnSnapshot({ context: c.var.context, input }));
      },
    );
}
