import { Hono } from 'hono';
import * as v from 'valibot';
import {
  AnswerPetitionSchema,
  InstructPetitionSchema,
  PetitionIdSchema,
  PetitionMovedSchema,
  ProposePetitionSchema,
  ReasonedPetitionSchema,
} from '#schema/contracts/petitions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { actOf, answerMoved, known } from './act.routes.ts';
import {
  answerPetition,
  instructPetition,
  proposePetition,
  returnPetition,
} from './usecases/handle-petition.ts';

const ParamSchema = v.object({ id: PetitionIdSchema });
const moved = { 200: { schema: PetitionMovedSchema } };
const errors = [...known, 'petitions.not_open', 'platform.recused'] as const;

/** `/api/petitions`: 拟办, 批示, 批复 or 退回, by the office it went to. */
export function createHandlingRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createPreparingRoutes())
    .route('/', createDecidingRoutes());
}

function createPreparingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/return',
      describe({
        permission: 'petitions.handle',
        summary: { zh: '退回报送单位（说明理由）', en: 'Return to the unit with the reason' },
        responses: moved,
        errors,
      }),
      validate('param', ParamSchema),
      validate('json', ReasonedPetitionSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await returnPetition({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/opinion',
      describe({
        permission: 'petitions.handle',
        summary: { zh: '写拟办意见，送领导批示', en: 'Propose, and put it before a leader' },
        responses: moved,
        errors,
      }),
      validate('param', ParamSchema),
      validate('json', ProposePetitionSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await proposePetition({ context: c.var.context, input }));
      },
    );
}

function createDecidingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/instruction',
      describe({
        permission: 'petitions.oversee',
        summary: {
          zh: '批示（线上，或登记纸质批示扫描件），可限定办理日期',
          en: 'A leader’s instruction, on line or from paper, with a day where one is set',
        },
        responses: moved,
        errors: [...errors, 'petitions.due_in_the_past', 'platform.own_work', 'evidence.not_found'],
      }),
      validate('param', ParamSchema),
      validate('json', InstructPetitionSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await instructPetition({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/answer',
      describe({
        permission: 'petitions.handle',
        summary: { zh: '批复（答复）报送单位', en: 'Answer the unit' },
        responses: moved,
        errors: [...errors, 'petitions.instruction_wanted'],
      }),
      validate('param', ParamSchema),
      validate('json', AnswerPetitionSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await answerPetition({ context: c.var.context, input }));
      },
    );
}
