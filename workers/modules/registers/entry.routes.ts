import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import {
  EditEntrySchema,
  EntryIdSchema,
  EntryMadeSchema,
  EntryMovedSchema,
  EntrySourceSchema,
  LinkEntrySchema,
  RecheckEntrySchema,
  RecordEntrySchema,
  SplitEntrySchema,
  TakeStepSchema,
} from '#schema/contracts/registers.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { editEntry } from './usecases/edit-entry.ts';
import { recheckEntry } from './usecases/recheck-entry.ts';
import { recordEntry } from './usecases/record-entry.ts';
import { takeStep } from './usecases/take-step.ts';
import { addSource, linkEntry, splitEntry } from './usecases/tie-entry.ts';

const EntryParamSchema = v.object({ id: EntryIdSchema });
const moved = { 200: { schema: EntryMadeSchema } };
const versioned = ['platform.precondition_required', 'platform.stale_version'] as const;
const office = ['registers.not_found', 'platform.out_of_range', 'platform.recused'] as const;

/** What every act on an entry carries: the version that was seen, and the caller's own key. */
async function actOf(c: Context<TenantEnv>, id: string) {
  return { id, seenVersion: requireIfMatch(c), requestKey: await readRequestKey(c) };
}

/** What is done with entries. */
export function createEntryRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createRecordingRoutes())
    .route('/', createSteppingRoutes())
    .route('/', createTyingRoutes());
}

function createRecordingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/entries',
      describe({
        permission: 'registers.record',
        summary: { zh: '登记一件', en: 'Put an entry on record' },
        responses: { 201: { schema: EntryMovedSchema } },
        errors: [
          'registers.unknown_register',
          'registers.unknown_unit',
          'registers.unknown_channel',
          'registers.known_source',
          'registers.not_recorder',
          'registers.master_only',
          'platform.out_of_range',
          'platform.recused',
        ],
      }),
      validate('json', RecordEntrySchema),
      async (c) => {
        const requestKey = await readRequestKey(c);
        const input = { ...c.req.valid('json'), requestKey };
        const answer = await recordEntry({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer, 201);
      },
    )
    .patch(
      '/entries/:id',
      describe({
        permission: 'registers.record',
        summary: {
          zh: '修改登记内容（开始办理以前）',
          en: 'Put right what was recorded, before handling begins',
        },
        responses: moved,
        errors: [...office, ...versioned, 'registers.not_editable'],
      }),
      validate('param', EntryParamSchema),
      validate('json', EditEntrySchema),
      async (c) => {
        const act = await actOf(c, c.req.valid('param').id);
        const input = { ...act, ...c.req.valid('json') };
        const answer = await editEntry({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    );
}

function createSteppingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/entries/:id/steps',
      describe({
        permission: 'registers.read',
        summary: {
          zh: '办理一步（认领、申请销号、复核销号、延期、合并等）',
          en: 'Take a step: claim, apply for closing, verify and close, extend, merge',
        },
        responses: moved,
        errors: [...office, ...versioned, 'registers.refused'],
      }),
      validate('param', EntryParamSchema),
      validate('json', TakeStepSchema),
      async (c) => {
        const act = await actOf(c, c.req.valid('param').id);
        const input = { ...act, ...c.req.valid('json') };
        const answer = await takeStep({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    )
    .post(
      '/entries/:id/rechecks',
      describe({
        permission: 'registers.decide',
        summary: {
          zh: '回头看：已巩固、反弹或整改不实',
          en: 'Look again at what is closed: held, came back, or was not true',
        },
        responses: moved,
        errors: [...office, ...versioned, 'registers.refused'],
      }),
      validate('param', EntryParamSchema),
      validate('json', RecheckEntrySchema),
      async (c) => {
        const act = await actOf(c, c.req.valid('param').id);
        const input = { ...act, ...c.req.valid('json') };
        const answer = await recheckEntry({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    );
}

function createTyingRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/entries/:id/sources',
      describe({
        permission: 'registers.decide',
        summary: { zh: '补记一个来源', en: 'Add a source' },
        responses: moved,
        errors: [...office, ...versioned, 'registers.unknown_channel'],
      }),
      validate('param', EntryParamSchema),
      validate('json', EntrySourceSchema),
      async (c) => {
        const act = await actOf(c, c.req.valid('param').id);
        const input = { ...act, ...c.req.valid('json') };
        const answer = await addSource({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    )
    .post(
      '/entries/:id/links',
      describe({
        permission: 'registers.decide',
        summary: { zh: '关联另一件', en: 'Link another entry' },
        responses: moved,
        errors: [...office, ...versioned, 'registers.unknown_link'],
      }),
      validate('param', EntryParamSchema),
      validate('json', LinkEntrySchema),
      async (c) => {
        const act = await actOf(c, c.req.valid('param').id);
        const input = { ...act, ...c.req.valid('json') };
        const answer = await linkEntry({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    )
    .post(
      '/entries/:id/parts',
      describe({
        permission: 'registers.decide',
        summary: { zh: '拆分出一件', en: 'Split a part off' },
        responses: moved,
        errors: [...office, ...versioned, 'registers.refused'],
      }),
      validate('param', EntryParamSchema),
      validate('json', SplitEntrySchema),
      async (c) => {
        const act = await actOf(c, c.req.valid('param').id);
        const input = { ...act, ...c.req.valid('json') };
        const answer = await splitEntry({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    );
}
