import { Hono } from 'hono';
import * as v from 'valibot';
import {
  ApplicationIdSchema,
  ApplicationSchema,
  AskSchema,
  DecideApplicationSchema,
  FiledRevisionsSchema,
} from '#schema/contracts/filing-applications.ts';
import { SubmissionIdSchema } from '#schema/contracts/submissions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { MovedSchema, SubmissionParamSchema } from './sign-off.routes.ts';
import { askApplication } from './usecases/ask-application.ts';
import { claimFiling } from './usecases/claim-filing.ts';
import { decideApplication } from './usecases/decide-application.ts';
import { listFiledRevisions } from './usecases/list-filed-revisions.ts';

const DecisionParamSchema = v.object({
  id: SubmissionIdSchema,
  applicationId: ApplicationIdSchema,
});
const known = ['submissions.not_found'] as const;

/** What a unit asks for (更正, 延期), what the office says to it, and what was filed before. */
export function createApplicationRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createHistoryRoutes())
    .route('/', createAskingRoutes())
    .route('/', createDecidingRoutes());
}

function createHistoryRoutes() {
  return new Hono<TenantEnv>().get(
    '/:id/revisions',
    describe({
      permission: 'submissions.read',
      summary: {
        zh: '历次报送的内容，和申请更正、延期的记录',
        en: 'Everything that was filed, and what was asked about it',
      },
      responses: { 200: { schema: FiledRevisionsSchema } },
      errors: known,
    }),
    validate('param', SubmissionParamSchema),
    async (c) => {
      const input = c.req.valid('param');
      return c.json(await listFiledRevisions({ context: c.var.context, input }));
    },
  );
}

function createAskingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/applications',
      describe({
        permission: 'submissions.file',
        summary: {
          zh: '申请更正已审核的报送件，或申请延期',
          en: 'Ask to correct what was accepted, or for more time',
        },
        responses: { 201: { schema: ApplicationSchema } },
        errors: [
          ...known,
          'submissions.nothing_to_correct',
          'submissions.already_asked',
          'submissions.not_extendable',
          'submissions.extension_after_expiry',
          'submissions.extension_not_later',
        ],
      }),
      validate('param', SubmissionParamSchema),
      validate('json', AskSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ask: c.req.valid('json'), requestKey };
        return c.json(await askApplication({ context: c.var.context, input }), 201);
      },
    )
    .post(
      '/:id/claim',
      describe({
        permission: 'submissions.file',
        summary: { zh: '认领代报的报送件', en: 'Claim what was filed on behalf of the unit' },
        responses: { 200: { schema: MovedSchema } },
        errors: [...known, 'submissions.nothing_to_claim'],
      }),
      validate('param', SubmissionParamSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), requestKey };
        return c.json(await claimFiling({ context: c.var.context, input }));
      },
    );
}

function createDecidingRoutes() {
  return new Hono<TenantEnv>().post(
    '/:id/applications/:applicationId/decision',
    describe({
      permission: 'submissions.review',
      summary: {
        zh: '同意或不同意更正、延期申请',
        en: 'Agree to a correction or an extension, or decline it',
      },
      responses: { 200: { schema: MovedSchema } },
      errors: [
        ...known,
        'submissions.no_application',
        'submissions.already_decided',
        'submissions.nothing_to_correct',
        'submissions.not_extendable',
        'platform.recused',
      ],
    }),
    validate('param', DecisionParamSchema),
    validate('json', DecideApplicationSchema),
    async (c) => {
      const requestKey = await readRequestKey(c);
      const input = { ...c.req.valid('param'), decision: c.req.valid('json'), requestKey };
      return c.json(await decideApplication({ context: c.var.context, input }));
    },
  );
}
