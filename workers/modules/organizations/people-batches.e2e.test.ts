import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportJob, ImportRowPage } from '#schema/contracts/imports.ts';
import type { InvitationBatch, InvitationPage } from '#schema/contracts/invitations.ts';
import { invitations } from '#schema/tables/tenant/imports.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  act,
  changeTestImport,
  createImportingContext,
  sendSheet,
  takeAll,
} from './imports.fixtures.ts';
import type { Sheet } from './imports.fixtures.ts';
import { aboutPhone } from './invitations.domain.ts';

const base = '/api/invitations/imports';
const batches = '/api/invitations/batches';
const heading = ['单位', '姓名', '登录名', '岗位', '角色'];
const rowOf = (index: number) => [
  '东区第一医院',
  `某${index}`,
  `person-${index}`,
  '院办填报岗',
  '联络员',
];

let world: TestApp;
let admin: TestClient;
let security: TestClient;
beforeEach(async () => {
  world = await createTestApp();
  admin = await world.as('system-admin');
  security = await world.as('security-admin');
});
afterEach(() => world.close());

const checkedJob = async (sheet: Sheet) => {
  const id = await sendSheet(admin, sheet, { base });
  await act(admin, `${base}/${id}/check`);
  return id;
};
const batchOf = async (id: string) => {
  const { items } = (await security(batches)).json<{ items: InvitationBatch[] }>();
  return items.find((each) => each.id === id);
};
const decide = async (id: string, version = 1) =>
  security(`${batches}/${id}/authorize`, {
    json: { refused: [] },
    headers: { 'if-match': `"${version}"` },
  });

describe('a list that is still being taken in', () => {
  it('is not decided, nor later by what was seen then: one row more, one less look the same', async () => {
    const rows = Array.from({ length: 501 }, (_, index) => rowOf(index));
    const id = await checkedJob([heading, ...rows]);
    await act(admin, `${base}/${id}/take`, { choice: 'all' });
    await act(admin, `${base}/${id}/advance`);
    const seen = await batchOf(id);
    expect(seen).toMatchObject({ asked: 500, isTaken: false });
    expect((await decide(id, seen?.version)).json().code).toBe('organizations.batch_under_way');

    const { items } = (await security(`/api/invitations?batch=${id}`)).json<InvitationPage>();
    await admin(`/api/invitations/${items[0]?.id}/withdraw`, {
      json: { reason: '填错' },
      headers: { 'if-match': '"1"' },
    });
    expect(await takeAll(admin, id, { base })).toMatchObject({ state: 'done' });
    expect((await decide(id, seen?.version)).json().code).toBe('platform.stale_version');
    const whole = await batchOf(id);
    expect(whole).toMatchObject({ asked: 500, isTaken: true });
    expect((await decide(id, whole?.version)).json()).toMatchObject({ authorized: 500 });
  });
});

describe('who wrote a row asked for it', () => {
  const asIf = (id: string) =>
    changeTestImport(world.site, id, {
      openedBy: world.site.people['security-admin'] ?? '',
      openedByPost: '原系统管理员',
    });

  it('also where somebody else had written it first: he does not authorize it', async () => {
    const first = await checkedJob([heading, rowOf(1)]);
    await takeAll(admin, first, { base });
    const second = await checkedJob([heading, rowOf(1).with(3, '质控科')]);
    await act(admin, `${base}/${second}/take`, { choice: 'all' });
    await asIf(second);
    world.clock.tick(1_000);
    await act(admin, `${base}/${second}/advance`);
    await act(admin, `${base}/${second}/advance`);
    const [row] = await world.site.database.db.select().from(invitations);
    expect(row).toMatchObject({
      post: '质控科',
      openedBy: world.site.people['security-admin'],
      openedByPost: '原系统管理员',
      openedAt: world.clock.now(),
    });
    const whole = await batchOf(second);
    const own = await decide(second, whole?.version);
    expect(own.json().code).toBe('organizations.invitation_own');
  });

  it('so nobody sends, checks or takes rows in somebody else’s name', async () => {
    const id = await checkedJob([heading, rowOf(1)]);
    await asIf(id);
    for (const [verb, json] of [
      ['rows', { rows: [{ row: 2, cells: rowOf(2) }] }],
      ['check', {}],
      ['take', { choice: 'good' }],
    ] as const) {
      const answer = await act(admin, `${base}/${id}/${verb}`, json);
      expect([verb, answer.json().code]).toEqual([verb, 'organizations.import_own']);
    }
    expect((await act(admin, `${base}/${id}/drop`)).status).toBe(200);
  });
});

it('a number mended behind its mask is a change, and it is the mended one that is kept', async () => {
  const withPhone = (phone: string): Sheet => [
    [...heading, '手机'],
    [...rowOf(1), phone],
  ];
  const first = ['139', '0000', '0001'].join('');
  const mended = ['139', '0001', '0001'].join('');
  await takeAll(admin, await checkedJob(withPhone(first)), { base });
  const countsOf = async (id: string) => (await admin(`${base}/${id}`)).json<ImportJob>().counts;
  const same = await checkedJob(withPhone(first));
  expect(await countsOf(same)).toMatchObject({ unchanged: 1, changed: 0 });
  const id = await checkedJob(withPhone(mended));
  expect(await countsOf(id)).toMatchObject({ unchanged: 0, changed: 1 });
  const page = (await admin(`${base}/${id}/rows`)).json<ImportRowPage>();
  const mask = '139****0001';
  expect(page.items[0]?.changes).toEqual([{ column: 'phone', before: mask, after: mask }]);
  await takeAll(admin, id, { base });
  const [row] = await world.site.database.db.select().from(invitations);
  const { box } = await createImportingContext(world.site);
  expect(await box.open(row?.phoneSealed ?? '', aboutPhone(row?.id ?? ''))).toBe(mended);
});
