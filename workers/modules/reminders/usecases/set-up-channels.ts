import { channelKinds } from '#schema/contracts/reminders.ts';
import type {
  Channel,
  ChannelKind,
  ChannelSetup,
  ChannelTest,
  Channels,
  SaveChannel,
} from '#schema/contracts/reminders.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { AuditFacts, Step } from '#workers/platform/database/change.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { DeliveryError } from '#workers/platform/messaging/message-channel.ts';
import type { DeliveryFault } from '#workers/platform/messaging/message-channel.ts';
import { portOf } from '#workers/platform/messaging/outward-hosts.ts';
import { listDeadLetters, retryDeadLetter } from '#workers/platform/outbox/dead-letters.ts';
import {
  findChannel,
  listChannels,
  readSettings,
  removeChannel,
  saveChannel,
  saveSettings,
  saveTest,
} from '../channels.repository.ts';
import type { StoredChannel } from '../channels.repository.ts';
import { listDeliveries } from '../messages.repository.ts';
import type { Messaging } from '../reminders-env.ts';
import { remindersErrors } from '../reminders.errors.ts';
import { MESSAGE_DUE } from '../reminders.events.ts';
import { aboutSecret, outgoing, sendBy } from './deliver-message.ts';

export type SetUpContext = TenantContext & { readonly messaging: Messaging };
type Requested<Input> = { context: SetUpContext; input: Input };

/** 消息通道: how each is set up, without its secret; what could not be delivered. */
export async function showChannels({ context }: { context: SetUpContext }): Promise<Channels> {
  assertCan(context.actor, 'reminders.configure', {});
  const { db } = context;
  const [settings, rows, letters] = await Promise.all([
    readSettings(db),
    listChannels(db),
    listDeadLetters(db),
  ]);
  const due = letters.filter(({ type }) => type === MESSAGE_DUE);
  const deliveries = await listDeliveries(
    db,
    due.map(({ subjectId }) => subjectId),
  );
  const known = new Map(deliveries.map((each) => [each.id, each]));
  return {
    settings,
    channels: channelKinds.map((kind) =>
      toChannel(
        context,
        kind,
        rows.find((row) => row.kind === kind),
      ),
    ),
    undelivered: due.map(({ id, subjectId, attempts, lastError, deadAt }) => {
      const delivery = known.get(subjectId);
      return {
        eventId: id,
        channel: delivery?.channel,
        category: delivery?.category,
        organizationName: delivery?.organizationName ?? undefined,
        attempts,
        reason: lastError ?? '',
        at: deadAt ?? 0,
      };
    }),
  };
}

function toChannel(
  { messaging }: SetUpContext,
  kind: ChannelKind,
  row: StoredChannel | undefined,
): Channel {
  if (row === undefined) {
    return { kind, hasSecret: false, enabled: false, allowed: false, version: 0 };
  }
  const { setup, sealedSecret, enabled, lastTest, version } = row;
  const { host, port } = placeOf(setup);
  return {
    kind,
    setup,
    hasSecret: sealedSecret !== null,
    enabled,
    allowed: messaging.outward.hosts.allows(host, port),
    ...(lastTest === null ? {} : { lastTest }),
    version,
  };
}

function placeOf(setup: ChannelSetup): { host: string; port: number } {
  if (setup.kind === 'email') return setup;
  const url = new URL(setup.url);
  return { host: url.hostname, port: portOf(url) };
}

/** Saves a channel; its secret is closed first and neither answered nor put on record. */
export async function setUpChannel(
  request: Requested<SaveChannel & { kind: ChannelKind; seenVersion: number }>,
): Promise<{ version: number }> {
  const { context, input } = request;
  assertCan(context.actor, 'reminders.configure', {});
  const { kind, setup, secret, enabled, seenVersion } = input;
  if (setup.kind !== kind) throw remindersErrors['reminders.other_kind']();
  const before = await findChannel(context.db, kind);
  const isOpen = setup.kind === 'email' && setup.username === undefined;
  if (secret === undefined && before?.sealedSecret == null && !isOpen) {
    throw remindersErrors['reminders.secret_wanted']();
  }
  const moved = before !== undefined && placeWords(before.setup) !== placeWords(setup);
  if (secret === undefined && moved && !isOpen) {
    // A kept secret goes to no other host than the one it was entered for.
    throw remindersErrors['reminders.secret_wanted']();
  }
  const sealedSecret =
    secret === undefined
      ? (before?.sealedSecret ?? null)
      : await context.messaging.box.seal(secret, aboutSecret(kind));
  const updatedAt = context.clock.now();
  const row = { kind, setup, sealedSecret, enabled, lastTest: null, updatedAt };
  await commit(context, [saveChannel(row, seenVersion)], {
    action: 'channel.save',
    subjectKind: 'channel',
    subjectId: kind,
    facts: { ...placeOf(setup), enabled, secretChanged: secret !== undefined },
  });
  return { version: seenVersion + 1 };
}

