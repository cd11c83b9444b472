import { Hono } from 'hono';
import * as v from 'valibot';
import {
  CampaignDetailSchema,
  CampaignListSchema,
  PublicCampaignsSchema,
  VersionListSchema,
} from '#schema/contracts/campaign-outline.ts';
import {
  CampaignIdSchema,
  DraftSchema,
  MoveDateSchema,
  TemplateSchema,
} from '#schema/contracts/campaigns.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { createDraftApprovalRoutes } from './draft-approval.routes.ts';
import { createDraftPartsRoutes } from './draft-parts.routes.ts';
import { createDraftsRoutes } from './drafts.routes.ts';
import { createPacksRoutes } from './packs.routes.ts';
import { listCampaigns, listPublicCampaigns } from './usecases/list-campaigns.ts';
import { listTemplates } from './usecases/list-templates.ts';
import { moveDate } from './usecases/move-date.ts';
import { showCampaign, showVersions } from './usecases/show-campaign.ts';

const CampaignParamSchema = v.object({ id: CampaignIdSchema });
const TemplateListSchema = v.object({ items: v.array(TemplateSchema) });
const known = ['campaigns.not_found'] as const;

/** `/api/campaigns`: templates, drafts on their way to publication, and what was published. */
export function createCampaignsRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createDraftsRoutes())
    .route('/', createDraftPartsRoutes())
    .route('/', createDraftApprovalRoutes())
    .route('/', createPacksRoutes())
    .route('/', createListRoutes())
    .route('/', createPublishedRoutes())
    .route('/', createMovingDateRoutes());
}

function createListRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'campaigns.read',
        summary: { zh: '工作方案（实施中的在前）', en: 'Campaigns, those running first' },
        responses: { 200: { schema: CampaignListSchema } },
      }),
      async (c) => c.json(await listCampaigns({ context: c.var.context })),
    )
    .get(
      '/templates',
      describe({
        permission: 'campaigns.draft',
        summary: { zh: '方案模板', en: 'Templates' },
        responses: { 200: { schema: TemplateListSchema } },
        errors: ['plugin-host.unknown_plugin'],
      }),
      (c) => c.json(listTemplates({ context: c.var.context })),
    )
    .get(
      '/public',
      describe({
        permission: 'public',
        summary: { zh: '主动公开的工作方案', en: 'Campaigns open to the public' },
        responses: { 200: { schema: PublicCampaignsSchema } },
      }),
      async (c) => c.json(await listPublicCampaigns({ context: c.var.visitor })),
    );
}

function createPublishedRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/:id',
      describe({
        permission: 'campaigns.read',
        summary: {
          zh: '一份工作方案（按条款列出任务、指标、台账）',
          en: 'One campaign: tasks, indicators and registers by clause',
        },
        responses: { 200: { schema: CampaignDetailSchema } },
        errors: known,
      }),
      validate('param', CampaignParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await showCampaign({ context: c.var.context, input }));
      },
    )
    .get(
      '/:id/versions',
      describe({
        permission: 'campaigns.read',
        summary: { zh: '历次版本和修订说明', en: 'Versions and their changes' },
        responses: { 200: { schema: VersionListSchema } },
        errors: known,
      }),
      validate('param', CampaignParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await showVersions({ context: c.var.context, input }));
      },
    );
}

function createMovingDateRoutes() {
  return new Hono<TenantEnv>().post(
    '/:id/move-date',
    describe({
      permission: 'campaigns.draft',
      summary: {
        zh: '调整日期：就一个任务或阶段的一个日期建立修订草稿',
        en: 'Move a date: open an amendment with that one change',
      },
      responses: { 201: { schema: DraftSchema } },
      errors: [
        ...known,
        'campaigns.archived',
        'campaigns.part_not_found',
        'campaigns.undated_rule',
        'campaigns.same_day',
      ],
    }),
    validate('param', CampaignParamSchema),
    validate('json', MoveDateSchema),
    async (c) => {
      const requestKey = await readRequestKey(c);
      const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
      const draft = await moveDate({ context: c.var.context, input });
      setETag(c, draft.version);
      return c.json(draft, 201);
    },
  );
}
