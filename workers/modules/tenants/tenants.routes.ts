import { Hono } from 'hono';
import * as v from 'valibot';
import { TenantAnswerSchema } from '#schema/contracts/tenants.ts';
import type { TenantAnswer } from '#schema/contracts/tenants.ts';
import { describe } from '#workers/platform/http/describe.ts';
import type { TenantEnv } from './context.ts';
import { themeCss } from './theme.domain.ts';

/** `/api/tenant`: what everybody may know of the host's tenant. */
export function createTenantRoutes() {
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
      (c) => {
        const { slug, level, divisionCode, names, branding, words, footer, demo } =
          c.var.visitor.tenant;
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
        c.header('cache-control', 'no-cache');
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
      (c) => {
        c.header('content-type', 'text/css; charset=utf-8');
        c.header('cache-control', 'public, max-age=300');
        return c.body(themeCss(c.var.visitor.tenant.branding.accent));
      },
    );
}
