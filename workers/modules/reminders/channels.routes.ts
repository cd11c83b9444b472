import { Hono } from 'hono';
import * as v from 'valibot';
import {
  ChannelKindSchema,
  ChannelTestSchema,
  ChannelsSchema,
  ContactKindSchema,
  MadeSchema,
  SaveChannelSchema,
  SaveContactSchema,
  SaveReminderSettingsSchema,
  TestChannelSchema,
} from '#schema/contracts/reminders.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { validate } from '#workers/platform/http/validate.ts';
import type { RemindersEnv } from './reminders-env.ts';
import { recordContact } from './usecases/choose-reception.ts';
import {
  configureReminders,
  dropChannel,
  resendMessage,
  setUpChannel,
  showChannels,
  testChannel,
} from './usecases/set-up-channels.ts';

const KindParamSchema = v.object({ kind: ChannelKindSchema });
const PersonParamSchema = v.object({ personId: v.string(), kind: ContactKindSchema });
const EventParamSchema = v.object({ id: v.string() });
/** 0 where nothing was ever saved, which an If-Match cannot say. */
const SeenSchema = v.object({
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
});
const permission = 'reminders.configure';

type Variables = RemindersEnv['Variables'];
const contextOf = ({ context, messaging }: Pick<Variables, 'context' | 'messaging'>) => ({
  ...context,
  messaging,
});

/** 消息通道, for the system administrator. */
export function createChannelRoutes() {
  return new Hono<RemindersEnv>()
    .route('/', createSettingRoutes())
    .route('/', createKindRoutes())
    .route('/', createMendingRoutes());
}

function createSettingRoutes() {
  return new Hono<RemindersEnv>()
    .get(
      '/channels',
      describe({
        permission,
        summary: {
          zh: '消息通道、提醒设置和未送达的消息',
          en: 'Channels, reminder settings, and what could not be delivered',
        },
        responses: { 200: { schema: ChannelsSchema } },
      }),
      async (c) => c.json(await showChannels({ context: contextOf(c.var) })),
    )
    .put(
      '/settings',
      describe({
        permission,
        summary: { zh: '设置每日摘要时间和休息日', en: 'Set the digest’s hour and rest days' },
        responses: { 200: { schema: MadeSchema } },
        errors: ['platform.stale_version'],
      }),
      validate('query', SeenSchema),
      validate('json', SaveReminderSettingsSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), seenVersion: c.req.valid('query').version };
        return c.json(await configureReminders({ context: contextOf(c.var), input }));
      },
    );
}

function createKindRoutes() {
  return new Hono<RemindersEnv>()
    .put(
      '/channels/:kind',
      describe({
        permission,
        summary: { zh: '设置一个消息通道', en: 'Set up a channel' },
        responses: { 200: { schema: MadeSchema } },
        errors: ['platform.stale_version', 'reminders.other_kind', 'reminders.secret_wanted'],
      }),
      validate('param', KindParamSchema),
      validate('query', SeenSchema),
      validate('json', SaveChannelSchema),
      async (c) => {
        const seenVersion = c.req.valid('query').version;
        const input = { ...c.req.valid('param'), ...c.req.valid('json'), seenVersion };
        return c.json(await setUpChannel({ context: contextOf(c.var), input }));
      },
    )
    .delete(
      '/channels/:kind',
      describe({
        permission,
        summary: { zh: '移除一个消息通道', en: 'Remove a channel' },
        responses: { 204: {} },
        errors: ['platform.stale_version'],
      }),
      validate('param', KindParamSchema),
      validate('query', SeenSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), seenVersion: c.req.valid('query').version };
        await dropChannel({ context: contextOf(c.var), input });
        return c.body(null, 204);
      },
    )
    .post(
      '/channels/:kind/test',
      describe({
        permission,
        summary: { zh: '发送测试消息', en: 'Send a test message' },
        responses: { 200: { schema: ChannelTestSchema } },
        errors: ['reminders.no_channel'],
      }),
      validate('param', KindParamSchema),
      validate('json', TestChannelSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        return c.json(await testChannel({ context: contextOf(c.var), input }));
      },
    );
}

function createMendingRoutes() {
  return new Hono<RemindersEnv>()
    .post(
      '/undelivered/:id/resend',
      describe({
        permission,
        summary: { zh: '重新发送未送达的消息', en: 'Send an undelivered message again' },
        responses: { 204: {} },
        errors: ['reminders.not_undelivered'],
      }),
      validate('param', EventParamSchema),
      async (c) => {
        await resendMessage({ context: contextOf(c.var), input: c.req.valid('param') });
        return c.body(null, 204);
      },
    )
    .put(
      '/people/:personId/contacts/:kind',
      describe({
        permission,
        summary: {
          zh: '代为登记联系方式（加密保存）',
          en: 'Enter a person’s address, kept closed',
        },
        responses: { 204: {} },
        errors: ['reminders.bad_contact', 'reminders.unknown_person'],
      }),
      validate('param', PersonParamSchema),
      validate('json', SaveContactSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        await recordContact({ context: contextOf(c.var), input });
        return c.body(null, 204);
      },
    );
}
