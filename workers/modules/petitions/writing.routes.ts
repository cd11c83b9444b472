import { Hono } from 'hono';
import * as v from 'valibot';
import {
  PetitionIdSchema,
  PetitionMovedSchema,
  ReturnPetitionStepSchema,
  SavePetitionSchema,
  SignPetitionSchema,
} from '#schema/contracts/petitions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { actOf, answerMoved, known } from './act.routes.ts';
import { filePetition, signForAnswer } from './usecases/file-petition.ts';
import {
  returnPetitionStep,
  signPetition,
  submitPetition,
  withdrawPetition,
} from './usecases/sign-petition.ts';
import { savePetition } from './usecases/write-petition.ts';

const ParamSchema = v.object({ id: PetitionIdSchema });
const moved = { 200: { schema: PetitionMovedSchema } };
const turn = [...known, 'approvals.not_open', 'approvals.not_current'] as const;

/** `/api/petitions`: written, signed and filed by the unit, which signs for the answer. */
export function createWritingRoutes() {
  return new Hono<TenantEnv>().route('/', createUnitRoutes()).route('/', createSigningRoutes());
}

function createUnitRoutes() {
  return new Hono<TenantEnv>()
    .put(
      '/:id',
      describe({
        permission: 'petitions.write',
        summary: { zh: '保存草稿', en: 'Save the draft' },
        responses: moved,
        errors: [...known, 'petitions.not_drafting', 'evidence.not_found'],
      }),
      validate('param', ParamSchema),
      validate('json', SavePetitionSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await savePetition({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/submit',
      describe({
        permission: 'petitions.write',
        summary: { zh: '提交主要负责人审签', en: 'Submit to the head of the unit' },
        responses: moved,
        errors: [...known, 'petitions.not_drafting', 'petitions.incomplete'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = await actOf(c, c.req.valid('param').id);
        return answerMoved(c, await submitPetition({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/file',
      describe({
        permission: 'petitions.write',
        summary: { zh: '报送（得到回执）', en: 'File it, and get a receipt' },
        responses: moved,
        errors: [...known, 'petitions.not_signed', 'petitions.incomplete'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = await actOf(c, c.req.valid('param').id);
        return answerMoved(c, await filePetition({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/sign-for',
      describe({
        permission: 'petitions.read',
        summary: { zh: '签收批复（答复）', en: 'Sign for the answer' },
        responses: moved,
        errors: [...known, 'petitions.not_answered'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = await actOf(c, c.req.valid('param').id);
        return answerMoved(c, await signForAnswer({ context: c.var.context, input }));
      },
    );
}

function createSigningRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/approval/sign',
      describe({
        permission: 'petitions.read',
        summary: {
          zh: '主要负责人审签（线上，或登记签字扫描件）',
          en: 'The head signs, on line or by a signed scan',
        },
        responses: moved,
        errors: [...turn, 'approvals.same_person', 'platform.own_work', 'evidence.not_found'],
      }),
      validate('param', ParamSchema),
      validate('json', SignPetitionSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await signPetition({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/approval/return',
      describe({
        permission: 'petitions.sign-off',
        summary: { zh: '退回拟稿人修改', en: 'Return to the drafter' },
        responses: moved,
        errors: [...turn, 'platform.own_work'],
      }),
      validate('param', ParamSchema),
      validate('json', ReturnPetitionStepSchema),
      async (c) => {
        const input = { ...(await actOf(c, c.req.valid('param').id)), ...c.req.valid('json') };
        return answerMoved(c, await returnPetitionStep({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/approval/withdraw',
      describe({
        permission: 'petitions.write',
        summary: { zh: '撤回审签以便修改', en: 'Withdraw the approval in order to edit' },
        responses: moved,
        errors: [...known, 'approvals.not_open'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = await actOf(c, c.req.valid('param').id);
        return answerMoved(c, await withdrawPetition({ context: c.var.context, input }));
      },
    );
}
