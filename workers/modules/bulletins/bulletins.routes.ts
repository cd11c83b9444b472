import { Hono } from 'hono';
import * as v from 'valibot';
import {
  BulletinDetailSchema,
  BulletinIdSchema,
  BulletinListSchema,
  BulletinMovedSchema,
  OpenBulletinSchema,
} from '#schema/contracts/bulletins.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { known } from './act.routes.ts';
import { createPartRoutes } from './parts.routes.ts';
import { createReceivedRoutes } from './received.routes.ts';
import { createSigningRoutes } from './signing.routes.ts';
import { createSourceRoutes } from './sources.routes.ts';
import { makeWord } from './usecases/make-word.ts';
import { openBulletin } from './usecases/open-bulletin.ts';
import { listBulletins, showBulletin } from './usecases/show-bulletin.ts';

const ParamSchema = v.object({ id: BulletinIdSchema });
const ListSchema = v.object(pageQueryEntries);
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** `/api/bulletins`: 通报、总结、简报, from the first draft to the receipts. */
export function createBulletinsRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createReceivedRoutes())
    .route('/', createListRoutes())
    .route('/', createReadingRoutes())
    .route('/', createPartRoutes())
    .route('/', createSourceRoutes())
    .route('/', createSigningRoutes());
}

function createListRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'bulletins.read',
        summary: { zh: '通报、总结、简报', en: 'Notices, summaries, newsletters' },
        responses: { 200: { schema: BulletinListSchema } },
        errors: ['platform.out_of_range'],
      }),
      validate('query', ListSchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listBulletins({ context: c.var.context, input }));
      },
    )
    .post(
      '/',
      describe({
        permission: 'bulletins.draft',
        summary: {
          zh: '生成初稿（按模板，数据句自动取数）',
          en: 'Begin a paper from its template, with its figures in place',
        },
        responses: { 201: { schema: BulletinMovedSchema } },
        errors: known,
      }),
      validate('json', OpenBulletinSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), requestKey: await readRequestKey(c) };
        const made = await openBulletin({ context: c.var.context, input });
        setETag(c, made.version);
        return c.json(made, 201);
      },
    );
}

function createReadingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/:id',
      describe({
        permission: 'bulletins.read',
        summary: { zh: '一份文稿的全部内容', en: 'Everything of one paper' },
        responses: { 200: { schema: BulletinDetailSchema } },
        errors: known,
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const detail = await showBulletin({ context: c.var.context, input });
        setETag(c, detail.summary.version);
        return c.json(detail);
      },
    )
    .get(
      '/:id/word',
      describe({
        permission: 'bulletins.read',
        summary: {
          zh: '导出 Word（GB/T 9704-2012 版式）',
          en: 'As a Word file in the layout of GB/T 9704-2012',
        },
        responses: { 200: { type: wordType } },
        errors: known,
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const { name, bytes } = await makeWord({ context: c.var.context, input });
        return c.body(bytes, 200, {
          'content-type': wordType,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        });
      },
    );
}
