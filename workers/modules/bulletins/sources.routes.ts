import { Hono } from 'hono';
import * as v from 'valibot';
import {
  BulletinChecksSchema,
  BulletinFiguresSchema,
  BulletinIdSchema,
  BulletinMovedSchema,
  ConfirmFindingSchema,
  FigureChangesSchema,
  QuotablesSchema,
  RefreshFiguresSchema,
} from '#schema/contracts/bulletins.ts';
import { DaySchema } from '#schema/contracts/campaign/dates.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { actOf, answerMoved, known, versioned } from './act.routes.ts';
import { quoteCases } from './usecases/quote-cases.ts';
import { listFigures } from './usecases/read-frozen.ts';
import { previewFigures, refreshFigures } from './usecases/refresh-figures.ts';
import { confirmFinding } from './usecases/save-head.ts';
import { showChecks } from './usecases/show-bulletin.ts';

const ParamSchema = v.object({ id: BulletinIdSchema });
const MomentSchema = v.object({ asOf: v.optional(DaySchema) });

/** `/api/bulletins/{id}`: the figures, the cases and the rules a paper is written with. */
export function createSourceRoutes() {
  return new Hono<TenantEnv>().route('/', createFigureRoutes()).route('/', createRuleRoutes());
}

function createFigureRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/:id/figures',
      describe({
        permission: 'bulletins.draft',
        summary: { zh: '可插入的数据（口径、截至）', en: 'The figures that may be inserted' },
        responses: { 200: { schema: BulletinFiguresSchema } },
        errors: known,
      }),
      validate('param', ParamSchema),
      validate('query', MomentSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('query') };
        return c.json(await listFigures({ context: c.var.context, input }));
      },
    )
    .get(
      '/:id/figures/changes',
      describe({
        permission: 'bulletins.draft',
        summary: {
          zh: '数据更新到某日会有哪些变化',
          en: 'What reading the figures anew would change',
        },
        responses: { 200: { schema: FigureChangesSchema } },
        errors: known,
      }),
      validate('param', ParamSchema),
      validate('query', MomentSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('query') };
        return c.json(await previewFigures({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/figures',
      describe({
        permission: 'bulletins.draft',
        summary: { zh: '数据更新到某日', en: 'Read the figures anew, as of a day' },
        responses: { 200: { schema: BulletinMovedSchema } },
        errors: [...versioned, 'bulletins.not_drafting'],
      }),
      validate('param', ParamSchema),
      validate('json', RefreshFiguresSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await refreshFigures({ context: c.var.context, input }));
      },
    );
}

function createRuleRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/:id/quotables',
      describe({
        permission: 'bulletins.draft',
        summary: { zh: '可引用的情况（不含个人姓名）', en: 'What may be cited, without names' },
        responses: { 200: { schema: QuotablesSchema } },
        errors: known,
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await quoteCases({ context: c.var.context, input }));
      },
    )
    .get(
      '/:id/checks',
      describe({
        permission: 'bulletins.read',
        summary: { zh: '点名范围和个人信息检查', en: 'Who is named, and what looks like a person' },
        responses: { 200: { schema: BulletinChecksSchema } },
        errors: known,
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await showChecks({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/confirmations',
      describe({
        permission: 'bulletins.draft',
        summary: { zh: '确认保留一处内容（说明理由）', en: 'Confirm that something may stand' },
        responses: { 200: { schema: BulletinMovedSchema } },
        errors: [
          ...versioned,
          'bulletins.not_drafting',
          'bulletins.nothing_to_confirm',
          'bulletins.not_confirmable',
        ],
      }),
      validate('param', ParamSchema),
      validate('json', ConfirmFindingSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await confirmFinding({ context: c.var.context, input }));
      },
    );
}
