import type * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbox, Reception, Urge, UrgePreview, Urged } from '#schema/contracts/reminders.ts';
import type { ProgressSchema } from '#schema/contracts/submissions.ts';
import { urges } from '#schema/tables/tenant/reminders.table.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from '#workers/app/testing/test-site.fixtures.ts';
import { publishInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import { phone } from './phone.fixtures.ts';
import { addClerks, deliveriesOf, messagesOf } from './reminders.fixtures.ts';
import { sendDigests } from './usecases/send-digests.ts';
import { sendWeeklyLists } from './usecases/send-weekly.ts';

let world: TestApp;
let campaignId: string;

beforeEach(async () => {
  world = await createTestApp();
  ({ campaignId } = await publishInto(world.site));
});
afterEach(() => world.close());

/** Sessions end with the day: everybody signs in at the moment of the test. */
async function as(name: CastName): Promise<TestClient> {
  const visitor = world.visitor();
  const cookie = await signInForCookie(visitor, name, TEST_PASSWORD);
  return (path, request = {}) =>
    visitor(path, { ...request, headers: { ...request.headers, cookie } });
}
const context = () => ({ ...world.site.database, tenant: world.site.profile });
const unit = (key: string) => world.site.units[key] ?? '';
const person = (key: CastName) => world.site.people[key] ?? '';
/** Past the due day of the report, on a Wednesday. */
const overdueMorning = () => world.clock.set('2026-07-22T08:30:00+08:00');
const inboxOf = async (name: CastName) =>
  (await (await as(name))('/api/reminders/inbox')).json<Inbox>();

describe('我的消息', () => {
  it('says what waits now, unit by unit, each for whom it is to do', async () => {
    world.clock.set('2026-07-17T09:00:00+08:00');
    expect((await inboxOf('clerk')).waiting).toEqual([{ kind: 'due-soon', count: 1, href: '/' }]);
    overdueMorning();
    expect((await inboxOf('clerk')).waiting).toEqual([{ kind: 'overdue', count: 1, href: '/' }]);
    expect((await inboxOf('head')).waiting).toEqual([]);
    expect((await inboxOf('reviewer')).waiting).toEqual([]);
    const count = (await (await as('clerk'))('/api/reminders/waiting')).json();
    expect(count).toMatchObject({ count: 1 });
  });
});

describe('每日摘要', () => {
  it('is one a person and day, for those alone for whom something waits', async () => {
    overdueMorning();
    await world.app.work.tick();
    await world.app.work.tick();
    const told = await messagesOf(world);
    expect(told.map(({ personId }) => personId).toSorted()).toEqual(
      [person('clerk'), person('other-clerk')].toSorted(),
    );
    expect(told[0]?.title.zh).toBe('今天有1项待办');
    expect((await inboxOf('clerk')).messages).toHaveLength(1);
    expect((await inboxOf('drafter')).messages).toHaveLength(0);
  });

  it('is silent before its hour, on rest days, and where nothing is open', async () => {
    for (const moment of ['2026-07-22T08:29', '2026-07-25T09:00', '2026-07-02T09:00']) {
      world.clock.set(`${moment}:00+08:00`);
      await sendDigests(context());
    }
    expect(await messagesOf(world)).toEqual([]);
  });

  it('goes on where it stopped, however small its steps', async () => {
    await addClerks(world.site, 12);
    overdueMorning();
    const limits = { persons: 3, steps: 1 };
    let looked = 0;
    for (let part = 0; part < 20; part += 1)
      looked += (await sendDigests(context(), limits)).looked;
    expect(looked).toBe(11 + 12);
    expect((await messagesOf(world)).length).toBe(2);
  });

  it('is never two a day, though eight isolates work at once and it begins again and again', async () => {
    await addClerks(world.site, 10);
    for (const day of ['2026-07-22', '2026-07-23']) {
      world.clock.set(`${day}T08:30:00+08:00`);
      for (let round = 0; round < 3; round += 1) {
        const isolates = Array.from({ length: 8 }, () =>
          sendDigests(context(), { persons: 4, steps: 3 }),
        );
        await Promise.all(isolates);
      }
    }
    const told = await messagesOf(world);
    const places = told.map(({ personId, occasion }) => `${personId} ${occasion}`);
    expect(new Set(places).size).toBe(places.length);
    expect(told.filter(({ personId }) => personId === person('clerk'))).toHaveLength(2);
  });
});

describe('催办', () => {
  const urge = (client: TestClient, json: Partial<Urge> = {}, path = '') =>
    client(`/api/reminders/urges${path}`, {
      json: { campaign: campaignId, organizationIds: [unit('hospital')], ...json },
    });

  it('shows what it would send, then sends it once a day, and says who did', async () => {
    overdueMorning();
    const reviewer = await as('reviewer');
    const preview = (
      await urge(reviewer, { task: 'training-report' }, '/preview')
    ).json<UrgePreview>();
    expect(preview.units).toMatchObject([
      { organizationName: '东区第一医院', items: 1, contacts: 1 },
    ]);
    expect(preview.words.zh).toContain('《教育培训情况报告》');
    expect(preview.words.zh).toContain('请于7月23日12:00前报送');
    const first = (await urge(reviewer)).json<Urged>();
    expect(first.results).toMatchObject([{ outcome: 'urged' }]);
    const again = (await urge(await as('drafter'))).json<Urged>();
    expect(again.results).toMatchObject([
      { outcome: 'already', words: { zh: '今天已催办（08:30 由医政科审核岗）' } },
    ]);
    world.clock.tick(24 * 3_600_000);
    expect((await urge(await as('drafter'))).json<Urged>().results[0]?.outcome).toBe('urged');
  });

  it('of one unit by twenty at once is one', async () => {
    overdueMorning();
    const reviewer = await as('reviewer');
    const clients = [reviewer, await as('drafter'), await as('checker')];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => urge(clients[at % 3] ?? reviewer)),
    );
    const outcomes = answers.map((answer) => answer.json<Urged>().results[0]?.outcome);
    expect(outcomes.filter((outcome) => outcome === 'urged')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'already')).toHaveLength(19);
    expect(await world.site.database.db.select().from(urges)).toHaveLength(1);
  });

  it('reaches the contacts at once, and the table says when and by whom', async () => {
    overdueMorning();
    await urge(await as('reviewer'));
    await world.app.work.sweep('dong');
    const [message] = (await inboxOf('clerk')).messages;
    expect(message?.body.zh).toContain('你单位应报材料1件尚未报送');
    const drafter = await as('drafter');
    const answer = await drafter(`/api/submissions/progress?campaign=${campaignId}`);
    const { rows, reminder } = answer.json<v.InferOutput<typeof ProgressSchema>>();
    const row = rows.find(({ organizationId }) => organizationId === unit('hospital'));
    expect(row).toMatchObject({
      liaison: '行风办填报岗',
      urged: { post: '医政科审核岗', today: true },
    });
    expect(reminder.zh).toContain('请于7月23日12:00前报送');
  });

  it('is not for a unit out of reach, nor one that owes nothing, nor on a rest day', async () => {
    overdueMorning();
    const outside = await urge(await as('reviewer'), {
      organizationIds: [unit('direct-hospital'), unit('bureau')],
    });
    expect(new Set(outside.json<Urged>().results.map(({ outcome }) => outcome))).toEqual(
      new Set(['unknown']),
    );
    const early = await as('drafter');
    expect((await urge(await as('clerk'))).status).toBe(403);
    expect((await urge(early, { campaign: undefined })).status).toBe(422);
    world.clock.set('2026-07-25T10:00:00+08:00');
    const resting = await urge(await as('drafter'));
    expect([resting.status, resting.json().code]).toEqual([409, 'reminders.rest_day']);
  });
});

