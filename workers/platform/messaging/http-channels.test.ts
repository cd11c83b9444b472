import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError } from './message-channel.ts';
import type { OutgoingMessage } from './message-channel.ts';
import { openChannel } from './open-channel.ts';
import type { ChannelSetup } from './open-channel.ts';
import { parseOutwardHosts } from './outward-hosts.ts';
import { startReceiver } from './testing/receiver.fixtures.ts';
import type { Receiver } from './testing/receiver.fixtures.ts';

const clock = { now: () => Date.parse('2026-07-08T08:30:00+08:00') };
const message: OutgoingMessage = {
  id: 'dlv_1',
  to: 'zhang.san',
  title: '今天有3项待办',
  text: '逾期未报1件；退回待改2件。',
  link: 'https://dong.example.org/messages',
  parameters: { site: '测试区行风建设', count: '3' },
};

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

function send(setup: ChannelSetup, options: { hosts?: string; secret?: string } = {}) {
  const hosts = parseOutwardHosts(options.hosts ?? `127.0.0.1:${receiver.port}`);
  const outward = { hosts, send: fetch, timeoutMs: 300 };
  const secret = options.secret ?? 'the secret';
  return openChannel(outward, { setup, secret, clock }).send(message);
}
const faultOf = (sending: Promise<string>) =>
  sending.then(
    () => 'arrived',
    (error: unknown) => (error instanceof DeliveryError ? error.fault : String(error)),
  );
const robot = (): ChannelSetup => ({ kind: 'robot', url: `${receiver.url}/cgi-bin/webhook/send` });
const webhook = (): ChannelSetup => ({ kind: 'webhook', url: `${receiver.url}/inbox` });
const sms = (changes: object = {}): ChannelSetup => ({
  kind: 'sms',
  url: `${receiver.url}/sms`,
  templateId: 'T-1024',
  ...changes,
});

describe('the robot of a chat', () => {
  it('writes markdown that names the person, under the key that stands nowhere else', async () => {
    expect(await send(robot(), { secret: 'robot-key' })).toBe('ok');
    const [{ path, body } = { path: '', body: '' }] = receiver.received;
    expect(path).toBe('/cgi-bin/webhook/send?key=robot-key');
    const { msgtype, markdown } = JSON.parse(body);
    expect(msgtype).toBe('markdown');
    expect(markdown.content).toContain('<@zhang.san> **今天有3项待办**');
    expect(markdown.content).toContain('https://dong.example.org/messages');
    expect(body).not.toContain('robot-key');
  });

  it('is refused where the chat says so, though it answers 200', async () => {
    receiver.answerWith((response) => response.end('{"errcode":93000,"errmsg":"invalid webhook"}'));
    await expect(send(robot())).rejects.toThrow(
      'rejected: {"errcode":93000,"errmsg":"invalid webhook"}',
    );
    receiver.answerWith((response) => response.end('<html>log in first</html>'));
    expect(await faultOf(send(robot()))).toBe('rejected');
  });

  it('keeps within what the chat takes, and lets no text name another person', async () => {
    const hosts = parseOutwardHosts(`127.0.0.1:${receiver.port}`);
    const outward = { hosts, send: fetch, timeoutMs: 300 };
    const channel = openChannel(outward, { setup: robot(), secret: 'k', clock });
    await channel.send({ ...message, text: `<@all> ${'医'.repeat(3000)}` });
    const { content } = JSON.parse(receiver.received[0]?.body ?? '').markdown;
    expect(new TextEncoder().encode(content).byteLength).toBeLessThanOrEqual(4096);
    expect(content).not.toContain('<@all>');
    expect(content.match(/<@/g)).toHaveLength(1);
  });
});

describe('the signed webhook', () => {
  it('is signed over its time and body, so that the receiver can prove both', async () => {
    await send(webhook(), { secret: 'shared' });
    const [got] = receiver.received;
    const timestamp = String(got?.headers['qingfeng-timestamp']);
    expect(Number(timestamp)).toBe(clock.now() / 1000);
    const proof = createHmac('sha256', 'shared').update(`${timestamp}.${got?.body}`).digest('hex');
    expect(got?.headers['qingfeng-signature']).toBe(`v1=${proof}`);
    expect(got?.headers['qingfeng-delivery']).toBe('dlv_1');
    const { parameters: _parameters, ...sent } = message;
    expect(JSON.parse(got?.body ?? '')).toEqual(sent);
  });
});

describe('the SMS gateway of the tenant', () => {
  it('gets the template and its parameters, and nothing of the text', async () => {
    await send(sms({ signName: '测试区卫健委' }));
    const [got] = receiver.received;
    expect(got?.headers.authorization).toBe('Bearer the secret');
    expect(JSON.parse(got?.body ?? '')).toEqual({
      id: 'dlv_1',
      phone: 'zhang.san',
      templateId: 'T-1024',
      signName: '测试区卫健委',
      parameters: { site: '测试区行风建设', count: '3' },
    });
    expect(got?.body).not.toContain('逾期');
  });

  it('went well when the member that the gateway documents says so', async () => {
    const setup = sms({ successField: 'code', successValue: 'OK' });
    receiver.answerWith((response) => response.end('{"code":"OK"}'));
    expect(await faultOf(send(setup))).toBe('arrived');
    receiver.answerWith((response) => response.end('{"code":"LIMIT"}'));
    await expect(send(setup)).rejects.toThrow('rejected: code: LIMIT');
  });
});

describe('a message over HTTP', () => {
  it('goes to no host that the installation does not name, nor to another port of it', async () => {
    for (const hosts of ['', '127.0.0.1:1', 'localhost:8080', `127.0.0.2:${receiver.port}`]) {
      expect(await faultOf(send(webhook(), { hosts }))).toBe('not-allowed');
    }
    expect(receiver.received).toEqual([]);
  });

  it('goes to no address with credentials in it, nor by another protocol', async () => {
    for (const url of [`http://a:b@127.0.0.1:${receiver.port}/`, 'file:///etc/passwd', 'nothing']) {
      expect(await faultOf(send({ kind: 'webhook', url }))).toBe('not-allowed');
    }
  });

  it('follows no redirect, even to itself', async () => {
    receiver.answerWith((response) => response.writeHead(302, { location: '/elsewhere' }).end());
    expect(await faultOf(send(webhook()))).toBe('redirected');
    expect(receiver.received.map(({ path }) => path)).toEqual(['/inbox']);
  });

  it('says what stood in the way: wrong secret, refusal, silence, nobody there', async () => {
    receiver.answerWith((response) => response.writeHead(401).end('no'));
    expect(await faultOf(send(webhook()))).toBe('credentials');
    receiver.answerWith((response) => response.writeHead(500).end('broken'));
    await expect(send(webhook())).rejects.toThrow('rejected: HTTP 500 broken');
    receiver.answerWith(() => undefined);
    expect(await faultOf(send(webhook()))).toBe('timeout');
    await receiver.close();
    expect(await faultOf(send(webhook()))).toBe('unreachable');
    receiver = await startReceiver();
  });

  it('reads no more of an answer than it needs', async () => {
    receiver.answerWith((response) => response.end(`{"errcode":0}${'x'.repeat(200_000)}`));
    expect((await send(webhook())).length).toBeLessThanOrEqual(200);
  });
});
