import type { Clock } from '../clock.ts';
import type { Send } from './http-post.driver.ts';
import type { MessageChannel } from './message-channel.ts';
import type { OutwardHosts } from './outward-hosts.ts';
import { createRobotChannel } from './robot.channel.driver.ts';
import type { RobotSettings } from './robot.channel.driver.ts';
import { createSmsChannel } from './sms.channel.driver.ts';
import type { SmsSettings } from './sms.channel.driver.ts';
import { createSmtpChannel } from './smtp.channel.driver.ts';
import type { SmtpSettings } from './smtp.channel.driver.ts';
import { createWebhookChannel } from './webhook.channel.driver.ts';
import type { WebhookSettings } from './webhook.channel.driver.ts';

/** A channel as it is set up; the secret stands beside and is never kept with it in clear. */
export type ChannelSetup =
  | ({ readonly kind: 'email' } & SmtpSettings)
  | ({ readonly kind: 'robot' } & RobotSettings)
  | ({ readonly kind: 'webhook' } & WebhookSettings)
  | ({ readonly kind: 'sms' } & SmsSettings);

/** What of the network messages may use. */
export type Outward = {
  readonly hosts: OutwardHosts;
  readonly send: Send;
  readonly timeoutMs: number;
};

export const outwardTimeoutMs = 5_000;

/** The channel of a kind; a kind joins by a driver and one line here. */
export function openChannel(
  outward: Outward,
  { setup, secret, clock }: { setup: ChannelSetup; secret: string; clock: Clock },
): MessageChannel {
  switch (setup.kind) {
    case 'email':
      return createSmtpChannel(outward, { settings: setup, secret });
    case 'robot':
      return createRobotChannel(outward, { settings: setup, secret });
    case 'webhook':
      return createWebhookChannel(outward, { settings: setup, secret, clock });
    case 'sms':
      return createSmsChannel(outward, { settings: setup, secret });
  }
}
