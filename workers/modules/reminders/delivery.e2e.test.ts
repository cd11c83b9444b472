import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelKind } from '#schema/contracts/reminders.ts';
import { createMessaging } from '#workers/app/tenant-messaging.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { DeliveryError } from '#workers/platform/messaging/message-channel.ts';
import { parseOutwardHosts } from '#workers/platform/messaging/outward-hosts.ts';
import { startReceiver } from '#workers/platform/messaging/testing/receiver.fixtures.ts';
import type { Receiver } from '#workers/platform/messaging/testing/receiver.fixtures.ts';
import { removeContact, saveChannel, saveContact } from './channels.repository.ts';
import { insertDeliveries, insertMessages } from './messages.repository.ts';
import { deliveriesOf, markOfEvent } from './reminders.fixtures.ts';
import { aboutContact, aboutSecret, deliverMessage } from './usecases/deliver-message.ts';
import type { DeliveryContext } from './usecases/deliver-message.ts';

let world: TestApp;
let receiver: Receiver;
let context: DeliveryContext;

beforeEach(async () => {
  receiver = await startReceiver();
  world = await createTestApp();
  const { database, profile } = world.site;
  const hosts = parseOutwardHosts(`127.0.0.1:${receiver.port}`);
  const messaging = createMessaging(
    {
      keyRing: { keyFor: async () => database.address.key },
      outward: { hosts, send: globalThis.fetch, timeoutMs: 300 },
      baseHost: 'qingfeng.example',
    },
    { slug: 'dong', hosts: [] },
  );
  context = { ...database, tenant: profile, messaging, evidence: undefined as never };
  await setUp();
});
afterEach(() => Promise.all([world.close(), receiver.close()]));

const personId = () => world.site.people['clerk'] ?? '';
async function commit(steps: Parameters<DeliveryContext['writer']['commit']>[0]['steps']) {
  const outcome = await context.writer.commit({
    steps,
    audit: {
      action: 'channel.save',
      actor: { kind: 'system', id: 'test' },
      subjectKind: 'channel',
      subjectId: 'webhook',
      at: context.clock.now(),
      facts: {},
    },
  });
  expect(outcome.status).toBe('committed');
}

/** A webhook that is open, an address, and three messages on their way. */
async function setUp(): Promise<void> {
  const { box } = context.messaging;
  const contact = { personId: personId(), kind: 'account' as const };
  const at = context.clock.now();
  await commit([
    saveChannel(
      {
        kind: 'webhook',
        setup: { kind: 'webhook', url: `${receiver.url}/in` },
        sealedSecret: await box.seal('k', aboutSecret('webhook')),
        enabled: true,
        lastTest: null,
        updatedAt: at,
      },
      0,
    ),
    saveContact({
      ...contact,
      sealed: await box.seal('zhang.san', aboutContact(contact)),
      masked: 'z***',
      enteredBy: 'self',
      updatedAt: at,
    }),
    ...insertMessages(
      [1, 2, 3].map((each) => ({
        id: `msg_${each}`,
        personId: personId(),
        category: 'urged' as const,
        occasion: `urge:${each}`,
        title: { zh: '催办', en: 'Urged' },
        body: { zh: '请报送', en: 'Please file' },
        href: '/',
        items: 1,
        at,
      })),
    ),
    ...insertDeliveries(
      [1, 2, 3].map((each) => ({
        id: `dlv_${each}`,
        messageId: `msg_${each}`,
        personId: personId(),
        channel: 'webhook' as const,
        state: 'queued' as const,
        sentAt: null,
      })),
    ),
  ]);
}

async function deliver(each: number, broken = new Map<ChannelKind, DeliveryError>()) {
  const mark = await markOfEvent(world, 'reminders.deliver');
  return deliverMessage(context, { deliveryId: `dlv_${each}`, mark, broken });
}
const states = async () => (await deliveriesOf(world)).map(({ state }) => state).toSorted();

describe('a message on its way', () => {
  it('is opened only here, arrives, and is put down as sent', async () => {
    await deliver(1);
    const [got] = receiver.received;
    expect(JSON.parse(got?.body ?? '')).toEqual({
      id: 'dlv_1',
      to: 'zhang.san',
      title: '催办',
      text: '请报送',
      link: 'https://dong.qingfeng.example/',
    });
    expect(await states()).toEqual(['queued', 'queued', 'sent']);
  });

  it('that was sent is not sent again under another event', async () => {
    await deliver(1);
    const mark = await markOfEvent(world, 'reminders.deliver');
    await deliverMessage(context, { deliveryId: 'dlv_1', mark, broken: new Map() });
    expect(receiver.received).toHaveLength(1);
  });

  it('is dropped when its person has taken the address away', async () => {
    await commit([removeContact({ personId: personId(), kind: 'account' })]);
    await deliver(1);
    expect(receiver.received).toEqual([]);
    expect(await states()).toEqual(['dropped', 'queued', 'queued']);
  });

  it('that nobody knows is put aside without a sound', async () => {
    const mark = await markOfEvent(world, 'reminders.deliver');
    await deliverMessage(context, { deliveryId: 'dlv_none', mark, broken: new Map() });
    expect(receiver.received).toEqual([]);
    expect(await states()).toEqual(['queued', 'queued', 'queued']);
  });

  it('stays queued when it fails, with what stood in the way', async () => {
    receiver.answerWith((response) => response.writeHead(500).end('broken'));
    await expect(deliver(1)).rejects.toThrow('rejected: HTTP 500 broken');
    expect(await states()).toEqual(['queued', 'queued', 'queued']);
  });
});

describe('a channel that answers nobody', () => {
  it('is asked once for all that wait, not once for each', async () => {
    receiver.answerWith(() => undefined);
    const broken = new Map<ChannelKind, DeliveryError>();
    for (const each of [1, 2, 3]) await expect(deliver(each, broken)).rejects.toThrow('timeout');
    expect(receiver.received).toHaveLength(1);
  });

  it('that refuses one address is still asked for the next', async () => {
    const broken = new Map<ChannelKind, DeliveryError>();
    receiver.answerWith((response) => response.writeHead(422).end());
    await expect(deliver(1, broken)).rejects.toThrow('rejected');
    receiver.answerWith((response) => response.end('{}'));
    await deliver(2, broken);
    expect(receiver.received).toHaveLength(2);
    expect(await states()).toEqual(['queued', 'queued', 'sent']);
  });
});
