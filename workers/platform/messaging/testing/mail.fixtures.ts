import { DeliveryError } from '../message-channel.ts';
import type { OutgoingMessage } from '../message-channel.ts';
import { parseOutwardHosts } from '../outward-hosts.ts';
import { createSmtpChannel } from '../smtp.channel.driver.ts';
import type { SmtpSettings } from '../smtp.channel.driver.ts';

export type MailOrder = {
  hosts: string;
  settings: SmtpSettings;
  secret: string;
  message: OutgoingMessage;
};

/** A Worker that is there for tests only: it sends the mail it is told to, through the real driver. */
const worker = {
  async fetch(request: Request): Promise<Response> {
    const { hosts, settings, secret, message }: MailOrder = await request.json();
    const outward = { hosts: parseOutwardHosts(hosts), timeoutMs: 3_000 };
    try {
      return new Response(await createSmtpChannel(outward, { settings, secret }).send(message));
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      return new Response(error.message, { status: 502 });
    }
  },
};

export default worker;
