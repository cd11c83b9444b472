import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channels, Reception, Undelivered, Urged } from '#schema/contracts/reminders.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { outboxEvents } from '#schema/tables/tenant/core.table.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from '#workers/app/testing/test-site.fixtures.ts';
import { publishInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import { parseOutwardHosts } from '#workers/platform/messaging/outward-hosts.ts';
import { startReceiver } from '#workers/platform/messaging/testing/receiver.fixtures.ts';
import type { Receiver } from '#workers/platform/messaging/testing/receiver.fixtures.ts';
import { phone } from './phone.fixtures.ts';
import { deliveriesOf, messagesOf } from './reminders.fixtures.ts';

let world: TestApp;
let receiver: Receiver;
let campaign: string;

beforeEach(async () => {
  receiver = await startReceiver();
  const hosts = parseOutwardHosts(`127.0.0.1:${receiver.port}`);
  const outward = { hosts, send: globalThis.fetch, timeoutMs: 800 };
  world = await createTestApp({ overrides: { outward } });
  ({ campaignId: campaign } = await publishInto(world.site));
});
afterEach(() => Promise.all([world.close(), receiver.close()]));

/** Sessions end with the day: everybody signs in at the moment of the test. */
async function as(name: CastName): Promise<TestClient> {
  const visitor = world.visitor();
  const cookie = await signInForCookie(visitor, name, TEST_PASSWORD);
  return (path, request = {}) =>
    visitor(path, { ...request, headers: { ...request.headers, cookie } });
}
async function put(client: TestClient, path: string, json: unknown): Promise<void> {
  const answer = await client(`/api/reminders${path}`, { method: 'PUT', json });
  if (answer.status >= 300) throw new Error(answer.text);
}
async function openWebhook(version = 0, enabled = true): Promise<void> {
  const setup = { kind: 'webhook', url: `${receiver.url}/in` };
  const json = { setup, secret: 'k', enabled };
  await put(await as('system-admin'), `/channels/webhook?version=${version}`, json);
}
async function choose(changes: Partial<Reception> = {}, account = 'zhang.san'): Promise<void> {
  const clerk = await as('clerk');
  await put(clerk, '/contacts/account', { value: account });
  await put(clerk, '/reception', { channel: 'webhook', digest: true, urged: true, ...changes });
}
const bodies = () => receiver.received.map(({ body }) => JSON.parse(body) as Sent);
type Sent = { to: string; title: string };
async function workAt(moment: string): Promise<void> {
  world.clock.set(`${moment}:00+08:00`);
  await world.app.work.tick();
  await world.app.work.tick();
}
async function urgeHospital(): Promise<void> {
  const json = { campaign, organizationIds: [world.site.units['hospital'] ?? ''] };
  const answer = await (await as('drafter'))('/api/reminders/urges', { json });
  expect(answer.json<Urged>().results.map(({ outcome }) => outcome)).toEqual(['urged']);
  await world.app.work.sweep('dong');
}

describe('a person’s choice', () => {
  it('of 催办 alone keeps the digest inside and lets the urging out', async () => {
    await openWebhook();
    await choose({ digest: false });
    await workAt('2026-07-22T08:30');
    expect(bodies()).toEqual([]);
    await urgeHospital();
    expect(bodies().map(({ to, title }) => [to, title])).toEqual([['zhang.san', '催办']]);
    const clerk = world.site.people['clerk'];
    const own = (await messagesOf(world)).filter(({ personId }) => personId === clerk);
    expect(own.map(({ category }) => category).toSorted()).toEqual(['digest', 'urged']);
  });

  it('of the digest alone keeps the urging inside', async () => {
    await openWebhook();
    await choose({ urged: false });
    await workAt('2026-07-22T08:30');
    await urgeHospital();
    expect(bodies().map(({ title }) => title)).toEqual(['今天有1项待办']);
  });

  it('of in-app alone counts from the next message on', async () => {
    await openWebhook();
    await choose();
    await workAt('2026-07-22T08:30');
    await choose({ channel: null });
    await workAt('2026-07-23T08:30');
    await urgeHospital();
    expect(bodies()).toHaveLength(1);
    expect(await deliveriesOf(world)).toHaveLength(1);
  });

  it('never lets a word about the person’s own safety out', async () => {
    await openWebhook();
    await choose();
    const path = `/people/${world.site.people['clerk']}/contacts/account`;
    await put(await as('system-admin'), path, { value: 'entered.by.office' });
    await world.app.work.sweep('dong');
    expect(bodies()).toEqual([]);
    expect((await messagesOf(world)).map(({ category }) => category)).toEqual(['security']);
    const shown = (await (await as('clerk'))('/api/reminders/reception')).json<Reception>();
    expect(shown.contacts).toEqual([
      { kind: 'account', masked: 'e***', enteredBy: 'administrator' },
    ]);
    await workAt('2026-07-22T08:30');
    expect(bodies().map(({ to }) => to)).toEqual(['entered.by.office']);
  });
});

describe('an address', () => {
  it('stands in clear on no record, whatever happens to it', async () => {
    const account = 'wang.wu-1979';
    await openWebhook();
    await choose({}, account);
    await put(await as('clerk'), '/contacts/phone', { value: phone });
    const path = `/people/${world.site.people['clerk']}/contacts/email`;
    await put(await as('system-admin'), path, { value: 'wangwu@unit.example' });
    await workAt('2026-07-22T08:30');
    receiver.answerWith((response) => response.writeHead(503).end(`unknown account ${account}`));
    await urgeHospital();
    await (
      await as('clerk')
    )('/api/reminders/contacts/phone', { method: 'DELETE' });
    expect(bodies().map(({ to }) => to)).toEqual([account, account]);
    const { db } = world.site.database;
    const audit = await db.select().from(auditEntries);
    const contacts = audit.filter(({ action }) => action?.startsWith('contact.'));
    expect(contacts.map(({ action }) => action)).toEqual([
      'contact.save',
      'contact.save',
      'contact.save',
      'contact.remove',
    ]);
    const underWay = await db.select().from(outboxEvents);
    expect(underWay.some(({ lastError }) => lastError?.includes('HTTP 503'))).toBe(true);
    const kept = [audit, underWay, await messagesOf(world), await deliveriesOf(world)];
    const text = JSON.stringify(kept) + world.logs.join('\n');
    for (const value of [account, phone, 'wangwu']) expect(text).not.toContain(value);
  });
});

describe('the hour of the digest', () => {
  it('set anew after today’s went out counts from the next day on', async () => {
    await workAt('2026-07-22T08:30');
    const before = (await messagesOf(world)).length;
    expect(before).toBe(2);
    const json = { digestAt: '14:00', quietOnRestDays: true };
    await put(await as('system-admin'), '/settings?version=0', json);
    await workAt('2026-07-22T14:00');
    expect(await messagesOf(world)).toHaveLength(before);
    await workAt('2026-07-23T13:59');
    expect(await messagesOf(world)).toHaveLength(before);
    await workAt('2026-07-23T14:00');
    expect((await messagesOf(world)).map(({ occasion }) => occasion).toSorted()).toEqual([
      ...Array.from({ length: 2 }, () => 'digest:2026-07-22'),
      ...Array.from({ length: 2 }, () => 'digest:2026-07-23'),
    ]);
    const { digestAt } = (await (await as('clerk'))('/api/reminders/reception')).json<Reception>();
    expect(digestAt).toBe('14:00');
  });

  it('is the administrator’s to set, and nobody else’s', async () => {
    const json = { digestAt: '09:00', quietOnRestDays: false };
    for (const name of ['clerk', 'drafter', 'signer', 'security-admin'] as const) {
      const client = await as(name);
      const path = '/api/reminders/settings?version=0';
      expect([name, (await client(path, { method: 'PUT', json })).status]).toEqual([name, 403]);
    }
    const { settings } = (
      await (
        await as('system-admin')
      )('/api/reminders/channels')
    ).json<Channels>();
    expect(settings.digestAt).toBe('08:30');
  });
});

describe('未送达的消息', () => {
  /** The digest of a Wednesday, given up after eight attempts. */
  async function giveUp(): Promise<void> {
    receiver.answerWith((response) => response.writeHead(503).end());
    await workAt('2026-07-22T08:30');
    for (let attempt = 0; attempt < 8; attempt += 1) {
      world.clock.tick(3_600_000);
      await world.app.work.sweep('dong');
    }
    expect(receiver.received).toHaveLength(8);
    receiver.answerWith((response) => response.end('{}'));
  }
  const undelivered = async () =>
    (await (await as('system-admin'))('/api/reminders/channels')).json<Channels>().undelivered;
  const resend = async (each: Undelivered | undefined, name: CastName = 'system-admin') =>
    (await as(name))(`/api/reminders/undelivered/${each?.eventId}/resend`, { method: 'POST' });

  it('goes to the address that its person mended meanwhile, and lies there no more', async () => {
    await openWebhook();
    await choose();
    await giveUp();
    await put(await as('clerk'), '/contacts/account', { value: 'zhang.san.new' });
    const [lost] = await undelivered();
    expect((await resend(lost)).status).toBe(204);
    await world.app.work.sweep('dong');
    expect(bodies().at(-1)?.to).toBe('zhang.san.new');
    expect(await undelivered()).toEqual([]);
    expect((await deliveriesOf(world)).map(({ state }) => state)).toEqual(['sent']);
    expect((await messagesOf(world)).filter(({ category }) => category === 'digest').length).toBe(
      2,
    );
  });

  it('sent again by two administrators at once leaves once, on record by whom', async () => {
    await openWebhook();
    await choose();
    await giveUp();
    const [lost] = await undelivered();
    const answers = await Promise.all([resend(lost), resend(lost)]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    await world.app.work.sweep('dong');
    expect(receiver.received).toHaveLength(9);
    const retries = (await world.site.database.db.select().from(auditEntries)).filter(
      ({ action }) => action === 'outbox.retry',
    );
    expect(retries).toHaveLength(1);
    expect(JSON.stringify(retries)).toContain(world.site.people['system-admin']);
  });

  it('is dropped, not sent, when its channel was closed meanwhile', async () => {
    await openWebhook();
    await choose();
    await giveUp();
    await openWebhook(1, false);
    const [lost] = await undelivered();
    await resend(lost);
    await world.app.work.sweep('dong');
    expect(receiver.received).toHaveLength(8);
    expect((await deliveriesOf(world)).map(({ state }) => state)).toEqual(['dropped']);
    expect(await undelivered()).toEqual([]);
  });

  it('is sent again by the administrator alone', async () => {
    await openWebhook();
    await choose();
    await giveUp();
    const [lost] = await undelivered();
    for (const name of ['clerk', 'drafter', 'security-admin'] as const) {
      expect([name, (await resend(lost, name)).status]).toEqual([name, 403]);
    }
    expect(await undelivered()).toEqual([lost]);
  });
});
