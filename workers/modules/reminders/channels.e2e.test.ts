import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelTest, Channels, SaveChannel } from '#schema/contracts/reminders.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from '#workers/app/testing/test-site.fixtures.ts';
import { publishInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import { parseOutwardHosts } from '#workers/platform/messaging/outward-hosts.ts';
import {
  MAIL_PASSWORD,
  readMail,
  startMailServer,
  startReceiver,
} from '#workers/platform/messaging/testing/receiver.fixtures.ts';
import type {
  MailServer,
  Receiver,
} from '#workers/platform/messaging/testing/receiver.fixtures.ts';
import { phone } from './phone.fixtures.ts';
import { deliveriesOf } from './reminders.fixtures.ts';

let world: TestApp;
let mail: MailServer;
let receiver: Receiver;

beforeEach(async () => {
  mail = await startMailServer();
  receiver = await startReceiver();
  const hosts = parseOutwardHosts(`127.0.0.1:${mail.port},127.0.0.1:${receiver.port}`);
  const outward = { hosts, send: globalThis.fetch, timeoutMs: 800 };
  world = await createTestApp({ overrides: { outward } });
});
afterEach(() => Promise.all([world.close(), mail.close(), receiver.close()]));

async function as(name: 'system-admin' | 'clerk'): Promise<TestClient> {
  const visitor = world.visitor();
  const cookie = await signInForCookie(visitor, name, TEST_PASSWORD);
  return (path, request = {}) =>
    visitor(path, { ...request, headers: { ...request.headers, cookie } });
}
const email = (changes: Partial<SaveChannel> = {}): SaveChannel => ({
  setup: {
    kind: 'email',
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    from: 'xf@wjw.example',
    username: 'qingfeng',
  },
  secret: MAIL_PASSWORD,
  enabled: true,
  ...changes,
});
const webSetup = (kind: 'webhook' | 'robot') => ({ kind, url: `${receiver.url}/in` }) as const;
const save = (admin: TestClient, json: SaveChannel, version = 0) =>
  admin(`/api/reminders/channels/${json.setup.kind}?version=${version}`, { method: 'PUT', json });
const show = async (admin: TestClient) => (await admin('/api/reminders/channels')).json<Channels>();

async function choose(channel: string, kind: string, value: string): Promise<void> {
  const clerk = await as('clerk');
  await clerk(`/api/reminders/contacts/${kind}`, { method: 'PUT', json: { value } });
  const json = { channel, digest: true, urged: true };
  const chosen = await clerk('/api/reminders/reception', { method: 'PUT', json });
  if (chosen.status !== 200) throw new Error(chosen.text);
}
const nextDigest = async (moment = '2026-07-22T08:30:00+08:00') => {
  world.clock.set(moment);
  await world.app.work.tick();
  await world.app.work.tick();
};

describe('消息通道', () => {
  it('sends a test message for real and says in words what came of it', async () => {
    const admin = await as('system-admin');
    await save(admin, email());
    const test = async () =>
      (
        await admin('/api/reminders/channels/email/test', { json: { to: 'li@unit.example' } })
      ).json<ChannelTest>();
    expect(await test()).toMatchObject({ arrived: true, words: { zh: '已发出，对方已接收。' } });
    expect(mail.mails.map((each) => readMail(each).subject)).toEqual(['测试消息']);
    await save(admin, email({ secret: 'wrong' }), 1);
    expect((await test()).words.zh).toContain('对方不接受用户名、口令或密钥');
    const [channel] = (await show(admin)).channels;
    expect(channel).toMatchObject({ hasSecret: true, lastTest: { arrived: false }, allowed: true });
  });

  it('keeps its secret from everybody: answer, database and audit trail', async () => {
    const admin = await as('system-admin');
    await save(admin, email());
    expect((await admin('/api/reminders/channels')).text).not.toContain(MAIL_PASSWORD);
    const dump = await world.site.database.send([
      { sql: 'select group_concat(setup || sealed_secret) from channels', wantRows: true },
    ]);
    expect(JSON.stringify(dump)).not.toContain(MAIL_PASSWORD);
    const { db } = world.site.database;
    const entries = await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'channel.save'));
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain(MAIL_PASSWORD);
  });

  it('takes a kept secret to no other host, and no save over one that was not seen', async () => {
    const admin = await as('system-admin');
    await save(admin, email());
    const { secret: _secret, ...without } = email();
    expect((await save(admin, { ...without, enabled: false }, 1)).status).toBe(200);
    const setup = { ...email().setup, host: 'elsewhere.example' } as SaveChannel['setup'];
    const moved = await save(admin, { setup, enabled: true }, 2);
    expect(moved.json().code).toBe('reminders.secret_wanted');
    expect((await save(admin, email(), 1)).status).toBe(412);
    const other = await admin('/api/reminders/channels/sms?version=0', {
      method: 'PUT',
      json: email(),
    });
    expect(other.json().code).toBe('reminders.other_kind');
    expect((await (await as('clerk'))('/api/reminders/channels')).status).toBe(403);
  });

  it('is said to be out of reach where the installation does not name its host', async () => {
    const admin = await as('system-admin');
    const setup = { kind: 'webhook', url: 'http://169.254.169.254/latest' } as const;
    await save(admin, { setup, secret: 'k', enabled: true });
    const channel = (await show(admin)).channels.find(({ kind }) => kind === 'webhook');
    expect(channel?.allowed).toBe(false);
    const test = await admin('/api/reminders/channels/webhook/test', { json: { to: 'li' } });
    expect(test.json<ChannelTest>().words.zh).toContain('MESSAGE_HOSTS');
  });
});

