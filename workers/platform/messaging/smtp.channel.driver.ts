import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { DeliveryError } from './message-channel.ts';
import type { DeliveryFault, MessageChannel } from './message-channel.ts';
import { assertAllowed } from './outward-hosts.ts';
import type { OutwardHosts } from './outward-hosts.ts';

export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` or nothing at all, `none` inside one's own network. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly from: string;
  readonly username?: string | undefined;
};

/** Anything more is read as a list of receivers, or as further header lines. */
const ONE_ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/;

type Opened = { connection: Socket; secured: boolean };
type SocketReady = (error: Error | null, opened?: Opened) => void;

/**
 * E-mail by nodemailer, also in workerd. The connection is opened here: nodemailer's own way would
 * ask a name server over HTTPS for the address, which nothing may reach.
 */
export function createSmtpChannel(
  { hosts, timeoutMs }: { hosts: OutwardHosts; timeoutMs: number },
  { settings, secret }: { settings: SmtpSettings; secret: string },
): MessageChannel {
  const { host, port, security, from, username } = settings;
  return {
    async send({ id, to, title, text, link }) {
      assertAllowed(hosts, host, port);
      if (!ONE_ADDRESS.test(to)) throw new DeliveryError('rejected', 'not one address');
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({
        host,
        port,
        secure: security === 'tls',
        requireTLS: security === 'starttls',
        ignoreTLS: security === 'none',
        ...(username === undefined ? {} : { auth: { user: username, pass: secret } }),
        connectionTimeout: timeoutMs,
        greetingTimeout: timeoutMs,
        socketTimeout: timeoutMs,
        disableFileAccess: true,
        disableUrlAccess: true,
        getSocket: (_options: object, ready: SocketReady) => open(settings, ready),
      });
      try {
        const sent = await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject: title,
          text: `${text}\n\n${link}\n`,
          textEncoding: 'base64',
          messageId: `<${id}@${domainOf(from)}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return sent.response;
      } catch (error) {
        throw toDeliveryError(error);
      } finally {
        transport.close();
      }
    },
  };
}

function open({ host, port, security }: SmtpSettings, ready: SocketReady): void {
  const secured = security === 'tls';
  const socket = secured
    ? connectTls({ host, port, ...(isName(host) ? { servername: host } : {}) })
    : connect({ host, port });
  socket.once(secured ? 'secureConnect' : 'connect', () => {
    ready(null, { connection: socket, secured });
  });
  socket.once('error', (error) => ready(error));
}

/** An address of digits alone is no name that a certificate could be asked for by. */
function isName(host: string): boolean {
  return /[a-z]/i.test(host);
}

function domainOf(address: string): string {
  return /@([^@>\s]+)>?$/.exec(address)?.[1] ?? 'localhost';
}

const faults: Readonly<Record<string, DeliveryFault>> = {
  EAUTH: 'credentials',
  ENOAUTH: 'credentials',
  EENVELOPE: 'rejected',
  EMESSAGE: 'rejected',
  ETIMEDOUT: 'timeout',
};

function toDeliveryError(error: unknown): DeliveryError {
  const { code, message } = error as { code?: string; message?: string };
  return new DeliveryError(faults[code ?? ''] ?? 'unreachable', String(message).slice(0, 200));
}
