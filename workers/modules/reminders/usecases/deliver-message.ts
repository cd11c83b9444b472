import type { ChannelKind } from '#schema/contracts/reminders.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { DeliveryError } from '#workers/platform/messaging/message-channel.ts';
import type { OutgoingMessage } from '#workers/platform/messaging/message-channel.ts';
import { openChannel } from '#workers/platform/messaging/open-channel.ts';
import { findChannel, findContact } from '../channels.repository.ts';
import type { StoredChannel } from '../channels.repository.ts';
import { endDelivery, findDelivery } from '../messages.repository.ts';
import type { StoredMessage } from '../messages.repository.ts';
import type { Messaging } from '../reminders-env.ts';
import { contactFor, findSmsFault, smsParameters } from '../reminders.domain.ts';

export type DeliveryContext = TenantJobContext & { readonly messaging: Messaging };

/** What a channel's secret and a person's address are closed as. */
export const aboutSecret = (kind: string): string => `channel:${kind}`;
export const aboutContact = ({ personId, kind }: { personId: string; kind: string }): string =>
  `contact:${personId}:${kind}`;

/** Sends one message by a channel that is set up, to an address that is opened only here. */
export async function sendBy(
  { messaging, clock }: Pick<DeliveryContext, 'messaging' | 'clock'>,
  channel: Pick<StoredChannel, 'setup' | 'sealedSecret' | 'kind'>,
  message: OutgoingMessage,
): Promise<string> {
  const { box, outward } = messaging;
  const { sealedSecret, setup, kind } = channel;
  const secret = sealedSecret === null ? '' : await box.open(sealedSecret, aboutSecret(kind));
  if (kind === 'sms') {
    const fault = findSmsFault(message.parameters);
    if (fault !== undefined) throw new DeliveryError('rejected', `SMS not sent: ${fault}`);
  }
  return openChannel(outward, { setup, secret, clock }).send(message);
}

/** Delivers a message outside, or drops it where its way is closed meanwhile. */
export async function deliverMessage(
  context: DeliveryContext,
  input: { deliveryId: string; mark: Step; broken: Map<ChannelKind, DeliveryError> },
): Promise<void> {
  const { db, messaging, clock } = context;
  const found = await findDelivery(db, input.deliveryId);
  const channel = found && (await findChannel(db, found.delivery.channel));
  const contact =
    found &&
    (await findContact(db, {
      personId: found.delivery.personId,
      kind: contactFor(found.delivery.channel),
    }));
  if (found?.delivery.state !== 'queued' || !channel?.enabled || contact === undefined) {
    return end(context, input, found === undefined ? undefined : 'dropped');
  }
  const known = input.broken.get(channel.kind);
  if (known !== undefined) throw known;
  const to = await messaging.box.open(contact.sealed, aboutContact(contact));
  try {
    await sendBy(context, channel, outgoing(context, found.message, { id: input.deliveryId, to }));
  } catch (error) {
    const failure = withoutAddress(error, to);
    if (isWholeChannel(failure)) input.broken.set(channel.kind, failure);
    throw failure;
  }
  return end(context, input, 'sent', clock.now());
}

/** What a gateway answers may repeat the address; why it failed stays on record, whom it was for not. */
function withoutAddress<Failure>(error: Failure, to: string): Failure | DeliveryError {
  if (!(error instanceof DeliveryError) || to === '' || !error.detail.includes(to)) return error;
  return new DeliveryError(error.fault, error.detail.replaceAll(to, '＊'));
}

/** A channel that answers nobody is not asked again for every further message. */
function isWholeChannel(error: unknown): error is DeliveryError {
  return error instanceof DeliveryError && error.fault !== 'rejected';
}

export function outgoing(
  { tenant, messaging }: Pick<DeliveryContext, 'tenant' | 'messaging'>,
  message: Pick<StoredMessage, 'title' | 'body' | 'href' | 'items'>,
  place: { id: string; to: string },
): OutgoingMessage {
  const title = tenant.branding.title;
  const site = typeof title === 'string' ? title : title.zh;
  return {
    ...place,
    title: message.title.zh,
    text: message.body.zh,
    link: `${messaging.siteUrl}${message.href}`,
    parameters: smsParameters(site, message.items),
  };
}

async function end(
  { writer, clock }: DeliveryContext,
  { deliveryId, mark }: { deliveryId: string; mark: Step },
  state: 'sent' | 'dropped' | undefined,
  sentAt: number | null = null,
): Promise<void> {
  const steps = state === undefined ? [] : [endDelivery(deliveryId, { state, sentAt })];
  await commitOrThrow(writer, {
    steps: [mark, ...steps],
    audit: {
      action: 'notification.send',
      actor: { kind: 'system', id: 'reminders.deliver' },
      subjectKind: 'message-delivery',
      subjectId: deliveryId,
      at: clock.now(),
      facts: { state: state ?? 'unknown' },
    },
  });
}
