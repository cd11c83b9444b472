import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AuditPage } from '#schema/contracts/audit-entries.ts';
import type {
  HandoverDetail,
  HandoverMoved,
  HandoverPost,
  Handovers,
} from '#schema/contracts/handovers.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createIds } from '#workers/platform/ids.ts';
import { listGrantsOf } from './grants.repository.ts';
import { openTestHandover } from './handovers.fixtures.ts';
import { settleHandovers } from './usecases/settle-handovers.ts';

let world: TestApp;
beforeEach(async () => {
  world = await createTestApp();
});
afterEach(() => world.close());

const personOf = (name: CastName) => world.site.people[name] ?? '';
const rolesOf = async (name: CastName) =>
  (await listGrantsOf(world.site.database.db, [personOf(name)])).map(({ role }) => role);
const postsOf = async (name: CastName, query = '') =>
  (await (await world.as(name))(`/api/handovers/posts${query}`)).json<{ items: HandoverPost[] }>()
    .items;
const grantOf = async (name: CastName) =>
  (await listGrantsOf(world.site.database.db, [personOf(name)]))[0]?.id ?? '';
const open = async (as: CastName, json: object = {}) =>
  (await world.as(as))('/api/handovers', {
    json: {
      grantId: await grantOf('clerk'),
      toId: personOf('department'),
      on: '2026-07-01',
      reason: '轮岗',
      note: '印章在院办公室',
      ...json,
    },
  });
const move = async (
  as: CastName,
  { id, version }: Pick<HandoverMoved, 'id' | 'version'>,
  verb: 'authorize' | 'acknowledge' | 'withdraw',
) =>
  (await world.as(as))(`/api/handovers/${id}/${verb}`, {
    method: 'POST',
    ...(verb === 'withdraw' ? { json: { reason: '人选有变' } } : {}),
    headers: { 'if-match': `"${version}"` },
  });
const show = async (as: CastName, id: string) => (await world.as(as))(`/api/handovers/${id}`);

describe('the clerk’s post', () => {
  test('goes to the successor when head, security administrator and successor have done their part', async () => {
    const [offered] = (await postsOf('head')).filter(({ role }) => role === 'hospital-clerk');
    expect(offered).toMatchObject({ username: 'clerk', post: '行风办填报岗' });
    expect(offered?.candidates.map(({ username }) => username)).toEqual(['department', 'head']);
    const asked = (await open('head')).json<HandoverMoved>();
    expect(asked.state).toBe('asked');
    expect((await move('department', asked, 'acknowledge')).json().code).toBe(
      'organizations.handover_wrong_state',
    );
    const authorized = (await move('security-admin', asked, 'authorize')).json<HandoverMoved>();
    expect(await rolesOf('clerk')).toEqual(['hospital-clerk']);
    const settled = (await move('department', authorized, 'acknowledge')).json<HandoverMoved>();
    expect(settled).toMatchObject({ state: 'settled', version: 4 });
    expect(await rolesOf('clerk')).toEqual([]);
    expect((await rolesOf('department')).toSorted()).toEqual([
      'hospital-clerk',
      'hospital-department',
    ]);
    world.clock.tick(6_000);
    const gone = await world.as('clerk');
    expect((await gone('/api/submissions/mine')).status).toBe(403);
    const detail = (await show('clerk', asked.id)).json<HandoverDetail>();
    expect(detail).toMatchObject({
      state: 'settled',
      fromUsername: 'clerk',
      toUsername: 'department',
      openedByPost: '院长',
      authorizedByPost: '安全管理员',
      note: '印章在院办公室',
      may: [],
    });
  });

  test('stands in the trail, step by step', async () => {
    const asked = (await open('clerk')).json<HandoverMoved>();
    const authorized = (await move('security-admin', asked, 'authorize')).json<HandoverMoved>();
    await move('department', authorized, 'acknowledge');
    const auditor = await world.as('audit-admin');
    const trail = await auditor(`/api/audit/entries?subject=${asked.id}`);
    expect(
      trail.json<AuditPage>().items.map(({ action, facts }) => [action, facts['state']]),
    ).toEqual([
      ['account.hand-over', 'settled'],
      ['account.hand-over', 'acknowledged'],
      ['account.hand-over', 'authorized'],
      ['account.hand-over', 'asked'],
    ]);
  });

  test('stays where it is until the day, and changes hands on it, once', async () => {
    const opened = (await open('security-admin', { on: '2026-07-03' })).json<HandoverMoved>();
    expect(opened.state).toBe('authorized');
    const acknowledged = (await move('department', opened, 'acknowledge')).json<HandoverMoved>();
    expect(acknowledged.state).toBe('acknowledged');
    const { database } = world.site;
    const context = { ...database, ids: createIds(database.clock) };
    world.clock.set('2026-07-02T23:59:00+08:00');
    expect(await settleHandovers(context)).toBe(0);
    expect(await rolesOf('clerk')).toEqual(['hospital-clerk']);
    world.clock.set('2026-07-03T00:01:00+08:00');
    expect(await settleHandovers(context)).toBe(1);
    expect(await settleHandovers(context)).toBe(0);
    expect(await rolesOf('clerk')).toEqual([]);
    const taken = await listGrantsOf(database.db, [personOf('department')]);
    expect(taken.find(({ role }) => role === 'hospital-clerk')?.from).toBe('2026-07-03');
  });

  test('is not handed on where it was taken back meanwhile', async () => {
    const opened = (await open('security-admin', { on: '2026-07-03' })).json<HandoverMoved>();
    await move('department', opened, 'acknowledge');
    const security = await world.as('security-admin');
    const path = `/api/accounts/${personOf('clerk')}/grants/${await grantOf('clerk')}/end`;
    expect((await security(path, { json: { reason: '违规' } })).status).toBe(200);
    world.clock.set('2026-07-03T00:01:00+08:00');
    const { database } = world.site;
    await settleHandovers({ ...database, ids: createIds(database.clock) });
    expect(await rolesOf('department')).toEqual(['hospital-department']);
  });
});

