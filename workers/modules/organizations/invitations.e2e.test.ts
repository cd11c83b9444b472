import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountPage } from '#schema/contracts/accounts.ts';
import type { AuditPage } from '#schema/contracts/audit-entries.ts';
import type {
  InvitationLinked,
  InvitationMoved,
  InvitationPage,
  Invited,
} from '#schema/contracts/invitations.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { openTestInvitation, testLink } from './invitations.fixtures.ts';

let world: TestApp;
let system: TestClient;
let security: TestClient;
beforeAll(async () => {
  world = await createTestApp();
  system = await world.as('system-admin');
  security = await world.as('security-admin');
});
afterAll(() => world.close());

const password = 'Qing-shan-lv-shui-88';
const unit = (key: string) => world.site.units[key] ?? '';
const asked = () => ({
  role: 'hospital-clerk',
  organizationId: unit('hospital'),
  post: '行风办填报岗',
  addressee: '院办公室',
  reason: '新任联络员',
});
const open = (json: object = {}, client = system) =>
  client('/api/invitations', { json: { ...asked(), ...json } });
const move = (
  { id, version }: { id: string; version: number },
  verb: 'authorize' | 'link' | 'withdraw',
  client: TestClient,
) =>
  client(`/api/invitations/${id}/${verb}`, {
    method: 'POST',
    ...(verb === 'withdraw' ? { json: { reason: '人选有变' } } : {}),
    headers: { 'if-match': `"${version}"` },
  });
const linked = async (json: object = {}) => {
  const opened = (await open(json)).json<InvitationMoved>();
  const authorized = (await move(opened, 'authorize', security)).json<InvitationMoved>();
  return (await move(authorized, 'link', system)).json<InvitationLinked>();
};
const bearing = (token: string) => ({ authorization: `Bearer ${token}` });
const look = (token: string) => world.visitor()('/api/invited', { headers: bearing(token) });
const accept = (token: string, json: object) =>
  world.visitor()('/api/invited/acceptance', {
    json: { username: 'invited', password, ...json },
    headers: bearing(token),
  });
const list = async (query = '') =>
  (await system(`/api/invitations${query}`)).json<InvitationPage>();

