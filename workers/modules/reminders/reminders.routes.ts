import { Hono } from 'hono';
import * as v from 'valibot';
import {
  ContactKindSchema,
  InboxSchema,
  ReceptionSchema,
  SaveContactSchema,
  SaveReceptionSchema,
  UrgePreviewSchema,
  UrgeSchema,
  UrgedSchema,
  WaitingCountSchema,
} from '#schema/contracts/reminders.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { createChannelRoutes } from './channels.routes.ts';
import type { RemindersEnv } from './reminders-env.ts';
import {
  chooseReception,
  forgetContact,
  recordContact,
  showReception,
} from './usecases/choose-reception.ts';
import { countWaiting, showInbox } from './usecases/show-inbox.ts';
import { previewUrge, urgeUnits } from './usecases/urge-units.ts';

const ContactParamSchema = v.object({ kind: ContactKindSchema });

/** `/api/reminders`: what waits for a person, 催办, and by which way people are told. */
export function createRemindersRoutes() {
  return new Hono<RemindersEnv>()
    .route('/', createInboxRoutes())
    .route('/', createUrgingRoutes())
    .route('/', createReceptionRoutes())
    .route('/', createChannelRoutes());
}

function createInboxRoutes() {
  return new Hono<RemindersEnv>()
    .get(
      '/waiting',
      describe({
        permission: 'signed-in',
        summary: { zh: '我的待办件数', en: 'How many items wait for me' },
        responses: { 200: { schema: WaitingCountSchema } },
      }),
      async (c) => c.json(await countWaiting({ context: c.var.context })),
    )
    .get(
      '/inbox',
      describe({
        permission: 'signed-in',
        summary: { zh: '我的消息：待办和近30日消息', en: 'What waits for me, and my messages' },
        responses: { 200: { schema: InboxSchema } },
      }),
      async (c) => c.json(await showInbox({ context: c.var.context })),
    );
}

const urgeErrors = ['reminders.nothing_named', 'reminders.not_found'] as const;

function createUrgingRoutes() {
  return new Hono<RemindersEnv>()
    .post(
      '/urges/preview',
      describe({
        permission: 'reminders.urge',
        summary: { zh: '催办预览：文字、单位和联络员', en: 'What urging would send, and to whom' },
        responses: { 200: { schema: UrgePreviewSchema } },
        errors: urgeErrors,
      }),
      validate('json', UrgeSchema),
      async (c) => {
        const input = c.req.valid('json');
        return c.json(await previewUrge({ context: c.var.context, input }));
      },
    )
    .post(
      '/urges',
      describe({
        permission: 'reminders.urge',
        summary: {
          zh: '催办（每家单位每个工作日一次）',
          en: 'Urge units, each at most once a working day',
        },
        responses: { 200: { schema: UrgedSchema } },
        errors: [...urgeErrors, 'reminders.rest_day', 'reminders.urged_meanwhile'],
      }),
      validate('json', UrgeSchema),
      async (c) => {
        const input = c.req.valid('json');
        return c.json(await urgeUnits({ context: c.var.context, input }));
      },
    );
}

function createReceptionRoutes() {
  return new Hono<RemindersEnv>()
    .get(
      '/reception',
      describe({
        permission: 'signed-in',
        summary: { zh: '我的消息接收方式', en: 'How I receive messages' },
        responses: { 200: { schema: ReceptionSchema } },
      }),
      async (c) => c.json(await showReception({ context: c.var.context })),
    )
    .put(
      '/reception',
      describe({
        permission: 'signed-in',
        summary: { zh: '选择消息接收方式', en: 'Choose how I receive messages' },
        responses: { 200: { schema: ReceptionSchema } },
        errors: ['reminders.not_offered', 'reminders.contact_wanted'],
      }),
      validate('json', SaveReceptionSchema),
      async (c) => {
        const input = c.req.valid('json');
        return c.json(await chooseReception({ context: c.var.context, input }));
      },
    )
    .put(
      '/contacts/:kind',
      describe({
        permission: 'signed-in',
        summary: { zh: '填写我的联系方式（加密保存）', en: 'Enter my address, kept closed' },
        responses: { 204: {} },
        errors: ['reminders.bad_contact'],
      }),
      validate('param', ContactParamSchema),
      validate('json', SaveContactSchema),
      async (c) => {
        const context = { ...c.var.context, messaging: c.var.messaging };
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        await recordContact({ context, input });
        return c.body(null, 204);
      },
    )
    .delete(
      '/contacts/:kind',
      describe({
        permission: 'signed-in',
        summary: { zh: '移除我的联系方式', en: 'Remove my address' },
        responses: { 204: {} },
        errors: ['reminders.no_contact'],
      }),
      validate('param', ContactParamSchema),
      async (c) => {
        await forgetContact({ context: c.var.context, input: c.req.valid('param') });
        return c.body(null, 204);
      },
    );
}