describe('a hand-over', () => {
  test('is opened for a post of one’s own or of one’s unit, and for nobody else’s', async () => {
    for (const name of ['other-clerk', 'drafter', 'system-admin', 'audit-admin'] as const) {
      expect((await open(name)).json().code).toBe('organizations.handover_not_yours');
    }
    const own = await open('security-admin', { grantId: await grantOf('security-admin') });
    expect(own.json().code).toBe('organizations.handover_not_yours');
    expect(await postsOf('audit-admin')).toEqual([]);
    const posts = await postsOf('security-admin', `?personId=${personOf('reviewer')}`);
    expect(posts.map(({ username }) => username)).toEqual(['reviewer']);
    expect(await postsOf('clerk', `?personId=${personOf('reviewer')}`)).toMatchObject([
      { username: 'clerk' },
    ]);
  });

  test('goes to another account of the unit only, today or later, and one at a time', async () => {
    const stranger = await open('head', { toId: personOf('other-clerk') });
    expect(stranger.json().code).toBe('organizations.handover_wrong_successor');
    const itself = await open('head', { toId: personOf('clerk') });
    expect(itself.json().code).toBe('organizations.handover_wrong_successor');
    const past = await open('head', { on: '2026-06-30' });
    expect(past.json().code).toBe('organizations.handover_day_past');
    expect((await open('head')).status).toBe(201);
    expect((await open('clerk')).json().code).toBe('organizations.handover_open');
  });

  test('is taken back by who asked for it; then nothing has changed', async () => {
    const asked = (await open('head')).json<HandoverMoved>();
    expect((await move('department', asked, 'withdraw')).json().code).toBe(
      'organizations.handover_wrong_state',
    );
    expect((await move('head', asked, 'withdraw')).json<HandoverMoved>().state).toBe('withdrawn');
    expect(await rolesOf('clerk')).toEqual(['hospital-clerk']);
    expect((await open('head')).status).toBe(201);
  });

  test('is told to the two, the head and the administrators; to others it is not there', async () => {
    const id = await openTestHandover(world.site);
    for (const name of ['clerk', 'department', 'head', 'security-admin'] as const) {
      expect((await show(name, id)).status).toBe(200);
      const { items } = (await (await world.as(name))('/api/handovers')).json<Handovers>();
      expect(items.map((each) => each.id)).toEqual([id]);
    }
    for (const name of ['other-clerk', 'drafter', 'reviewer'] as const) {
      expect((await show(name, id)).status).toBe(404);
      const { items } = (await (await world.as(name))('/api/handovers')).json<Handovers>();
      expect(items).toEqual([]);
    }
  });

  test('as somebody saw it before is not done over a newer one', async () => {
    const asked = (await open('head')).json<HandoverMoved>();
    expect((await move('security-admin', { ...asked, version: 9 }, 'authorize')).status).toBe(412);
    const both = await Promise.all([
      move('security-admin', asked, 'authorize'),
      move('head', asked, 'withdraw'),
    ]);
    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  });
});
