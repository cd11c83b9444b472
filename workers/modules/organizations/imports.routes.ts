import { Hono } from 'hono';
import * as v from 'valibot';
import {
  AddImportRowsSchema,
  ImportIdSchema,
  ImportJobSchema,
  ImportJobsSchema,
  ImportRowPageSchema,
  OpenImportSchema,
  TakeImportSchema,
  importOutcomes,
  importRowStates,
} from '#schema/contracts/imports.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import type { BoxEnv, ImportRules } from './import-subject.ts';
import { checkImport } from './usecases/check-import.ts';
import { addImportRows, dropImport, openImport } from './usecases/receive-import.ts';
import { showImport, showImportRows, showImports } from './usecases/show-import.ts';
import { advanceImport, takeImport } from './usecases/take-import.ts';

const IdParamSchema = v.object({ id: ImportIdSchema });
const RowsQuerySchema = v.object({
  ...pageQueryEntries,
  outcome: v.optional(v.picklist(importOutcomes)),
  state: v.optional(v.picklist(importRowStates)),
});
const job = { 200: { schema: ImportJobSchema } };
const known = ['organizations.import_not_found'] as const;
const moving = [...known, 'organizations.import_wrong_state', 'platform.stale_version'] as const;

const writing = [...moving, 'organizations.import_own'] as const;

/** `…/imports`: a file on its way in, in bounded steps that may be repeated. */
export function createImportRoutes(rules: ImportRules) {
  return new Hono<BoxEnv>()
    .route('/', createReceivingRoutes(rules))
    .route('/', createReadingRoutes(rules))
    .route('/', createTakingRoutes(rules));
}

function createReceivingRoutes(rules: ImportRules) {
  const { permission } = rules;
  return new Hono<BoxEnv>()
    .post(
      '/',
      describe({
        permission,
        summary: { zh: '开始一次 Excel 导入', en: 'Open an import of a file' },
        responses: { 201: { schema: ImportJobSchema } },
        errors: rules.refusals ?? [],
      }),
      validate('json', OpenImportSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), requestKey: await readRequestKey(c) };
        const context = { ...c.var.context, box: c.var.messaging.box };
        return c.json(await openImport({ context, rules, input }), 201);
      },
    )
    .post(
      '/:id/rows',
      describe({
        permission,
        summary: { zh: '上传若干行（可重复）', en: 'Send some rows; may be repeated' },
        responses: job,
        errors: writing,
      }),
      validate('param', IdParamSchema),
      validate('json', AddImportRowsSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        return c.json(await addImportRows({ context: c.var.context, rules, input }));
      },
    )
    .post(
      '/:id/drop',
      describe({
        permission,
        summary: { zh: '作废一次导入', en: 'Drop an import' },
        responses: job,
        errors: moving,
      }),
      validate('param', IdParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await dropImport({ context: c.var.context, rules, input }));
      },
    );
}

function createReadingRoutes(rules: ImportRules) {
  const { permission } = rules;
  return new Hono<BoxEnv>()
    .get(
      '/',
      describe({
        permission,
        summary: { zh: '最近的导入', en: 'The newest imports' },
        responses: { 200: { schema: ImportJobsSchema } },
      }),
      async (c) => c.json(await showImports({ context: c.var.context, rules })),
    )
    .get(
      '/:id',
      describe({
        permission,
        summary: { zh: '一次导入的进度', en: 'How far an import is' },
        responses: job,
        errors: known,
      }),
      validate('param', IdParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await showImport({ context: c.var.context, rules, input }));
      },
    )
    .get(
      '/:id/rows',
      describe({
        permission,
        summary: { zh: '逐行的核对结果', en: 'What the check says, row by row' },
        responses: { 200: { schema: ImportRowPageSchema } },
        errors: known,
      }),
      validate('param', IdParamSchema),
      validate('query', RowsQuerySchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('query') };
        return c.json(await showImportRows({ context: c.var.context, rules, input }));
      },
    );
}

function createTakingRoutes(rules: ImportRules) {
  const { permission } = rules;
  return new Hono<BoxEnv>()
    .post(
      '/:id/check',
      describe({
        permission,
        summary: { zh: '逐行核对，不写入', en: 'Check every row; nothing is written' },
        responses: job,
        errors: [...writing, 'organizations.import_incomplete'],
      }),
      validate('param', IdParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const context = { ...c.var.context, box: c.var.messaging.box };
        return c.json(await checkImport({ context, rules, input }));
      },
    )
    .post(
      '/:id/take',
      describe({
        permission,
        summary: { zh: '开始导入', en: 'Begin to take the rows' },
        responses: job,
        errors: [
          ...writing,
          'organizations.import_has_errors',
          'organizations.import_outdated',
          'organizations.import_under_way',
        ],
      }),
      validate('param', IdParamSchema),
      validate('json', TakeImportSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        return c.json(await takeImport({ context: c.var.context, rules, input }));
      },
    )
    .post(
      '/:id/advance',
      describe({
        permission,
        summary: { zh: '导入接下来的若干行', en: 'Take the next rows' },
        responses: job,
        errors: known,
      }),
      validate('param', IdParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const context = { ...c.var.context, box: c.var.messaging.box };
        return c.json(await advanceImport({ context, rules, input }));
      },
    );
}