describe('an invitation', () => {
  test('is asked for by one, authorized by another; its link gives account and post at once', async () => {
    const opened = (await open()).json<InvitationMoved>();
    expect(opened).toMatchObject({ state: 'asked', version: 1 });
    expect((await move(opened, 'link', system)).json().code).toBe(
      'organizations.invitation_wrong_state',
    );
    const authorized = (await move(opened, 'authorize', security)).json<InvitationMoved>();
    const answer = await move(authorized, 'link', system);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { token, expiresAt } = answer.json<InvitationLinked>();
    expect(expiresAt - world.clock.now()).toBe(7 * 86_400_000);
    expect((await look(token)).json<Invited>()).toEqual({
      role: 'hospital-clerk',
      organizationName: '东区第一医院',
      relation: null,
      username: null,
      from: null,
      post: '行风办填报岗',
      expiresAt,
    });
    const taken = await accept(token, { username: 'first.clerk', name: '甲' });
    expect([taken.status, taken.json()]).toEqual([201, { username: 'first.clerk' }]);
    const visitor = world.visitor();
    const cookie = await signInForCookie(visitor, 'first.clerk', password);
    expect((await visitor('/api/submissions/mine', { headers: { cookie } })).status).toBe(200);
    const { items } = (await security('/api/accounts?search=first.clerk')).json<AccountPage>();
    expect(items).toMatchObject([
      {
        post: '行风办填报岗',
        organization: { id: unit('hospital') },
        grants: [{ role: 'hospital-clerk', organization: { id: unit('hospital') } }],
      },
    ]);
  });

  test('stands in the trail from asking to taking, and its secret nowhere', async () => {
    const { id, token } = await linked();
    await accept(token, { username: 'second.clerk' });
    const auditor = await world.as('audit-admin');
    const trail = await auditor(`/api/audit/entries?subject=${id}`);
    expect(trail.json<AuditPage>().items.map(({ action, actor }) => [action, actor.post])).toEqual([
      ['invitation.link', '系统管理员'],
      ['invitation.authorize', '安全管理员'],
      ['invitation.open', '系统管理员'],
    ]);
    const accepted = await auditor('/api/audit/entries?action=invitation.accept&limit=1');
    expect(accepted.json<AuditPage>().items[0]?.facts).toMatchObject({
      invitation: id,
      username: 'second.clerk',
      role: 'hospital-clerk',
    });
    for (const text of [trail.text, accepted.text, JSON.stringify(await list('?closed=true'))]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(password);
    }
    const used = (await list('?closed=true')).items.find((each) => each.id === id);
    expect(used).toMatchObject({ state: 'used', addressee: null });
  });

  test('is nobody’s alone: each of the three does only his part', async () => {
    for (const name of ['security-admin', 'audit-admin', 'drafter', 'clerk'] as const) {
      expect((await open({}, await world.as(name))).status).toBe(403);
    }
    const opened = (await open()).json<InvitationMoved>();
    for (const name of ['system-admin', 'audit-admin', 'head'] as const) {
      expect((await move(opened, 'authorize', await world.as(name))).status).toBe(403);
    }
    const authorized = (await move(opened, 'authorize', security)).json<InvitationMoved>();
    expect((await move(authorized, 'link', security)).status).toBe(403);
    expect((await (await world.as('audit-admin'))('/api/invitations')).status).toBe(403);
    const own = await openTestInvitation(world.site, {
      openedBy: world.site.people['security-admin'] ?? '',
    });
    expect((await move({ id: own, version: 1 }, 'authorize', security)).json().code).toBe(
      'organizations.invitation_own',
    );
  });

  test('asks for no more than the role means', async () => {
    expect((await open({ organizationId: undefined })).json().code).toBe(
      'organizations.unlawful_grant',
    );
    const nowhere = await open({ organizationId: `org_${'0'.repeat(26)}` });
    expect(nowhere.json().code).toBe('organizations.not_found');
    const mute = await open({ post: '', reason: '' });
    expect(mute.json().errors?.map(({ path }) => path)).toEqual(['/post', '/reason']);
  });

  test('opened twice under one number is one', async () => {
    const request = { json: asked(), headers: { 'idempotency-key': 'invite-0001' } };
    const first = await system('/api/invitations', request);
    expect((await system('/api/invitations', request)).text).toBe(first.text);
  });

  test('is listed newest first, what is closed apart, page after page', async () => {
    const ids: string[] = [];
    let cursor = '';
    do {
      const page = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
      ids.push(...page.items.map(({ id }) => id));
      expect(page.items.every(({ state }) => state !== 'used')).toBe(true);
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a link', () => {
  test('is used once, also by two at once, and then says so', async () => {
    const { token } = await linked();
    const both = await Promise.all([
      accept(token, { username: 'fast.one' }),
      accept(token, { username: 'fast.two' }),
    ]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(both.filter(({ status }) => status >= 409)).toHaveLength(1);
    const { items } = (await security('/api/accounts?search=fast.')).json<AccountPage>();
    expect(items).toHaveLength(1);
    const late = await look(token);
    expect([late.status, late.json().code]).toEqual([410, 'organizations.invitation_used']);
  });

  test('made again makes the one before worthless; withdrawn it says so', async () => {
    const first = await linked();
    const second = (await move(first, 'link', system)).json<InvitationLinked>();
    expect((await look(first.token)).json().code).toBe('organizations.invitation_unknown');
    expect((await look(second.token)).status).toBe(200);
    expect((await move(second, 'withdraw', security)).json<InvitationMoved>().state).toBe(
      'withdrawn',
    );
    expect((await look(second.token)).json().code).toBe('organizations.invitation_withdrawn');
    expect((await accept(second.token, {})).status).toBe(410);
    const again = await move({ ...second, version: second.version + 1 }, 'withdraw', system);
    expect(again.json().code).toBe('organizations.invitation_wrong_state');
  });

  test('that was never made tells nothing', async () => {
    for (const token of ['', 'lnk_x', `lnk_${'0'.repeat(26)}`, `inv_${'0'.repeat(26)}`]) {
      const answer = await look(token);
      expect([answer.status, answer.json().code]).toEqual([
        404,
        'organizations.invitation_unknown',
      ]);
    }
    expect((await world.visitor()('/api/invited')).status).toBe(404);
  });

  test('stays good when the name is taken or the password weak, each said at its field', async () => {
    const token = await testLink(world.site);
    const taken = await accept(token, { username: 'clerk' });
    expect(taken.json().code).toBe('identity.username_taken');
    const weak = await accept(token, { username: 'fresh.clerk', password: '东区第一医院2026' });
    expect(weak.json()).toMatchObject({
      code: 'identity.weak_password',
      errors: [{ path: '/password' }],
    });
    const short = await accept(token, { username: '张三', password: 'short' });
    expect(short.json().errors?.map(({ path }) => path)).toEqual(['/username', '/password']);
    expect((await accept(token, { username: 'fresh.clerk' })).status).toBe(201);
  });

  test('of a unit that has ended gives nothing', async () => {
    const token = await testLink(world.site);
    const drafter = await world.as('drafter');
    const ended = await drafter(`/api/organizations/${unit('hospital')}/end`, {
      json: { on: '2026-07-01', reason: '区编委批复' },
      headers: { 'if-match': '"1"' },
    });
    expect(ended.status).toBe(200);
    expect((await accept(token, { username: 'ghost' })).json().code).toBe(
      'organizations.invitation_withdrawn',
    );
  });

  test('is good for a week', async () => {
    const { token, expiresAt } = await linked();
    world.clock.tick(expiresAt - world.clock.now());
    expect((await look(token)).status).toBe(200);
    world.clock.tick(1);
    expect((await look(token)).json().code).toBe('organizations.invitation_expired');
    expect((await accept(token, { username: 'too.late' })).status).toBe(410);
  });
});
