import { Hono } from 'hono';
import * as v from 'valibot';
import {
  BurdenSchema,
  ChecksSchema,
  DraftChangesSchema,
  DraftIdSchema,
  DraftListSchema,
  DraftMovedSchema,
  DraftSchema,
  OpenDraftSchema,
} from '#schema/contracts/campaigns.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { checkDraft } from './usecases/check-draft.ts';
import { discardDraft } from './usecases/discard-draft.ts';
import { listChanges } from './usecases/list-changes.ts';
import { listDrafts } from './usecases/list-drafts.ts';
import { measureBurden } from './usecases/measure-burden.ts';
import { openDraft } from './usecases/open-draft.ts';
import { showDraft } from './usecases/show-draft.ts';

export const DraftParamSchema = v.object({ id: DraftIdSchema });
export const moved = { 200: { schema: DraftMovedSchema } };
export const known = ['campaigns.draft_not_found'] as const;
const unopened = [
  'campaigns.unknown_template',
  'campaigns.not_found',
  'campaigns.archived',
  'campaigns.period_reversed',
  'plugin-host.unknown_edition',
  'plugin-host.unknown_plugin',
] as const;

/** `/api/campaigns/drafts`: 方案编制, from a template to a checked draft. */
export function createDraftsRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createDraftReadingRoutes())
    .route('/', createDraftMovingRoutes())
    .route('/', createDraftReportRoutes());
}

function createDraftReadingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/drafts',
      describe({
        permission: 'campaigns.read',
        summary: { zh: '方案草稿（最近办理的在前）', en: 'Drafts, the latest touched first' },
        responses: { 200: { schema: DraftListSchema } },
      }),
      async (c) => c.json(await listDrafts({ context: c.var.context })),
    )
    .get(
      '/drafts/:id',
      describe({
        permission: 'campaigns.read',
        summary: {
          zh: '一份草稿的全部内容和审签情况',
          en: 'One draft with its content and approval',
        },
        responses: { 200: { schema: DraftSchema } },
        errors: known,
      }),
      validate('param', DraftParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const draft = await showDraft({ context: c.var.context, input });
        setETag(c, draft.version);
        return c.json(draft);
      },
    );
}

function createDraftMovingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/drafts',
      describe({
        permission: 'campaigns.draft',
        summary: {
          zh: '从方案模板、已发布的方案或空白建立草稿',
          en: 'Start a draft from a template, a published campaign or nothing',
        },
        responses: { 201: { schema: DraftSchema } },
        errors: unopened,
      }),
      validate('json', OpenDraftSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        const draft = await openDraft({ context: c.var.context, input });
        setETag(c, draft.version);
        return c.json(draft, 201);
      },
    )
    .post(
      '/drafts/:id/discard',
      describe({
        permission: 'campaigns.draft',
        summary: { zh: '作废草稿', en: 'Discard a draft' },
        responses: moved,
        errors: [...known, 'campaigns.draft_in_approval', 'campaigns.draft_closed'],
      }),
      validate('param', DraftParamSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), requestKey };
        return c.json(await discardDraft({ context: c.var.context, input }));
      },
    );
}

function createDraftReportRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/drafts/:id/checks',
      describe({
        permission: 'campaigns.read',
        summary: { zh: '一致性检查', en: 'Consistency check' },
        responses: { 200: { schema: ChecksSchema } },
        errors: known,
      }),
      validate('param', DraftParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await checkDraft({ context: c.var.context, input }));
      },
    )
    .get(
      '/drafts/:id/burden',
      describe({
        permission: 'campaigns.read',
        summary: { zh: '负担测算', en: 'What it costs the units' },
        responses: { 200: { schema: BurdenSchema } },
        errors: known,
      }),
      validate('param', DraftParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await measureBurden({ context: c.var.context, input }));
      },
    )
    .get(
      '/drafts/:id/changes',
      describe({
        permission: 'campaigns.read',
        summary: {
          zh: '修订说明（按草稿现状）',
          en: 'Changes of the amendment as the draft stands',
        },
        responses: { 200: { schema: DraftChangesSchema } },
        errors: known,
      }),
      validate('param', DraftParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await listChanges({ context: c.var.context, input }));
      },
    );
}
