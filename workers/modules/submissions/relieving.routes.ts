import { Hono } from 'hono';
import { PaperRegistrationSchema } from '#schema/contracts/evidence.ts';
import { ExemptSchema, ExtendSchema } from '#schema/contracts/submissions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { MovedSchema, SubmissionParamSchema } from './sign-off.routes.ts';
import {
  exemptSubmission,
  extendSubmission,
  registerPaper,
} from './usecases/relieve-submission.ts';

const moved = { 200: { schema: MovedSchema } };
const known = ['submissions.not_found'] as const;

/** `/api/submissions/{id}/extend`, `/exempt`, `/paper`: what the office relieves and registers. */
export function createRelievingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/extend',
      describe({
        permission: 'submissions.extend',
        summary: { zh: '准予延期', en: 'Grant an extension' },
        responses: moved,
        errors: [
          ...known,
          'submissions.not_extendable',
          'submissions.extension_after_expiry',
          'submissions.extension_not_later',
        ],
      }),
      validate('param', SubmissionParamSchema),
      validate('json', ExtendSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        return c.json(await extendSubmission({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/exempt',
      describe({
        permission: 'submissions.exempt',
        summary: { zh: '本任务免报', en: 'Exempt from this task' },
        responses: moved,
        errors: [...known, 'submissions.not_exemptable'],
      }),
      validate('param', SubmissionParamSchema),
      validate('json', ExemptSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        return c.json(await exemptSubmission({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/paper',
      describe({
        permission: 'submissions.register-paper',
        summary: { zh: '登记纸质件', en: 'Register the paper copy' },
        responses: moved,
        errors: [...known, 'submissions.no_paper_expected', 'submissions.paper_not_yet'],
      }),
      validate('param', SubmissionParamSchema),
      validate('json', PaperRegistrationSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), paper: c.req.valid('json'), requestKey };
        return c.json(await registerPaper({ context: c.var.context, input }));
      },
    );
}
