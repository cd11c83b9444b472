import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };
type Answer = (response: ServerResponse) => void;

function portOf(address: unknown): number {
  if (typeof address !== 'object' || address === null || !('port' in address)) {
    throw new Error('the receiver listens nowhere');
  }
  return Number(address.port);
}

/** A web server on this machine that keeps what it is sent. */
export async function startReceiver() {
  const received: Received[] = [];
  const replies: { answer: Answer } = { answer: (response) => response.end('{"errcode":0}') };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      received.push({ path: request.url ?? '', headers: request.headers, body });
      replies.answer(response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  return {
    received,
    port,
    url: `http://127.0.0.1:${port}`,
    answerWith: (answer: Answer) => {
      replies.answer = answer;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

export const MAIL_PASSWORD = 'open-sesame-7';

export type Mail = { from: string; to: string[]; raw: string };

/** A mail server on this machine: one account, mails kept; `nobody@…` is refused. */
export async function startMailServer(options: SMTPServerOptions = {}) {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) =>
      password === MAIL_PASSWORD ? done(null, { user: 'qingfeng' }) : done(new Error('no')),
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('nobody@') ? new Error('550 no such mailbox') : null),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ from, to, raw: Buffer.concat(chunks).toString('utf8') });
        done(null, 'kept');
      });
    },
    ...options,
  });
  // A client that gives up on TLS resets the connection.
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  return {
    mails,
    port: portOf(server.server.address()),
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
export type MailServer = Awaited<ReturnType<typeof startMailServer>>;

/** Header lines and text of a mail as its reader sees them. */
export function readMail({ raw }: Mail): { subject: string; text: string; headers: string } {
  const [headers = '', body = ''] = raw.split('\r\n\r\n');
  const unfolded = headers.replaceAll(/\r\n\s+/g, ' ');
  const encoded = /^Subject: (.*)$/m.exec(unfolded)?.[1] ?? '';
  const subject = encoded.replaceAll(/=\?UTF-8\?B\?([^?]*)\?=\s*/g, (_whole, part: string) =>
    Buffer.from(part, 'base64').toString('utf8'),
  );
  const isBase64 = /^Content-Transfer-Encoding: base64/im.test(unfolded);
  const text = isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body;
  return { subject, text, headers: unfolded };
}
