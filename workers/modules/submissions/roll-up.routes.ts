import { Hono } from 'hono';
import { RollUpTableSchema, TakeSumsSchema } from '#schema/contracts/roll-up.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { MovedSchema, SubmissionParamSchema } from './sign-off.routes.ts';
import { showRollUp } from './usecases/show-roll-up.ts';
import { takeSums } from './usecases/take-sums.ts';

/** `/api/submissions/{id}/roll-up`: 汇总上报. */
export function createRollUpRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/:id/roll-up',
      describe({
        permission: 'submissions.read',
        summary: {
          zh: '汇总表：下级各单位的数、状态与汇总数（截至现在）',
          en: 'The roll-up: cells of the units below and sums, as of now',
        },
        responses: { 200: { schema: RollUpTableSchema } },
        errors: ['submissions.not_found', 'submissions.no_roll_up'],
      }),
      validate('param', SubmissionParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await showRollUp({ context: c.var.context, input }));
      },
    )
    .put(
      '/:id/roll-up',
      describe({
        permission: 'submissions.fill',
        summary: {
          zh: '更新汇总数；调整的数逐项写明原因',
          en: 'Take the sums; each adjusted figure with its reason',
        },
        responses: { 200: { schema: MovedSchema } },
        errors: [
          'submissions.not_found',
          'submissions.no_roll_up',
          'submissions.not_editable',
          'submissions.unknown_figure',
          'platform.invalid_input',
        ],
      }),
      validate('param', SubmissionParamSchema),
      validate('json', TakeSumsSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), requestKey };
        return c.json(await takeSums({ context: c.var.context, input }));
      },
    );
}
