import { Hono } from 'hono';
import * as v from 'valibot';
import { organizationKinds } from '#schema/contracts/campaign/audience.ts';
import {
  ImportOrganizationsSchema,
  OrganizationDetailSchema,
  OrganizationIdSchema,
  OrganizationPageSchema,
  organizationStatuses,
} from '#schema/contracts/organizations.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { createActRoutes } from './acts.routes.ts';
import type { BoxEnv } from './import-subject.ts';
import { createImportRoutes } from './imports.routes.ts';
import { createLiaisonRoutes } from './liaisons.routes.ts';
import type { OpenWorkReader } from './open-work.ts';
import { importOrganizations } from './usecases/import-organizations.ts';
import { unitImportRules } from './usecases/import-units.ts';
import { listOrganizations } from './usecases/list-organizations.ts';
import { readOrganization } from './usecases/read-organization.ts';

const ListQuerySchema = v.object({
  ...pageQueryEntries,
  search: v.optional(v.pipe(v.string(), v.maxLength(60))),
  kind: v.optional(v.picklist(organizationKinds)),
  status: v.optional(v.picklist(organizationStatuses)),
});
const IdParamSchema = v.object({ id: OrganizationIdSchema });
const ImportedSchema = v.object({
  units: v.array(v.object({ key: v.string(), id: v.string() })),
});

/** `/api/organizations`; `readers` say what a unit has in hand, for each kind of work. */
export function createOrganizationsRoutes(readers: readonly OpenWorkReader[]) {
  return new Hono<BoxEnv>()
    .route('/imports', createImportRoutes(unitImportRules))
    .route('/without-liaison', createLiaisonRoutes())
    .route('/', createActRoutes(readers))
    .get(
      '/',
      describe({
        permission: 'organizations.read',
        summary: { zh: '单位名录（按机构序列）', en: 'Units in their official order' },
        responses: { 200: { schema: OrganizationPageSchema } },
      }),
      validate('query', ListQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listOrganizations({ context: c.var.context, input }));
      },
    )
    .get(
      '/:id',
      describe({
        permission: 'organizations.read',
        summary: { zh: '单位详情', en: 'One unit' },
        responses: { 200: { schema: OrganizationDetailSchema } },
        errors: ['organizations.not_found', 'platform.out_of_range'],
      }),
      validate('param', IdParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const unit = await readOrganization({ context: c.var.context, input });
        setETag(c, unit.version);
        return c.json(unit);
      },
    )
    .post(
      '/import',
      describe({
        permission: 'organizations.manage',
        summary: { zh: '批量导入单位', en: 'Import units' },
        responses: { 201: { schema: ImportedSchema } },
        errors: ['organizations.unknown_superior', 'organizations.circle'],
      }),
      validate('json', ImportOrganizationsSchema),
      async (c) => {
        const { context } = c.var;
        assertCan(context.actor, 'organizations.manage', {});
        const { units } = c.req.valid('json');
        const actor = { kind: 'person' as const, id: context.actor.personId };
        const requestKey = await readRequestKey(c);
        const answer = await importOrganizations({ context, input: { units, actor, requestKey } });
        return c.json(answer, 201);
      },
    );
}
