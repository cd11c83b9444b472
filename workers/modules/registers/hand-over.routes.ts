import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import {
  HandBackEntrySchema,
  HandOverEntrySchema,
  SignForEntrySchema,
  WithdrawHandOverSchema,
} from '#schema/contracts/register-hand-over.ts';
import { EntryIdSchema, EntryMadeSchema } from '#schema/contracts/registers.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import type { EntryMade } from './usecases/commit-entry.ts';
import {
  handBackEntry,
  handOverEntry,
  signForEntry,
  withdrawHandOver,
} from './usecases/hand-over-entry.ts';

const EntryParamSchema = v.object({ id: EntryIdSchema });

const responses = { 200: { schema: EntryMadeSchema } };
const errors = [
  'registers.not_found',
  'registers.refused',
  'platform.out_of_range',
  'platform.recused',
  'platform.precondition_required',
  'platform.stale_version',
] as const;

async function actOf(c: Context<TenantEnv>, id: string) {
  return { id, seenVersion: requireIfMatch(c), requestKey: await readRequestKey(c) };
}

function answerWith(c: Context<TenantEnv>, answer: EntryMade) {
  setETag(c, answer.version);
  return c.json(answer);
}

/** 首接负责: handing an entry over, signing for it, handing it back. */
export function createHandOverRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createHandingRoutes())
    .route('/', createReturningRoutes());
}

function createHandingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/entries/:id/hand-over',
      describe({
        permission: 'registers.read',
        summary: {
          zh: '转办、交办、转送或移送（签收以前仍由原岗位负责）',
          en: 'Hand over; the duty stays until somebody else has signed for it',
        },
        responses,
        errors: [...errors],
      }),
      validate('param', EntryParamSchema),
      validate('json', HandOverEntrySchema),
      async (c) => {
        const act = await actOf(c, c.req.valid('param').id);
        const input = { ...act, ...c.req.valid('json') };
        return answerWith(c, await handOverEntry({ context: c.var.context, input }));
      },
    )
    .post(
      '/entries/:id/receipt',
      describe({
        permission: 'registers.read',
        summary: { zh: '签收（外部机关登记回执）', en: 'Sign for it, or put a receipt on record' },
        responses,
        errors: [...errors],
      }),
      validate('param', EntryParamSchema),
      validate('json', SignForEntrySchema),
      async (c) => {
        const act = await actOf(c, c.req.valid('param').id);
        const input = { ...act, ...c.req.valid('json') };
        return answerWith(c, await signForEntry({ context: c.var.context, input }));
      },
    );
}

function createReturningRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/entries/:id/hand-back',
      describe({
        permission: 'registers.read',
        summary: { zh: '退回（写明理由和依据）', en: 'Hand back, with reason and basis' },
        responses,
        errors: [...errors],
      }),
      validate('param', EntryParamSchema),
      validate('json', HandBackEntrySchema),
      async (c) => {
        const act = await actOf(c, c.req.valid('param').id);
        const input = { ...act, ...c.req.valid('json') };
        return answerWith(c, await handBackEntry({ context: c.var.context, input }));
      },
    )
    .post(
      '/entries/:id/withdrawal',
      describe({
        permission: 'registers.read',
        summary: { zh: '撤回尚未签收的转出', en: 'Withdraw what nobody has signed for' },
        responses,
        errors: [...errors],
      }),
      validate('param', EntryParamSchema),
      validate('json', WithdrawHandOverSchema),
      async (c) => {
        const act = await actOf(c, c.req.valid('param').id);
        const input = { ...act, ...c.req.valid('json') };
        return answerWith(c, await withdrawHandOver({ context: c.var.context, input }));
      },
    );
}
