import { Hono } from 'hono';
import * as v from 'valibot';
import { CampaignIdSchema } from '#schema/contracts/campaigns.ts';
import {
  FigureImportsSchema,
  ImportedFigurePageSchema,
  WithdrawImportSchema,
} from '#schema/contracts/imported-figures.ts';
import { ImportIdSchema } from '#schema/contracts/imports.ts';
import { createImportRoutes } from '#workers/modules/organizations/index.ts';
import type { BoxEnv } from '#workers/modules/organizations/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { figureImportRules } from './usecases/import-figures.ts';
import { listImports, showImported } from './usecases/list-imports.ts';
import { withdrawImport } from './usecases/withdraw-import.ts';

const IdParamSchema = v.object({ id: ImportIdSchema });
const ListQuerySchema = v.object({ campaign: CampaignIdSchema });
const WithdrawnSchema = v.object({ id: ImportIdSchema });

/** `/api/imported-figures`: figures of systems elsewhere, from the file to what it says. */
export function createImportedFiguresRoutes() {
  return new Hono<BoxEnv>()
    .route('/imports', createImportRoutes(figureImportRules))
    .get(
      '/',
      describe({
        permission: 'submissions.read',
        summary: {
          zh: '取自外部系统的指标和历次导入',
          en: 'Indicators of systems elsewhere, and every import',
        },
        responses: { 200: { schema: FigureImportsSchema } },
        errors: ['imported-figures.not_found'],
      }),
      validate('query', ListQuerySchema),
      async (c) => {
        const input = { campaignId: c.req.valid('query').campaign };
        return c.json(await listImports({ context: c.var.context, input }));
      },
    )
    .get(
      '/:id',
      describe({
        permission: 'submissions.read',
        summary: { zh: '一次导入的逐项数据', en: 'What one import says, unit by unit' },
        responses: { 200: { schema: ImportedFigurePageSchema } },
        errors: ['imported-figures.not_found'],
      }),
      validate('param', IdParamSchema),
      validate('query', v.object(pageQueryEntries)),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('query') };
        return c.json(await showImported({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/withdraw',
      describe({
        permission: 'campaigns.draft',
        summary: { zh: '撤回一次导入', en: 'Withdraw an import' },
        responses: { 200: { schema: WithdrawnSchema } },
        errors: ['imported-figures.not_found', 'imported-figures.withdrawn'],
      }),
      validate('param', IdParamSchema),
      validate('json', WithdrawImportSchema),
      async (c) => {
        const input = {
          ...c.req.valid('param'),
          ...c.req.valid('json'),
          requestKey: await readRequestKey(c),
        };
        return c.json(await withdrawImport({ context: c.var.context, input }));
      },
    );
}
