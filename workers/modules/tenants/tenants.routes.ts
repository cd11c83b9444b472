import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import { TenantAnswerSchema } from '#schema/contracts/tenants.ts';
import type { TenantAnswer, TenantProfile } from '#schema/contracts/tenants.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { createBrandingRoutes, createEmblemRoutes } from './branding.routes.ts';
import type { TenantEnv } from './context.ts';
import { themeCss } from './theme.domain.ts';
import { readSite } from './usecases/read-site.ts';

/** `/api/tenant`: what everybody may know of the host's tenant, and who may change its looks. */
export function createTenantRoutes() {
  return new Hono<TenantEnv>()
    .route('/branding', createBrandingRoutes())
    .route('/emblems', createEmblemRoutes())
    .route('/', createPublicRoutes());
}

function createPublicRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'public',
        summary: {
          zh: '本站主办单位的名称、用语、标识和页脚信息',
          en: 'Names, words, branding and footer duties of the site’s organ',
        },
        responses: { 200: { schema: TenantAnswerSchema } },
      }),
      async (c) => {
        const tenant = await readSite(c.var.visitor);
        if (isKnown(c, tenant)) return c.body(null, 304);
        const { slug, level, divisionCode, names, branding, words, footer, demo } = tenant;
        const answer: TenantAnswer = {
          id: slug,
          level,
          divisionCode,
          names,
          branding,
          words,
          footer,
          demo,
        };
        return c.json(answer);
      },
    )
    .get(
      '/theme.css',
      describe({
        permission: 'public',
        summary: { zh: '本站主题色样式表', en: 'Style sheet of the site’s accent colour' },
        responses: { 200: { type: 'text/css', schema: v.string() } },
      }),
      async (c) => {
        const tenant = await readSite(c.var.visitor);
        if (isKnown(c, tenant)) return c.body(null, 304);
        c.header('content-type', 'text/css; charset=utf-8');
        return c.body(themeCss(tenant.branding.accent));
      },
    );
}

/** Asked for each time, sent only when the profile has another version than the browser holds. */
function isKnown(c: Context<TenantEnv>, { version }: TenantProfile): boolean {
  const etag = `"tenant-${version}"`;
  c.header('etag', etag);
  c.header('cache-control', 'no-cache');
  return c.req.header('if-none-match')?.includes(etag) ?? false;
}
