import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InvitationBatch, InvitationPage } from '#schema/contracts/invitations.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { act, sendSheet, takeAll } from './imports.fixtures.ts';
import type { Sheet } from './imports.fixtures.ts';

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
    expect(seen).toMatchObject({ asked: 500 });
    expect((await decide(id, seen?.version)).json().code).toBe('organizations.batch_under_way');

    const { items } = (await security(`/api/invitations?batch=${id}`)).json<InvitationPage>();
    await admin(`/api/invitations/${items[0]?.id}/withdraw`, {
      json: { reason: '填错' },
      headers: { 'if-match': '"1"' },
    });
    expect(await takeAll(admin, id, { base })).toMatchObject({ state: 'done' });
    expect((await decide(id, seen?.version)).json().code).toBe('platform.stale_version');
    const whole = await batchOf(id);
    expect(whole).toMatchObject({ asked: 500 });
    expect((await decide(id, whole?.version)).json()).toMatchObject({ authorized: 500 });
  });
});