describe('每周逾期名单', () => {
  it('goes once on Monday to the authority right above, naming its units', async () => {
    world.clock.set('2026-07-27T08:30:00+08:00');
    expect(await sendWeeklyLists(context())).toMatchObject({ lists: 2 });
    expect(await sendWeeklyLists(context())).toEqual({ lists: 0, told: 0 });
    const told = await messagesOf(world);
    const of = (name: CastName) => told.find(({ personId }) => personId === person(name));
    expect(of('reviewer')?.body.zh).toContain('东区第一医院（1件，最长7天）');
    expect(of('drafter')?.body.zh).toContain('直属中心医院');
    expect(of('drafter')?.body.zh).not.toContain('东区第一医院');
    expect(of('clerk')).toBeUndefined();
    expect(await deliveriesOf(world)).toEqual([]);
  });

  it('is silent on other days and where nothing is overdue', async () => {
    for (const moment of ['2026-07-28T09:00', '2026-07-06T09:00']) {
      world.clock.set(`${moment}:00+08:00`);
      await sendWeeklyLists(context());
    }
    expect(await messagesOf(world)).toEqual([]);
  });
});

describe('接收方式', () => {
  it('begins as in-app alone; a channel needs an address and to be open', async () => {
    const clerk = await as('clerk');
    const before = (await clerk('/api/reminders/reception')).json<Reception>();
    expect(before).toMatchObject({ channel: null, contacts: [], offered: [] });
    const json = { channel: 'email', digest: true, urged: true };
    const refused = await clerk('/api/reminders/reception', { method: 'PUT', json });
    expect(refused.json().code).toBe('reminders.not_offered');
  });

  it('keeps addresses closed: masked on screen, in clear neither in the database nor on record', async () => {
    const clerk = await as('clerk');
    const put = (value: string) =>
      clerk('/api/reminders/contacts/email', { method: 'PUT', json: { value } });
    expect((await put('no address')).json().code).toBe('reminders.bad_contact');
    expect((await put('liming@unit.example')).status).toBe(204);
    const { contacts } = (await clerk('/api/reminders/reception')).json<Reception>();
    expect(contacts).toEqual([{ kind: 'email', masked: 'l***@unit.example', enteredBy: 'self' }]);
    const dump = await world.site.database.send([
      { sql: 'select group_concat(sealed) from contacts', wantRows: true },
      { sql: 'select group_concat(body) from audit_entries', wantRows: true },
    ]);
    expect(JSON.stringify(dump)).not.toContain('liming');
  });

  it('is told to its person when the administrator enters an address', async () => {
    const admin = await as('system-admin');
    const path = `/api/reminders/people/${person('clerk')}/contacts/phone`;
    const put = await admin(path, { method: 'PUT', json: { value: phone } });
    expect([put.status, put.text]).toEqual([204, '']);
    const { messages } = await inboxOf('clerk');
    expect(messages[0]).toMatchObject({ category: 'security' });
    expect(
      (await (await as('clerk'))(path, { method: 'PUT', json: { value: phone } })).status,
    ).toBe(403);
  });
});
