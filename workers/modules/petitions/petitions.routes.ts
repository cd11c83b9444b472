import { Hono } from 'hono';
import * as v from 'valibot';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import {
  OpenPetitionSchema,
  PetitionAddresseesSchema,
  PetitionDetailSchema,
  PetitionIdSchema,
  PetitionListSchema,
  PetitionMovedSchema,
  petitionStates,
} from '#schema/contracts/petitions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { createHandlingRoutes } from './handling.routes.ts';
import { listMine, listReceived, showPetition } from './usecases/show-petition.ts';
import { listAddressees, openPetition } from './usecases/write-petition.ts';
import { createWritingRoutes } from './writing.routes.ts';

const ParamSchema = v.object({ id: PetitionIdSchema });
const MineSchema = v.object(pageQueryEntries);
const ReceivedSchema = v.object({
  ...pageQueryEntries,
  office: v.optional(OrganizationIdSchema),
  state: v.optional(v.picklist(petitionStates)),
});

/** `/api/petitions`: 请示、专报、信息, from a unit's draft to the answer it signs for. */
export function createPetitionsRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createListRoutes())
    .route('/', createOpeningRoutes())
    .route('/', createWritingRoutes())
    .route('/', createHandlingRoutes());
}

function createListRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'petitions.oversee',
        summary: { zh: '收到的请示、专报、信息', en: 'What one’s own office received' },
        responses: { 200: { schema: PetitionListSchema } },
        errors: ['platform.out_of_range'],
      }),
      validate('query', ReceivedSchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listReceived({ context: c.var.context, input }));
      },
    )
    .get(
      '/mine',
      describe({
        permission: 'petitions.read',
        summary: { zh: '本单位的请示、专报、信息', en: 'What one’s own unit wrote upward' },
        responses: { 200: { schema: PetitionListSchema } },
      }),
      validate('query', MineSchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listMine({ context: c.var.context, input }));
      },
    );
}

function createOpeningRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/addressees',
      describe({
        permission: 'petitions.write',
        summary: { zh: '可以向哪些机关报送', en: 'To whom one may write' },
        responses: { 200: { schema: PetitionAddresseesSchema } },
      }),
      async (c) => c.json(await listAddressees({ context: c.var.context })),
    )
    .post(
      '/',
      describe({
        permission: 'petitions.write',
        summary: { zh: '新建请示、专报或信息', en: 'Begin a petition' },
        responses: { 201: { schema: PetitionMovedSchema } },
        errors: ['platform.out_of_range', 'petitions.not_above', 'evidence.not_found'],
      }),
      validate('json', OpenPetitionSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), requestKey: await readRequestKey(c) };
        const made = await openPetition({ context: c.var.context, input });
        setETag(c, made.version);
        return c.json(made, 201);
      },
    )
    .get(
      '/:id',
      describe({
        permission: 'signed-in',
        summary: {
          zh: '一件请示、专报或信息（报送单位、收文机关各看本方内容）',
          en: 'One petition, as its unit or the office sees it',
        },
        responses: { 200: { schema: PetitionDetailSchema } },
        errors: ['petitions.not_found'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const detail = await showPetition({ context: c.var.context, input });
        setETag(c, detail.summary.version);
        return c.json(detail);
      },
    );
}
