import { Hono } from 'hono';
import * as v from 'valibot';
import {
  ChangeFactSchema,
  ChangeSuperiorSchema,
  EndUnitSchema,
  EndingPreviewSchema,
  RenameUnitSchema,
  ReopenUnitSchema,
  UnitActedSchema,
} from '#schema/contracts/organization-acts.ts';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import type { OpenWorkReader } from './open-work.ts';
import { changeFact, changeSuperior, renameUnit } from './usecases/change-unit.ts';
import { endUnit, previewEnding, reopenUnit } from './usecases/end-unit.ts';

const IdParamSchema = v.object({ id: OrganizationIdSchema });
const EndingQuerySchema = v.object({ intoId: v.optional(OrganizationIdSchema) });
const acted = { 200: { schema: UnitActedSchema } };
const permission = 'organizations.manage';
const errors = [
  'organizations.not_found',
  'organizations.unit_ended',
  'platform.precondition_required',
  'platform.stale_version',
] as const;

const reopenErrors = [
  ...errors,
  'organizations.nothing_to_undo',
  'organizations.name_taken',
  'organizations.reopen_circle',
] as const;

/** `/api/organizations/{id}/…`: acts on a unit, each from a day and with its reason. */
export function createActRoutes(readers: readonly OpenWorkReader[]) {
  return new Hono<TenantEnv>()
    .route('/', createChangeRoutes())
    .route('/', createEndingRoutes(readers));
}

function createChangeRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/rename',
      describe({
        permission,
        summary: { zh: '单位更名，原名留存', en: 'Rename a unit; the old name is kept' },
        responses: acted,
        errors: [
          ...errors,
          'organizations.name_taken',
          'organizations.name_newer',
          'organizations.day_to_come',
        ],
      }),
      validate('param', IdParamSchema),
      validate('json', RenameUnitSchema),
      async (c) => {
        const named = { ...c.req.valid('param'), ...c.req.valid('json') };
        const input = { ...named, version: requireIfMatch(c), requestKey: await readRequestKey(c) };
        return c.json(await renameUnit({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/facts',
      describe({
        permission,
        summary: { zh: '自某日起变更单位情况', en: 'A fact changes from a day on' },
        responses: acted,
        errors: [...errors, 'organizations.day_to_come', 'organizations.unknown_fact_value'],
      }),
      validate('param', IdParamSchema),
      validate('json', ChangeFactSchema),
      async (c) => {
        const named = { ...c.req.valid('param'), ...c.req.valid('json') };
        const input = { ...named, version: requireIfMatch(c), requestKey: await readRequestKey(c) };
        return c.json(await changeFact({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/superior',
      describe({
        permission,
        summary: { zh: '自某日起变更隶属关系', en: 'Another superior from a day on' },
        responses: acted,
        errors: [...errors, 'organizations.circle'],
      }),
      validate('param', IdParamSchema),
      validate('json', ChangeSuperiorSchema),
      async (c) => {
        const named = { ...c.req.valid('param'), ...c.req.valid('json') };
        const input = { ...named, version: requireIfMatch(c), requestKey: await readRequestKey(c) };
        return c.json(await changeSuperior({ context: c.var.context, input }));
      },
    );
}

function createEndingRoutes(readers: readonly OpenWorkReader[]) {
  return new Hono<TenantEnv>()
    .get(
      '/:id/ending',
      describe({
        permission,
        summary: { zh: '停业或合并前的告知', en: 'What an ending would bring about' },
        responses: { 200: { schema: EndingPreviewSchema } },
        errors: [...errors, 'organizations.wrong_heir', 'organizations.heir_circle'],
      }),
      validate('param', IdParamSchema),
      validate('query', EndingQuerySchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('query') };
        return c.json(await previewEnding({ context: c.var.context, readers, input }));
      },
    )
    .post(
      '/:id/end',
      describe({
        permission,
        summary: { zh: '单位停业或并入其他单位', en: 'Close a unit, or merge it into another' },
        responses: acted,
        errors: [
          ...errors,
          'organizations.wrong_heir',
          'organizations.heir_circle',
          'organizations.day_to_come',
          'organizations.has_subordinates',
        ],
      }),
      validate('param', IdParamSchema),
      validate('json', EndUnitSchema),
      async (c) => {
        const named = { ...c.req.valid('param'), ...c.req.valid('json') };
        const input = { ...named, version: requireIfMatch(c), requestKey: await readRequestKey(c) };
        return c.json(await endUnit({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/reopen',
      describe({
        permission,
        summary: { zh: '当日撤销停业或合并', en: 'Take an ending back on its day' },
        responses: acted,
        errors: reopenErrors,
      }),
      validate('param', IdParamSchema),
      validate('json', ReopenUnitSchema),
      async (c) => {
        const named = { ...c.req.valid('param'), ...c.req.valid('json') };
        const input = { ...named, version: requireIfMatch(c), requestKey: await readRequestKey(c) };
        return c.json(await reopenUnit({ context: c.var.context, input }));
      },
    );
}
