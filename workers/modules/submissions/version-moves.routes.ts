import { Hono } from 'hono';
import {
  MoveFilingsSchema,
  MovePlanQuerySchema,
  MovePlanSchema,
  MoveStepSchema,
  TakeMovesBackSchema,
  VersionMovesQuerySchema,
  VersionMovesSchema,
} from '#schema/contracts/version-moves.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { moveFilings, takeMovesBack } from './usecases/move-filings.ts';
import { listVersionMoves, planMove } from './usecases/plan-moves.ts';

const known = ['submissions.not_found'] as const;
const step = { 200: { schema: MoveStepSchema } };

/** `/api/submissions/version-moves`: filings of earlier versions, and the move to the one in force. */
export function createVersionMovesRoutes() {
  return new Hono<TenantEnv>().route('/', createPlanRoutes()).route('/', createMoveRoutes());
}

function createPlanRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/version-moves',
      describe({
        permission: 'campaigns.publish',
        summary: {
          zh: '仍按旧版方案填报的报送件',
          en: 'Filings that stand on earlier versions of a campaign',
        },
        responses: { 200: { schema: VersionMovesSchema } },
        errors: known,
      }),
      validate('query', VersionMovesQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listVersionMoves({ context: c.var.context, input }));
      },
    )
    .get(
      '/version-moves/plan',
      describe({
        permission: 'campaigns.publish',
        summary: {
          zh: '移到现行版的影响测算（不改动任何内容）',
          en: 'What moving filings to the version in force would do: a dry run',
        },
        responses: { 200: { schema: MovePlanSchema } },
        errors: known,
      }),
      validate('query', MovePlanQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await planMove({ context: c.var.context, input }));
      },
    );
}

function createMoveRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/version-moves',
      describe({
        permission: 'campaigns.publish',
        summary: {
          zh: '把报送件移到现行版（分步进行）',
          en: 'Move filings to the version in force, a step at a time',
        },
        responses: step,
        errors: [...known, 'submissions.version_superseded'],
      }),
      validate('json', MoveFilingsSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        return c.json(await moveFilings({ context: c.var.context, input }));
      },
    )
    .post(
      '/version-moves/taken-back',
      describe({
        permission: 'campaigns.publish',
        summary: {
          zh: '撤回移版，恢复移版前的内容（此后已改动的除外）',
          en: 'Take a move back; what was worked on since stays as it is',
        },
        responses: step,
        errors: known,
      }),
      validate('json', TakeMovesBackSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        return c.json(await takeMovesBack({ context: c.var.context, input }));
      },
    );
}
