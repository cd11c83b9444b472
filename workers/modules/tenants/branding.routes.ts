import { Hono } from 'hono';
import * as v from 'valibot';
import {
  BrandingDeskSchema,
  EmblemHashSchema,
  EmblemSchema,
  RestoreBrandingSchema,
  SiteBrandingSchema,
  maxEmblemBytes,
} from '#schema/contracts/tenant-branding.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import type { TenantEnv } from './context.ts';
import { restoreBranding, saveBranding, showBranding } from './usecases/change-branding.ts';
import { keepEmblem, openEmblem } from './usecases/keep-emblem.ts';

const permission = 'tenant.configure';
const MovedSchema = v.object({ version: v.number(), number: v.number() });

/** `/api/tenant/branding`: 品牌与页脚, for who sets up the site. */
export function createBrandingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission,
        summary: { zh: '品牌与页脚，以及历次修改', en: 'Branding and footer, with every change' },
        responses: { 200: { schema: BrandingDeskSchema } },
      }),
      async (c) => {
        const desk = await showBranding({ context: c.var.context });
        setETag(c, desk.version);
        return c.json(desk);
      },
    )
    .put(
      '/',
      describe({
        permission,
        summary: { zh: '修改品牌与页脚', en: 'Change branding and footer' },
        responses: { 200: { schema: MovedSchema } },
        errors: ['tenants.accent_unreadable', 'tenants.emblem_not_found', 'tenants.unchanged'],
      }),
      validate('json', SiteBrandingSchema),
      async (c) => {
        const input = { site: c.req.valid('json'), seenVersion: requireIfMatch(c) };
        const requestKey = await readRequestKey(c);
        return c.json(
          await saveBranding({ context: c.var.context, input: { ...input, requestKey } }),
        );
      },
    )
    .post(
      '/restore',
      describe({
        permission,
        summary: { zh: '恢复到以前的品牌与页脚', en: 'Restore a former branding and footer' },
        responses: { 200: { schema: MovedSchema } },
        errors: ['tenants.branding_not_found', 'tenants.unchanged'],
      }),
      validate('json', RestoreBrandingSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), seenVersion: requireIfMatch(c) };
        const requestKey = await readRequestKey(c);
        return c.json(
          await restoreBranding({ context: c.var.context, input: { ...input, requestKey } }),
        );
      },
    );
}

/** `/api/tenant/emblems`: pictures by the hash of their content, which never changes. */
export function createEmblemRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/',
      describe({
        permission,
        bodyLimit: maxEmblemBytes,
        summary: { zh: '上传标识图片（请求体为 PNG）', en: 'Upload an emblem; the body is a PNG' },
        responses: { 201: { schema: EmblemSchema } },
        errors: [
          'tenants.emblem_not_png',
          'tenants.emblem_broken',
          'tenants.emblem_wrong_size',
          'platform.body_too_large',
        ],
      }),
      async (c) => {
        const file = new Uint8Array(await c.req.arrayBuffer());
        return c.json(await keepEmblem({ context: c.var.context, input: { file } }), 201);
      },
    )
    .get(
      '/:hash',
      describe({
        permission: 'public',
        summary: { zh: '标识图片', en: 'An emblem' },
        responses: { 200: { type: 'image/png', schema: v.string() } },
        errors: ['tenants.emblem_not_found'],
      }),
      validate('param', v.object({ hash: EmblemHashSchema })),
      async (c) => {
        const bytes = await openEmblem({ context: c.var.visitor, input: c.req.valid('param') });
        c.header('content-type', 'image/png');
        c.header('cache-control', 'public, max-age=31536000, immutable');
        c.header('content-security-policy', "default-src 'none'; sandbox");
        c.header('content-disposition', 'inline; filename="emblem.png"');
        return c.body(bytes);
      },
    );
}