describe('a digest', () => {
  it('arrives by e-mail once, with a link to the site, for who chose so', async () => {
    await publishInto(world.site);
    await save(await as('system-admin'), email());
    await choose('email', 'email', 'li@unit.example');
    await nextDigest();
    expect(mail.mails).toHaveLength(1);
    const [first] = mail.mails;
    if (first === undefined) throw new Error('no mail');
    expect(readMail(first).subject).toBe('今天有1项待办');
    expect(readMail(first).text).toContain('https://dong.example.org/messages');
    expect((await deliveriesOf(world)).map(({ state }) => state)).toEqual(['sent']);
  });

  it('tries again when nobody answers, then lies with the administrator, who sends it again', async () => {
    await publishInto(world.site);
    await save(await as('system-admin'), {
      setup: webSetup('webhook'),
      secret: 'k',
      enabled: true,
    });
    await choose('webhook', 'account', 'zhang.san');
    receiver.answerWith((response) => response.writeHead(503).end());
    await nextDigest();
    for (let attempt = 0; attempt < 9; attempt += 1) {
      world.clock.tick(3_600_000);
      await world.app.work.sweep('dong');
    }
    expect(receiver.received).toHaveLength(8);
    const admin = await as('system-admin');
    const [lost] = (await show(admin)).undelivered;
    expect(lost).toMatchObject({ channel: 'webhook', category: 'digest', attempts: 8 });
    expect(lost?.organizationName).toBe('东区第一医院');
    expect(lost?.reason).toContain('HTTP 503');
    receiver.answerWith((response) => response.end('{}'));
    const path = `/api/reminders/undelivered/${lost?.eventId}/resend`;
    expect((await admin(path, { method: 'POST' })).status).toBe(204);
    await world.app.work.sweep('dong');
    expect(receiver.received).toHaveLength(9);
    expect((await show(admin)).undelivered).toEqual([]);
    expect((await admin(path, { method: 'POST' })).status).toBe(404);
  });

  it('goes as an SMS with nothing but the site’s name and a count', async () => {
    await publishInto(world.site);
    const setup = { kind: 'sms', url: `${receiver.url}/sms`, templateId: 'T-1' } as const;
    await save(await as('system-admin'), { setup, secret: 'token', enabled: true });
    await choose('sms', 'phone', phone);
    await nextDigest();
    const [sent] = receiver.received;
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({
      phone,
      parameters: { site: '测试区行风建设', count: '1' },
    });
    expect(sent?.body).not.toMatch(/逾期|报送|举报/);
  });

  it('stays inside when its channel is closed meanwhile', async () => {
    await publishInto(world.site);
    const admin = await as('system-admin');
    await save(admin, { setup: webSetup('robot'), secret: 'k', enabled: true });
    await choose('robot', 'account', 'zhang.san');
    expect(
      (await admin('/api/reminders/channels/robot?version=1', { method: 'DELETE' })).status,
    ).toBe(204);
    await nextDigest();
    expect(receiver.received).toEqual([]);
    expect(await deliveriesOf(world)).toEqual([]);
  });

  it('comes at the hour that the administrator sets', async () => {
    await publishInto(world.site);
    const json = { digestAt: '10:00', quietOnRestDays: false };
    const admin = await as('system-admin');
    const path = '/api/reminders/settings?version=0';
    expect((await admin(path, { method: 'PUT', json })).status).toBe(200);
    expect((await admin(path, { method: 'PUT', json })).status).toBe(412);
    await save(admin, { setup: webSetup('webhook'), secret: 'k', enabled: true });
    await choose('webhook', 'account', 'zhang.san');
    await nextDigest('2026-07-25T09:59:00+08:00');
    expect(receiver.received).toEqual([]);
    await nextDigest('2026-07-25T10:00:00+08:00');
    expect(receiver.received).toHaveLength(1);
  });
});
