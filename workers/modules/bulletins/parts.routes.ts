import { Hono } from 'hono';
import * as v from 'valibot';
import {
  AddPartSchema,
  BulletinIdSchema,
  BulletinMovedSchema,
  MovePartSchema,
  PartMovedSchema,
  SaveHeadSchema,
  SavePartSchema,
} from '#schema/contracts/bulletins.ts';
import { KeySchema } from '#schema/contracts/campaign/keys.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { actOf, answerMoved, known, versioned } from './act.routes.ts';
import { saveHead } from './usecases/save-head.ts';
import { addPart, movePart, removePart, savePart } from './usecases/write-part.ts';

const ParamSchema = v.object({ id: BulletinIdSchema });
const PlaceSchema = v.object({ id: BulletinIdSchema, key: KeySchema });
const moved = { 200: { schema: PartMovedSchema } };
const conditional = [
  ...known,
  'bulletins.not_drafting',
  'bulletins.part_not_found',
  'bulletins.stale_part',
  'platform.precondition_required',
] as const;

/** `/api/bulletins/{id}/parts`: one part at a time, each with its own version. */
export function createPartRoutes() {
  return new Hono<TenantEnv>().route('/', createAddingRoutes()).route('/', createSavingRoutes());
}

function createAddingRoutes() {
  return new Hono<TenantEnv>()
    .put(
      '/:id/head',
      describe({
        permission: 'bulletins.draft',
        summary: { zh: '保存标题、主送机关、署名等', en: 'Save what stands around the text' },
        responses: { 200: { schema: BulletinMovedSchema } },
        errors: [...versioned, 'bulletins.not_drafting'],
      }),
      validate('param', ParamSchema),
      validate('json', SaveHeadSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await saveHead({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/parts',
      describe({
        permission: 'bulletins.draft',
        summary: { zh: '增加一段', en: 'Add a part' },
        responses: { 201: { schema: PartMovedSchema } },
        errors: [...known, 'bulletins.not_drafting', 'bulletins.too_many_parts'],
      }),
      validate('param', ParamSchema),
      validate('json', AddPartSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        const made = await addPart({ context: c.var.context, input });
        setETag(c, made.version);
        return c.json(made, 201);
      },
    )
    .post(
      '/:id/parts/:key/move',
      describe({
        permission: 'bulletins.draft',
        summary: { zh: '调整一段的位置', en: 'Move a part' },
        responses: moved,
        errors: [...known, 'bulletins.not_drafting', 'bulletins.part_not_found'],
      }),
      validate('param', PlaceSchema),
      validate('json', MovePartSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        return answerMoved(c, await movePart({ context: c.var.context, input }));
      },
    );
}

function createSavingRoutes() {
  return new Hono<TenantEnv>()
    .put(
      '/:id/parts/:key',
      describe({
        permission: 'bulletins.draft',
        summary: {
          zh: '保存一段（If-Match 为该段的版本）',
          en: 'Save a part; If-Match is the part’s version',
        },
        responses: moved,
        errors: conditional,
      }),
      validate('param', PlaceSchema),
      validate('json', SavePartSchema),
      async (c) => {
        const place = c.req.valid('param');
        const input = { ...place, ...(await actOf(c, place.id)), ...c.req.valid('json') };
        return answerMoved(c, await savePart({ context: c.var.context, input }));
      },
    )
    .delete(
      '/:id/parts/:key',
      describe({
        permission: 'bulletins.draft',
        summary: { zh: '删除一段（If-Match 为该段的版本）', en: 'Delete a part' },
        responses: moved,
        errors: conditional,
      }),
      validate('param', PlaceSchema),
      async (c) => {
        const place = c.req.valid('param');
        const input = { ...place, ...(await actOf(c, place.id)) };
        return answerMoved(c, await removePart({ context: c.var.context, input }));
      },
    );
}