function placeWords(setup: ChannelSetup): string {
  const { host, port } = placeOf(setup);
  return `${host}:${port}`;
}

export async function dropChannel(
  request: Requested<{ kind: ChannelKind; seenVersion: number }>,
): Promise<void> {
  const { context, input } = request;
  assertCan(context.actor, 'reminders.configure', {});
  await commit(context, [removeChannel(input.kind, input.seenVersion)], {
    action: 'channel.remove',
    subjectKind: 'channel',
    subjectId: input.kind,
    facts: {},
  });
}

const faultWords: Readonly<Record<DeliveryFault, { zh: string; en: string }>> = {
  'not-allowed': {
    zh: '没有发出：本系统的部署没有允许连接这台主机（MESSAGE_HOSTS）。',
    en: 'Not sent: this installation does not allow that host (MESSAGE_HOSTS).',
  },
  unreachable: { zh: '没有发出：连接不上对方主机。', en: 'Not sent: the host cannot be reached.' },
  timeout: { zh: '没有发出：对方主机没有回应。', en: 'Not sent: the host does not answer.' },
  credentials: {
    zh: '没有发出：对方不接受用户名、口令或密钥。',
    en: 'Not sent: the user name, password or key is not accepted.',
  },
  rejected: { zh: '没有发出：对方拒收。', en: 'Not sent: it was rejected.' },
  redirected: {
    zh: '没有发出：对方要求转到别的地址，为安全起见不跟随。',
    en: 'Not sent: it asks to go to another address, which is not followed.',
  },
};

/** 发送测试消息: one real message to one address, with what came of it in words. */
export async function testChannel(
  request: Requested<{ kind: ChannelKind; to: string }>,
): Promise<ChannelTest> {
  const { context, input } = request;
  assertCan(context.actor, 'reminders.configure', {});
  const channel = await findChannel(context.db, input.kind);
  if (channel === undefined) throw remindersErrors['reminders.no_channel']();
  const message = {
    title: { zh: '测试消息', en: 'Test message' },
    body: { zh: '这是一条测试消息，无需处理。', en: 'This is a test message.' },
    href: '/messages',
    items: 0,
  };
  const place = { id: context.ids.next('dlv'), to: input.to };
  const result = await sendBy(context, channel, outgoing(context, message, place)).then(
    (detail) => ({
      arrived: true,
      words: { zh: '已发出，对方已接收。', en: 'Sent; the other side took it.' },
      detail,
    }),
    (error: unknown) => {
      if (!(error instanceof DeliveryError)) throw error;
      return { arrived: false, words: faultWords[error.fault], detail: error.detail };
    },
  );
  const test = { at: context.clock.now(), ...result };
  await commit(context, [saveTest(input.kind, test)], {
    action: 'channel.test',
    subjectKind: 'channel',
    subjectId: input.kind,
    facts: { arrived: test.arrived },
  });
  return test;
}

export async function configureReminders(
  request: Requested<{ digestAt: string; quietOnRestDays: boolean; seenVersion: number }>,
): Promise<{ version: number }> {
  const { context, input } = request;
  assertCan(context.actor, 'reminders.configure', {});
  const { seenVersion, ...set } = input;
  await commit(context, [saveSettings({ ...set, version: seenVersion })], {
    action: 'reminder.configure',
    subjectKind: 'reminder-settings',
    subjectId: context.tenant.slug,
    facts: set,
  });
  return { version: seenVersion + 1 };
}

/** A message that was given up goes on its way again. */
export async function resendMessage(request: Requested<{ id: string }>): Promise<void> {
  const { context, input } = request;
  assertCan(context.actor, 'reminders.configure', {});
  const letters = await listDeadLetters(context.db);
  if (!letters.some(({ id, type }) => id === input.id && type === MESSAGE_DUE)) {
    throw remindersErrors['reminders.not_undelivered']();
  }
  const actor = { kind: 'person' as const, id: context.actor.personId };
  await commitOrThrow(
    context.writer,
    retryDeadLetter({ id: input.id, actor, at: context.clock.now() }),
  );
}

async function commit(
  { writer, actor, clock }: SetUpContext,
  steps: Step[],
  audit: Omit<AuditFacts, 'actor' | 'at'>,
): Promise<void> {
  await commitOrThrow(writer, {
    steps,
    audit: { ...audit, actor: { kind: 'person', id: actor.personId }, at: clock.now() },
  });
}
