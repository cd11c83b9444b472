import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import {
  DepartmentPartSchema,
  HandOutSchema,
  MergePartSchema,
  PartHandedSchema,
  PartIdSchema,
  PartMovedSchema,
  PartsSchema,
  SavePartSchema,
  SubmitPartSchema,
} from '#schema/contracts/submission-parts.ts';
import { SubmissionIdSchema } from '#schema/contracts/submissions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { SubmissionParamSchema } from './sign-off.routes.ts';
import { listParts, mergePart, takeBackPart } from './usecases/close-part.ts';
import { savePart, showPart, submitPart } from './usecases/fill-part.ts';
import { handOutPart } from './usecases/hand-out-part.ts';

const PartParamSchema = v.object({ id: SubmissionIdSchema, partId: PartIdSchema });
const moved = { 200: { schema: PartMovedSchema } };
const known = ['submissions.not_found'] as const;
const versioned = ['platform.precondition_required', 'platform.stale_version'] as const;
const closing = [
  ...known,
  ...versioned,
  'submissions.part_not_found',
  'submissions.part_closed',
] as const;
const byLink = [...versioned, 'submissions.part_link_dead', 'submissions.part_handed_in'] as const;

/** `/api/submissions/{id}/parts`: what of a filing is with which department. */
export function createPartRoutes() {
  return new Hono<TenantEnv>().route('/', createHandingRoutes()).route('/', createClosingRoutes());
}

function createHandingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/:id/parts',
      describe({
        permission: 'submissions.read',
        summary: { zh: '分给科室的部分', en: 'The parts that departments fill' },
        responses: { 200: { schema: PartsSchema } },
        errors: known,
      }),
      validate('param', SubmissionParamSchema),
      async (c) => c.json(await listParts({ context: c.var.context, input: c.req.valid('param') })),
    )
    .post(
      '/:id/parts',
      describe({
        permission: 'submissions.file',
        summary: {
          zh: '分给科室（链接只显示一次）',
          en: 'Hand fields to a department; the link is answered once',
        },
        responses: { 201: { schema: PartHandedSchema } },
        errors: [
          ...known,
          'submissions.not_editable',
          'submissions.part_unhandable',
          'submissions.part_already_out',
          'submissions.part_due_wrong',
          'submissions.part_too_many',
          'platform.stale_version',
        ],
      }),
      validate('param', SubmissionParamSchema),
      validate('json', HandOutSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        return c.json(await handOutPart({ context: c.var.context, input }), 201);
      },
    );
}

function createClosingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/parts/:partId/take-back',
      describe({
        permission: 'submissions.file',
        summary: {
          zh: '从科室收回（链接即刻失效）',
          en: 'Take a part back; its link dies at once',
        },
        responses: moved,
        errors: closing,
      }),
      validate('param', PartParamSchema),
      async (c) => {
        const act = { seenVersion: requireIfMatch(c), requestKey: await readRequestKey(c) };
        const input = { ...c.req.valid('param'), ...act };
        return c.json(await takeBackPart({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/parts/:partId/merge',
      describe({
        permission: 'submissions.file',
        summary: {
          zh: '并入科室填写的内容（同处有改动时请先选定）',
          en: 'Merge what a department wrote; places changed meanwhile ask for a choice',
        },
        responses: moved,
        errors: [
          ...closing,
          'submissions.part_not_back',
          'submissions.field_conflict',
          'submissions.not_editable',
          'platform.invalid_input',
        ],
      }),
      validate('param', PartParamSchema),
      validate('json', MergePartSchema),
      async (c) => {
        const act = { seenVersion: requireIfMatch(c), requestKey: await readRequestKey(c) };
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), ...act };
        return c.json(await mergePart({ context: c.var.context, input }));
      },
    );
}

/** The link travels in a header alone: never in an address, so in no log and no history of a proxy. */
function tokenOf(c: Context<TenantEnv>): string | undefined {
  return /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
}

/** `/api/part`: what a department does with its link, without an account. */
export function createDepartmentRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'public',
        summary: { zh: '科室凭链接打开', en: 'What a department opens with its link' },
        responses: { 200: { schema: DepartmentPartSchema } },
        errors: ['submissions.part_link_dead'],
      }),
      async (c) => {
        const part = await showPart({ context: c.var.visitor, input: { token: tokenOf(c) } });
        setETag(c, part.version);
        c.header('cache-control', 'no-store');
        return c.json(part);
      },
    )
    .put(
      '/',
      describe({
        permission: 'public',
        summary: { zh: '科室暂存', en: 'A department saves what it has so far' },
        responses: moved,
        errors: [...byLink, 'submissions.incomplete'],
      }),
      validate('json', SavePartSchema),
      async (c) => {
        const act = { token: tokenOf(c), seenVersion: requireIfMatch(c) };
        const input = { ...c.req.valid('json'), ...act };
        return c.json(await savePart({ context: c.var.visitor, input }));
      },
    )
    .post(
      '/submission',
      describe({
        permission: 'public',
        summary: { zh: '科室交回', en: 'A department hands in' },
        responses: moved,
        errors: [...byLink, 'submissions.incomplete'],
      }),
      validate('json', SubmitPartSchema),
      async (c) => {
        const act = { token: tokenOf(c), seenVersion: requireIfMatch(c) };
        const input = { ...c.req.valid('json'), ...act };
        return c.json(await submitPart({ context: c.var.visitor, input }));
      },
    );
}
