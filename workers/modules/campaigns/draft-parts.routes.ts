import { Hono } from 'hono';
import * as v from 'valibot';
import { campaignPartKinds } from '#schema/contracts/campaign/campaign.ts';
import { KeySchema } from '#schema/contracts/campaign/keys.ts';
import {
  AddPartSchema,
  ChangePartsSchema,
  DraftIdSchema,
  PartBodySchema,
  PartSavedSchema,
  PartsChangedSchema,
} from '#schema/contracts/campaigns.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { DraftParamSchema, known } from './drafts.routes.ts';
import { addPart } from './usecases/add-part.ts';
import { changeParts } from './usecases/change-parts.ts';
import { removePart, savePart } from './usecases/save-part.ts';

const PartParamSchema = v.object({
  id: DraftIdSchema,
  kind: v.picklist(campaignPartKinds),
  key: KeySchema,
});
const locked = [...known, 'campaigns.draft_in_approval', 'campaigns.draft_closed'] as const;
const conditional = [
  ...locked,
  'campaigns.part_not_found',
  'campaigns.stale_part',
  'platform.precondition_required',
] as const;

/** `/api/campaigns/drafts/{id}/parts`: one part at a time, each with its own version. */
export function createDraftPartsRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createSavingRoutes())
    .route('/', createRemovingRoutes())
    .route('/', createChangingRoutes());
}

function createSavingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/drafts/:id/parts',
      describe({
        permission: 'campaigns.draft',
        summary: { zh: '在草稿中增加一部分', en: 'Add a part to a draft' },
        responses: { 201: { schema: PartSavedSchema } },
        errors: [...locked, 'campaigns.part_exists', 'platform.invalid_input'],
      }),
      validate('param', DraftParamSchema),
      validate('json', AddPartSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        const saved = await addPart({ context: c.var.context, input });
        setETag(c, saved.version);
        return c.json(saved, 201);
      },
    )
    .put(
      '/drafts/:id/parts/:kind/:key',
      describe({
        permission: 'campaigns.draft',
        summary: {
          zh: '保存草稿的一部分（If-Match 为该部分的版本）',
          en: 'Save a part of a draft; If-Match is the part’s version',
        },
        responses: { 200: { schema: PartSavedSchema } },
        errors: [...conditional, 'campaigns.fixed_identity', 'platform.invalid_input'],
      }),
      validate('param', PartParamSchema),
      validate('json', PartBodySchema),
      async (c) => {
        const version = requireIfMatch(c);
        const requestKey = await readRequestKey(c);
        const body = c.req.valid('json');
        const input = { ...c.req.valid('param'), body, version, requestKey };
        const saved = await savePart({ context: c.var.context, input });
        setETag(c, saved.version);
        return c.json(saved);
      },
    );
}

function createRemovingRoutes() {
  return new Hono<TenantEnv>().delete(
    '/drafts/:id/parts/:kind/:key',
    describe({
      permission: 'campaigns.draft',
      summary: {
        zh: '删除草稿的一部分（If-Match 为该部分的版本）',
        en: 'Delete a part of a draft; If-Match is the part’s version',
      },
      responses: { 200: { schema: PartSavedSchema } },
      errors: [...conditional, 'campaigns.head_stays'],
    }),
    validate('param', PartParamSchema),
    async (c) => {
      const version = requireIfMatch(c);
      const requestKey = await readRequestKey(c);
      const input = { ...c.req.valid('param'), version, requestKey };
      return c.json(await removePart({ context: c.var.context, input }));
    },
  );
}

function createChangingRoutes() {
  return new Hono<TenantEnv>().post(
    '/drafts/:id/parts/change',
    describe({
      permission: 'campaigns.draft',
      summary: {
        zh: '一次增加、保存、删除、调整草稿的若干部分（全部成功或全部不变）',
        en: 'Add, save, remove and order several parts of a draft, all or none',
      },
      responses: { 200: { schema: PartsChangedSchema } },
      errors: [
        ...locked,
        'campaigns.part_not_found',
        'campaigns.part_exists',
        'campaigns.stale_part',
        'campaigns.stale_order',
        'campaigns.fixed_identity',
        'campaigns.head_stays',
        'campaigns.inherited_item',
        'platform.invalid_input',
      ],
    }),
    validate('param', DraftParamSchema),
    validate('json', ChangePartsSchema),
    async (c) => {
      const requestKey = await readRequestKey(c);
      const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
      return c.json(await changeParts({ context: c.var.context, input }));
    },
  );
}
