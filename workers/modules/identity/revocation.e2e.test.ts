import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionAnswer } from '#schema/contracts/identity.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { people, sessions } from '#schema/tables/identity.table.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestClient, signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD, testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import { createAccounts } from './usecases/create-accounts.ts';
import { disableAccount, enableAccount } from './usecases/disable-account.ts';

const KEPT_MS = 5_000;
const MINUTE = 60_000;

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

/** An account that may change the list of units, so that reads and writes can both be tried. */
async function newDrafter(username: string): Promise<string> {
  const context = world.site.database;
  const account = { username, name: '拟稿岗', secret: { password: TEST_PASSWORD } };
  const [made] = await createAccounts({
    context,
    input: { accounts: [account], actor: testActor },
  });
  const personId = made?.personId ?? '';
  const grants = [{ personId, role: 'commission-drafter' as const }];
  await giveGrants({ context, input: { grants, actor: testActor } });
  return personId;
}

async function signedIn(username: string) {
  const cookie = await signInForCookie(world.visitor(), username, TEST_PASSWORD);
  const origin = `http://${hostOf('dong')}`;
  return createTestClient({ fetch: (request) => world.app.fetch(request), origin, cookie });
}

type Client = Awaited<ReturnType<typeof signedIn>>;

let serial = 0;
const write = (client: Client) => {
  serial += 1;
  const relations = [{ relation: 'supervision' as const }];
  const unit = { key: `u${serial}`, name: `单位${serial}`, order: 900, kind: 'clinic', relations };
  return client('/api/organizations/import', { json: { units: [unit] } });
};
const read = (client: Client) => client('/api/organizations?limit=1');
const moveOf = (personId: string) => ({
  context: world.site.database,
  input: { personId, reason: '离职交接', actor: testActor },
});
const unitCount = async () => {
  const drafter = await world.as('drafter');
  return (await drafter('/api/organizations?limit=200')).json<{ items: unknown[] }>().items.length;
};

describe('a person who has left', () => {
  test('writes nothing more from that moment, though the browser is still open', async () => {
    const personId = await newDrafter('leaver-one');
    const client = await signedIn('leaver-one');
    expect((await write(client)).status).toBe(201);
    const before = await unitCount();
    await disableAccount(moveOf(personId));
    const refused = await write(client);
    expect(refused).toMatchObject({ status: 401 });
    expect(refused.json()).toMatchObject({
      code: 'identity.session_ended',
      title: '登录已失效，请重新登录；未保存的内容仍在本机。',
    });
    expect(await unitCount()).toBe(before);
  });

  test('reads nothing more after five seconds, even without ever writing', async () => {
    const personId = await newDrafter('leaver-two');
    const client = await signedIn('leaver-two');
    expect((await read(client)).status).toBe(200);
    await disableAccount(moveOf(personId));
    world.clock.tick(KEPT_MS);
    expect((await read(client)).status).toBe(401);
  });

  test('reads nothing more once a write has shown it, though five seconds have not passed', async () => {
    const personId = await newDrafter('leaver-three');
    const client = await signedIn('leaver-three');
    await read(client);
    await disableAccount(moveOf(personId));
    await write(client);
    expect((await read(client)).status).toBe(401);
  });

  test('who comes back signs in anew; the sessions of before stay over', async () => {
    const personId = await newDrafter('returner');
    const old = await signedIn('returner');
    await disableAccount(moveOf(personId));
    await enableAccount(moveOf(personId));
    world.clock.tick(KEPT_MS);
    expect((await read(old)).status).toBe(401);
    expect((await write(await signedIn('returner'))).status).toBe(201);
  });

  test('keeps no session in the database, and the reason stands in the audit', async () => {
    const personId = await newDrafter('leaver-four');
    await signedIn('leaver-four');
    await signedIn('leaver-four');
    await disableAccount(moveOf(personId));
    const { db } = world.site.database;
    expect(await db.select().from(sessions).where(eq(sessions.userId, personId))).toEqual([]);
    const entries = await db
      .select({ action: auditEntries.action, body: auditEntries.body })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, personId));
    const [entry] = entries.filter(({ action }) => action === 'account.disable');
    expect(entry?.body).toContain('离职交接');
  });
});

