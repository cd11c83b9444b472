import { Hono } from 'hono';
import * as v from 'valibot';
import { CampaignIdSchema, DraftSchema } from '#schema/contracts/campaigns.ts';
import { ImportPackSchema, PackSchema, packDefinitions } from '#schema/contracts/pack.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { writeJsonSchema } from '#workers/platform/http/json-schema.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { exportPack } from './usecases/export-pack.ts';
import { importPack } from './usecases/import-pack.ts';

/** A file of four megabytes, written as a text inside JSON. */
const bodyLimit = 9 * 1024 * 1024;

/** 方案文件 in and out, under `/api/campaigns`. */
export function createPacksRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/drafts/import',
      describe({
        permission: 'campaigns.draft',
        summary: { zh: '导入方案文件为草稿', en: 'Import a campaign file as a draft' },
        responses: { 201: { schema: DraftSchema } },
        errors: ['campaigns.pack_refused', 'campaigns.foreign_pack'],
        bodyLimit,
      }),
      validate('json', ImportPackSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        const draft = await importPack({ context: c.var.context, input });
        setETag(c, draft.version);
        return c.json(draft, 201);
      },
    )
    .get(
      '/:id/pack',
      describe({
        permission: 'campaigns.draft',
        summary: { zh: '导出方案文件', en: 'Export as a campaign file' },
        responses: { 200: { schema: PackSchema } },
        errors: ['campaigns.not_found'],
      }),
      validate('param', v.object({ id: CampaignIdSchema })),
      async (c) => {
        const input = c.req.valid('param');
        const { name, text } = await exportPack({ context: c.var.context, input });
        c.header('content-type', 'application/json; charset=utf-8');
        c.header('content-disposition', `attachment; filename="${name}"`);
        c.header('cache-control', 'no-store');
        return c.body(text);
      },
    );
}

/** `/api/schema/campaign.json`: the form of a 方案文件, for editors and other programs. */
export function createSchemaRoutes() {
  let text: string | undefined;
  return new Hono<TenantEnv>().get(
    '/campaign.json',
    describe({
      permission: 'public',
      summary: { zh: '方案文件的格式（JSON Schema）', en: 'The form of a campaign file' },
      responses: { 200: { schema: v.looseObject({ $schema: v.string() }) } },
    }),
    (c) => {
      text ??= writeJsonSchema('campaign', PackSchema, packDefinitions);
      c.header('content-type', 'application/schema+json; charset=utf-8');
      c.header('cache-control', 'public, max-age=3600');
      return c.body(text);
    },
  );
}
