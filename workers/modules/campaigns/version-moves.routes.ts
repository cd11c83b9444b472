import { Hono } from 'hono';
import {
  MoveOrderSchema,
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
import { moveVersions, takeMovesBack } from './usecases/move-versions.ts';
import { listVersionMoves, planMove } from './usecases/plan-moves.ts';
import type { Mover } from './usecases/plan-moves.ts';

type Words = { zh: string; en: string };
export type MoveSummaries = Record<'list' | 'plan' | 'move' | 'takeBack', Words>;

const known = ['campaigns.not_found'] as const;
const step = { 200: { schema: MoveStepSchema } };

/** `…/version-moves`: what stands on earlier versions, the dry run, and the move to the one in force. */
export function createVersionMovesRoutes(mover: Mover, summaries: MoveSummaries) {
  return new Hono<TenantEnv>()
    .route('/', createPlanRoutes(mover, summaries))
    .route('/', createMoveRoutes(mover, summaries));
}

function createPlanRoutes(mover: Mover, summaries: MoveSummaries) {
  return new Hono<TenantEnv>()
    .get(
      '/version-moves',
      describe({
        permission: 'campaigns.publish',
        summary: summaries.list,
        responses: { 200: { schema: VersionMovesSchema } },
        errors: known,
      }),
      validate('query', VersionMovesQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listVersionMoves(mover, { context: c.var.context, input }));
      },
    )
    .get(
      '/version-moves/plan',
      describe({
        permission: 'campaigns.publish',
        summary: summaries.plan,
        responses: { 200: { schema: MovePlanSchema } },
        errors: [...known, 'campaigns.version_superseded'],
      }),
      validate('query', MovePlanQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await planMove(mover, { context: c.var.context, input }));
      },
    );
}

function createMoveRoutes(mover: Mover, summaries: MoveSummaries) {
  return new Hono<TenantEnv>()
    .post(
      '/version-moves',
      describe({
        permission: 'campaigns.publish',
        summary: summaries.move,
        responses: step,
        errors: [...known, 'campaigns.version_superseded'],
      }),
      validate('json', MoveOrderSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        return c.json(await moveVersions(mover, { context: c.var.context, input }));
      },
    )
    .post(
      '/version-moves/taken-back',
      describe({
        permission: 'campaigns.publish',
        summary: summaries.takeBack,
        responses: step,
        errors: known,
      }),
      validate('json', TakeMovesBackSchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        return c.json(await takeMovesBack(mover, { context: c.var.context, input }));
      },
    );
}
