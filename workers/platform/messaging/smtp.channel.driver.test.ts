import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError } from './message-channel.ts';
import { openChannel } from './open-channel.ts';
import type { ChannelSetup } from './open-channel.ts';
import { parseOutwardHosts } from './outward-hosts.ts';
import { MAIL_PASSWORD, readMail, startMailServer } from './testing/receiver.fixtures.ts';
import type { MailServer } from './testing/receiver.fixtures.ts';

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

type Changes = { setup?: Partial<ChannelSetup>; secret?: string; hosts?: string; to?: string };

function send({ setup, secret = MAIL_PASSWORD, hosts, to = 'li@unit.example' }: Changes = {}) {
  const own: ChannelSetup = {
    kind: 'email',
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    from: '行风办 <xf@wjw.example>',
    username: 'qingfeng',
  };
  const allowed = parseOutwardHosts(hosts ?? `127.0.0.1:${server.port}`);
  const outward = { hosts: allowed, send: fetch, timeoutMs: 500 };
  const channel = openChannel(outward, {
    setup: { ...own, ...setup } as ChannelSetup,
    secret,
    clock: { now: () => 0 },
  });
  return channel.send({
    id: 'dlv_1',
    to,
    title: '今天有3项待办',
    text: '逾期未报1件；退回待改2件。',
    link: 'https://dong.example.org/messages',
    parameters: {},
  });
}
const faultOf = (sending: Promise<string>) =>
  sending.then(
    () => 'arrived',
    (error: unknown) => (error instanceof DeliveryError ? error.fault : String(error)),
  );

describe('an e-mail', () => {
  it('arrives at a mail server with its Chinese subject, text and link', async () => {
    expect(await send()).toContain('kept');
    const [mail] = server.mails;
    if (mail === undefined) throw new Error('no mail');
    expect([mail.from, mail.to]).toEqual(['xf@wjw.example', ['li@unit.example']]);
    const { subject, text, headers } = readMail(mail);
    expect(subject).toBe('今天有3项待办');
    expect(text).toContain('逾期未报1件；退回待改2件。');
    expect(text).toContain('https://dong.example.org/messages');
    expect(headers).toContain('Auto-Submitted: auto-generated');
    expect(headers).toContain('Message-ID: <dlv_1@wjw.example>');
  });

  it('that could say who it is for and more keeps to one receiver', async () => {
    await send({ to: 'li@unit.example\r\nBcc: other@unit.example' }).catch(() => undefined);
    expect(server.mails.flatMap(({ to }) => to)).not.toContain('other@unit.example');
  });

  it('is refused with the reason: password, mailbox, nobody there, not allowed', async () => {
    expect(await faultOf(send({ secret: 'wrong' }))).toBe('credentials');
    expect(await faultOf(send({ to: 'nobody@unit.example' }))).toBe('rejected');
    expect(await faultOf(send({ hosts: '' }))).toBe('not-allowed');
    expect(await faultOf(send({ hosts: '127.0.0.1:1', setup: { port: 1 } }))).toBe('unreachable');
    expect(server.mails).toEqual([]);
  });

  it('is not sent in clear where encryption is asked for and not offered', async () => {
    expect(await faultOf(send({ setup: { security: 'starttls' } }))).not.toBe('arrived');
    expect(await faultOf(send({ setup: { security: 'tls' } }))).not.toBe('arrived');
    expect(server.mails).toEqual([]);
  });

  it('to a server that says nothing is given up in time', async () => {
    await server.close();
    server = await startMailServer({ onConnect: () => undefined });
    const begun = performance.now();
    expect(['timeout', 'unreachable']).toContain(await faultOf(send()));
    expect(performance.now() - begun).toBeLessThan(4_000);
  });

  it('goes with one message for one person, however many are sent one after the other', async () => {
    for (const to of ['li@unit.example', 'wang@unit.example', 'zhao@unit.example']) {
      await send({ to });
    }
    expect(server.mails.map((mail) => mail.to)).toEqual([
      ['li@unit.example'],
      ['wang@unit.example'],
      ['zhao@unit.example'],
    ]);
  });

  it('goes without a password to a relay that asks for none', async () => {
    await server.close();
    server = await startMailServer({ authOptional: true });
    expect(await faultOf(send({ setup: { username: undefined } }))).toBe('arrived');
  });

  it.each([
    'li',
    'li@',
    '@unit.example',
    'li@unit.example, wang@unit.example',
    'li@unit.example;wang@unit.example',
    'group: li@unit.example;',
    '"li" <li@unit.example>',
    'li@unit.example\nwang@unit.example',
  ])('goes to one plain address and to nothing else: %j', async (to) => {
    expect(await faultOf(send({ to }))).toBe('rejected');
    expect(server.mails).toEqual([]);
  });
});