describe('barring an account', () => {
  test('repeated under the same key answers the same and stands in the audit once', async () => {
    const personId = await newDrafter('barred-once');
    const requestKey = { key: 'disable-0001', requestHash: 'c'.repeat(64) };
    const move = moveOf(personId);
    const request = { ...move, input: { ...move.input, requestKey } };
    const first = await disableAccount(request);
    expect(await disableAccount(request)).toEqual(first);
    const [person] = await world.site.database.db
      .select({ version: people.authorityVersion })
      .from(people)
      .where(eq(people.id, personId));
    await expect(disableAccount(moveOf(personId))).rejects.toThrow('identity.unknown_person');
    const [after] = await world.site.database.db
      .select({ version: people.authorityVersion })
      .from(people)
      .where(eq(people.id, personId));
    expect(after).toEqual(person);
  });

  test('an account that is not barred, or is not there, cannot be opened again', async () => {
    const personId = await newDrafter('never-barred');
    await expect(enableAccount(moveOf(personId))).rejects.toThrow('identity.unknown_person');
    await expect(enableAccount(moveOf('per_none'))).rejects.toThrow('identity.unknown_person');
  });
});

describe('a fourth sign-in', () => {
  test('ends the oldest session: its next write is refused at once', async () => {
    await newDrafter('four-desks');
    const desks: Client[] = [];
    for (let desk = 0; desk < 3; desk += 1) {
      world.clock.tick(1_000);
      desks.push(await signedIn('four-desks'));
    }
    for (const desk of desks) expect((await read(desk)).status).toBe(200);
    world.clock.tick(1_000);
    const fourth = await signedIn('four-desks');
    const [oldest, second] = desks;
    if (!oldest || !second) throw new Error('no sessions');
    expect((await write(oldest)).json().code).toBe('identity.session_ended');
    expect((await write(second)).status).toBe(201);
    expect((await write(fourth)).status).toBe(201);
  });

  test('of one person ends no session of another', async () => {
    await newDrafter('quiet-desk');
    const quiet = await signedIn('quiet-desk');
    for (let desk = 0; desk < 4; desk += 1) await signedIn('four-desks');
    world.clock.tick(KEPT_MS);
    expect((await read(quiet)).status).toBe(200);
  });
});

describe('time', () => {
  const timesOf = async (client: Client) =>
    (await client('/api/auth/get-session')).json<SessionAnswer>();

  test('a session that was used is written down at most every five minutes', async () => {
    const personId = await newDrafter('busy-reader');
    const client = await signedIn('busy-reader');
    const refreshes = async () =>
      (
        await world.site.database.db
          .select({ action: auditEntries.action, actorId: auditEntries.body })
          .from(auditEntries)
          .where(eq(auditEntries.action, 'session.refresh'))
      ).filter(({ actorId }) => actorId.includes(personId)).length;
    for (let second = 0; second < 28; second += 1) {
      world.clock.tick(10_000);
      await read(client);
    }
    expect(await refreshes()).toBe(0);
    world.clock.tick(30_000);
    await read(client);
    expect(await refreshes()).toBe(1);
  });

  test('half an hour to the millisecond without use is the end of it', async () => {
    await newDrafter('idle-reader');
    const client = await signedIn('idle-reader');
    const { idleUntil } = await timesOf(client);
    expect(idleUntil - world.clock.now()).toBe(30 * MINUTE);
    world.clock.set(idleUntil);
    expect((await read(client)).status).toBe(401);
    expect((await write(client)).status).toBe(401);
  });

  test('twelve hours are the end however busy the day was', async () => {
    await newDrafter('long-day');
    const client = await signedIn('long-day');
    const { expiresAt } = await timesOf(client);
    expect(expiresAt - world.clock.now()).toBe(12 * 60 * MINUTE);
    while (world.clock.now() + 25 * MINUTE < expiresAt) {
      world.clock.tick(25 * MINUTE);
      expect((await read(client)).status).toBe(200);
    }
    expect((await timesOf(client)).idleUntil).toBeLessThanOrEqual(expiresAt);
    world.clock.set(expiresAt - 1);
    expect((await read(client)).status).toBe(200);
    world.clock.set(expiresAt);
    expect((await read(client)).status).toBe(401);
  });
});
