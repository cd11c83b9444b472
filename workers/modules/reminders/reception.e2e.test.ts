import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channels, Reception, SaveChannel } from '#schema/contracts/reminders.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { phone } from './phone.fixtures.ts';

let world: TestApp;
let admin: TestClient;
let clerk: TestClient;
beforeEach(async () => {
  world = await createTestApp();
  admin = await world.as('system-admin');
  clerk = await world.as('clerk');
});
afterEach(() => world.close());

const webhook: SaveChannel = {
  setup: { kind: 'webhook', url: 'https://inbox.example.org/qingfeng' },
  secret: 'shared',
  enabled: true,
};
const put = (client: TestClient, path: string, json: unknown) =>
  client(`/api/reminders${path}`, { method: 'PUT', json });
const open = (changes: Partial<SaveChannel> = {}, version = 0) =>
  put(admin, `/channels/webhook?version=${version}`, { ...webhook, ...changes });
const reception = async () => (await clerk('/api/reminders/reception')).json<Reception>();
const choose = (changes: Partial<Reception> = {}) =>
  put(clerk, '/reception', { channel: 'webhook', digest: true, urged: true, ...changes });

describe('接收方式', () => {
  it('is a channel that is open, with an address that it needs', async () => {
    await open();
    expect((await reception()).offered).toEqual(['webhook']);
    expect((await choose()).json().code).toBe('reminders.contact_wanted');
    await put(clerk, '/contacts/phone', { value: phone });
    expect((await choose()).json().code).toBe('reminders.contact_wanted');
    await put(clerk, '/contacts/account', { value: 'zhang.san' });
    expect((await choose()).json()).toMatchObject({ channel: 'webhook', digest: true });
  });

  it('falls back to in-app alone where its channel is closed, and comes back with it', async () => {
    await open();
    await put(clerk, '/contacts/account', { value: 'zhang.san' });
    await choose({ digest: false });
    await open({ enabled: false }, 1);
    expect(await reception()).toMatchObject({ channel: null, offered: [] });
    await open({}, 2);
    expect(await reception()).toMatchObject({ channel: 'webhook', digest: false });
  });

  it('loses an address that its person takes away, once', async () => {
    await put(clerk, '/contacts/account', { value: 'zhang.san' });
    const remove = () => clerk('/api/reminders/contacts/account', { method: 'DELETE' });
    expect((await remove()).status).toBe(204);
    expect((await remove()).json().code).toBe('reminders.no_contact');
    expect((await reception()).contacts).toEqual([]);
  });

  it('shows each address masked, and the newest of a kind', async () => {
    await put(clerk, '/contacts/phone', { value: phone });
    await put(clerk, '/contacts/email', { value: 'first@unit.example' });
    await put(clerk, '/contacts/email', { value: 'second@unit.example' });
    expect((await reception()).contacts.map(({ kind, masked }) => [kind, masked])).toEqual([
      ['email', 's***@unit.example'],
      ['phone', '135****1234'],
    ]);
  });

  it('is nobody else’s to see or change', async () => {
    await put(clerk, '/contacts/email', { value: 'first@unit.example' });
    const other = await world.as('other-clerk');
    expect((await other('/api/reminders/reception')).json<Reception>().contacts).toEqual([]);
    const path = `/people/${world.site.people['clerk']}/contacts/email`;
    expect((await put(other, path, { value: 'mine@unit.example' })).status).toBe(403);
    expect((await reception()).contacts[0]?.masked).toBe('f***@unit.example');
  });

  it('refuses what is no channel, no kind and no address', async () => {
    expect((await choose({ channel: 'pigeon' as never })).status).toBe(422);
    expect((await put(clerk, '/contacts/fax', { value: '1' })).status).toBe(422);
    for (const value of ['', 'a b@unit.example', 'li@unit.example,x@unit.example', '@']) {
      expect((await put(clerk, '/contacts/email', { value })).status).toBe(422);
    }
  });
});

describe('消息通道', () => {
  it('are four, none of them set up at first', async () => {
    const { channels, settings } = (await admin('/api/reminders/channels')).json<Channels>();
    expect(channels.map(({ kind, enabled }) => [kind, enabled])).toEqual([
      ['email', false],
      ['robot', false],
      ['webhook', false],
      ['sms', false],
    ]);
    expect(settings).toEqual({ digestAt: '08:30', quietOnRestDays: true, version: 0 });
  });

  it('take no address with credentials in it, of another protocol, or without a host', async () => {
    for (const url of ['https://a:b@inbox.example.org/', 'ftp://inbox.example.org/', 'inbox']) {
      expect((await open({ setup: { kind: 'webhook', url } })).status).toBe(422);
    }
  });

  it('take no mail server by address line, no port of nowhere, no sender of two', async () => {
    const mail = {
      kind: 'email',
      host: 'smtp.example.cn',
      port: 465,
      security: 'tls',
      from: 'xf@wjw.example',
    };
    const save = (changes: object) =>
      put(admin, '/channels/email?version=0', {
        setup: { ...mail, ...changes },
        secret: 's',
        enabled: true,
      });
    for (const wrong of [
      { host: 'smtp://smtp.example.cn' },
      { host: 'smtp.example.cn/x' },
      { port: 0 },
      { port: 70_000 },
      { from: 'a@b.example, c@d.example' },
      { from: 'a@b.example\r\nBcc: c@d.example' },
      { security: 'sometimes' },
    ]) {
      expect([wrong, (await save(wrong)).status]).toEqual([wrong, 422]);
    }
    expect((await save({})).status).toBe(200);
    expect((await save({})).status).toBe(412);
  });

  it('need a secret the first time, but for a mail server that asks for none', async () => {
    const { secret: _secret, ...without } = webhook;
    const refused = await put(admin, '/channels/webhook?version=0', without);
    expect(refused.json().code).toBe('reminders.secret_wanted');
    const setup = {
      kind: 'email',
      host: 'relay.example.cn',
      port: 25,
      security: 'none',
      from: 'xf@wjw.example',
    };
    const relay = await put(admin, '/channels/email?version=0', { setup, enabled: true });
    expect(relay.status).toBe(200);
  });

  it('are tested only once they are set up', async () => {
    const test = await admin('/api/reminders/channels/sms/test', { json: { to: phone } });
    expect(test.json().code).toBe('reminders.no_channel');
  });

  it('send digests at an hour of the day only', async () => {
    for (const digestAt of ['05:59', '20:00', '8:30', '24:00', '08:60']) {
      const json = { digestAt, quietOnRestDays: true };
      expect((await put(admin, '/settings?version=0', json)).status).toBe(422);
    }
  });
});
