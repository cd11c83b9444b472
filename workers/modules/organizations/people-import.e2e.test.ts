import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportJob, ImportRowPage } from '#schema/contracts/imports.ts';
import type { Invitation, InvitationBatch, SlipPage } from '#schema/contracts/invitations.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { invitations, unitImportRows } from '#schema/tables/tenant/imports.table.ts';
import { contacts } from '#schema/tables/tenant/reminders.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { act, createImportingContext, sendSheet, takeAll } from './imports.fixtures.ts';
import type { Sheet } from './imports.fixtures.ts';
import { tendImports } from './usecases/tend-imports.ts';

/** Put together here: no number that could be somebody's stands in a file. */
const phone = ['139', '0000', '0001'].join('');

const base = '/api/invitations/imports';
const batches = '/api/invitations/batches';
const sheet: Sheet = [
  ['单位', '姓名', '登录名', '手机', '岗位', '角色', '起始日期'],
  ['东区第一医院', '林一', 'lin.yi', phone, '院办填报岗', '联络员', ''],
  ['东区第二医院', '林二', 'lin.er', '', '院办填报岗', '联络员', '2026-09-01'],
  ['东区卫生健康局', '林三', 'lin.san', '', '医政科审核岗', '审核', ''],
  ['东区第一医院', '林四', 'clerk', '', '', '联络员', ''],
  ['东区第三医院', '林五', 'lin.wu', '', '', '联络员', ''],
];
const good: Sheet = [sheet[0], ...sheet.slice(1, 4)];

let world: TestApp;
let admin: TestClient;
let security: TestClient;
beforeEach(async () => {
  world = await createTestApp();
  admin = await world.as('system-admin');
  security = await world.as('security-admin');
});
afterEach(() => world.close());

const checkedJob = async (rows: Sheet) => {
  const id = await sendSheet(admin, rows, { base });
  return (await act(admin, `${base}/${id}/check`)).json<ImportJob>();
};
const imported = async (rows: Sheet = good) => {
  const { id } = await checkedJob(rows);
  return takeAll(admin, id, { base, choice: 'good' });
};
const batchOf = async (id: string) => {
  const { items } = (await security(batches)).json<{ items: InvitationBatch[] }>();
  const found = items.find((each) => each.id === id);
  if (!found) throw new Error('no batch');
  return found;
};
const listed = async (id: string) =>
  (await security(`/api/invitations?batch=${id}`)).json<{ items: Invitation[] }>().items;
const decide = async (id: string, json: object, client = security) => {
  const { version } = await batchOf(id);
  return client(`${batches}/${id}/authorize`, { json, headers: { 'if-match': `"${version}"` } });
};
const slipsOf = async (id: string, json: object = {}) =>
  (await act(admin, `${batches}/${id}/links`, json)).json<SlipPage>();
const join = (token: string, json: object) =>
  world.visitor()('/api/invited/acceptance', {
    json: { password: 'Qing-shan-lv-shui-88', ...json },
    headers: { authorization: `Bearer ${token}` },
  });
const trailOf = async (id: string) => {
  const rows = await world.site.database.db
    .select({ body: auditEntries.body })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, id))
    .orderBy(auditEntries.seq);
  return rows.map(({ body }) => JSON.parse(body) as { action: string; facts: object });
};

describe('people from a file', () => {
  it('are checked row by row and become invitations, and nobody can sign in by that', async () => {
    const job = await checkedJob(sheet);
    expect(job.counts).toEqual({ new: 3, changed: 0, unchanged: 1, error: 1 });
    const page = (await admin(`${base}/${job.id}/rows?outcome=error`)).json<ImportRowPage>();
    expect(page.items[0]?.problems[0]?.message).toContain('东区第三医院');
    const done = await takeAll(admin, job.id, { base, choice: 'good' });
    expect(done).toMatchObject({ state: 'done', taken: 3, refused: 0 });
    const items = await listed(job.id);
    expect(items.map(({ state }) => state)).toEqual(['asked', 'asked', 'asked']);
    expect(items.find(({ username }) => username === 'lin.yi')).toMatchObject({
      addressee: '林＊',
      phone: '139****0001',
      organization: { name: '东区第一医院' },
      role: 'hospital-clerk',
    });
    expect((await slipsOf(job.id)).items).toEqual([]);
  });

  it('leave neither name nor phone in the rows once they are taken or dropped', async () => {
    const { db } = world.site.database;
    const taken = await imported();
    const { id: dropped } = await checkedJob([sheet[0], sheet[5] ?? []]);
    await act(admin, `${base}/${dropped}/drop`);
    for (const id of [taken.id, dropped]) {
      const rows = await db.select().from(unitImportRows).where(eq(unitImportRows.importId, id));
      expect(JSON.stringify(rows)).not.toMatch(/林|139|lin\./);
      expect(rows.every(({ outcome }) => outcome !== null)).toBe(true);
    }
    const kept = await db.select().from(invitations).where(eq(invitations.importId, taken.id));
    expect(JSON.stringify(kept)).not.toContain(phone);
  });

  it('left alone for a week before they are taken, a list is dropped and emptied', async () => {
    const { id } = await checkedJob(good);
    const context = await createImportingContext(world.site, 'system-admin');
    world.clock.tick(6 * 86_400_000);
    await tendImports(context);
    const { db } = world.site.database;
    const rows = () => db.select().from(unitImportRows).where(eq(unitImportRows.importId, id));
    expect((await rows())[0]?.cells).toContain('林一');
    world.clock.tick(2 * 86_400_000);
    await tendImports(context);
    expect((await rows())[0]?.cells).toEqual([]);
    expect((await trailOf(id)).at(-1)).toMatchObject({ action: 'import.drop', facts: { days: 7 } });
  });

  it('sent again change nothing, whatever has become of them', async () => {
    const { id } = await imported();
    const unchanged = { new: 0, changed: 0, unchanged: 3, error: 0 };
    expect((await checkedJob(good)).counts).toEqual(unchanged);
    await decide(id, { refused: [] });
    expect((await checkedJob(good)).counts).toEqual(unchanged);
    const { items } = await slipsOf(id);
    for (const { token } of items) await join(token, { username: 'somebody-else' });
    expect((await checkedJob(good)).counts).toEqual(unchanged);
    const again = await imported();
    expect(again).toMatchObject({ taken: 0 });
    const all = await world.site.database.db.select().from(invitations);
    expect(all).toHaveLength(3);
  });

  it('mended before the decision, the row that waits is the one that is changed', async () => {
    await imported();
    const mended: Sheet = [sheet[0], (good[1] ?? []).with(0, '东区第二医院')];
    const { id } = await imported(mended);
    const items = await listed(id);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ username: 'lin.yi', organization: { name: '东区第二医院' } });
  });

  it('a login name that is taken while rows are taken is left out, and its row says so', async () => {
    const { id } = await checkedJob(good);
    await act(admin, `${base}/${id}/take`, { choice: 'all' });
    await admin('/api/accounts', { json: { username: 'lin.er', post: '院办填报岗' } });
    expect(await takeAll(admin, id, { base })).toMatchObject({ taken: 2, refused: 1 });
    const page = (await admin(`${base}/${id}/rows?state=refused`)).json<ImportRowPage>();
    expect(page.items[0]?.problems[0]?.message).toContain('核对之后又有变动');
  });
});

describe('three administrators', () => {
  it('who imports does not decide, who decides neither imports nor makes links', async () => {
    const { id } = await imported();
    expect((await decide(id, { refused: [] }, admin)).status).toBe(403);
    expect((await security(base)).status).toBe(403);
    expect((await act(security, `${batches}/${id}/links`)).status).toBe(403);
    const auditor = await world.as('audit-admin');
    for (const path of [base, batches]) expect((await auditor(path)).status).toBe(403);
  });

  it('one decision lets a list through but for those refused, with the reason on record', async () => {
    const { id } = await imported();
    const refused = (await listed(id)).find(({ username }) => username === 'lin.er')?.id ?? '';
    const bare = await decide(id, { refused: [refused] });
    expect(bare.status).toBe(422);
    const answer = await decide(id, { refused: [refused], reason: '该院另行报来' });
    expect(answer.json()).toEqual({ id, authorized: 2, refused: 1 });
    expect(await batchOf(id)).toMatchObject({ asked: 0, authorized: 2, withdrawn: 1 });
    expect((await trailOf(id)).filter(({ action }) => action === 'invitation.authorize')).toEqual([
      expect.objectContaining({
        facts: { authorized: 2, refused: [refused], reason: '该院另行报来' },
      }),
    ]);
    const kept = await world.site.database.db
      .select()
      .from(invitations)
      .where(eq(invitations.id, refused));
    expect(kept[0]).toMatchObject({ addressee: null, phoneSealed: null, state: 'withdrawn' });
    expect((await decide(id, { refused: [] })).status).toBe(409);
  });

  it('is about the list as it was seen: whatever changed since has to be looked at', async () => {
    const { id } = await imported();
    const { version } = await batchOf(id);
    const [first] = await listed(id);
    await admin(`/api/invitations/${first?.id}/withdraw`, {
      json: { reason: '填错' },
      headers: { 'if-match': '"1"' },
    });
    const late = await security(`${batches}/${id}/authorize`, {
      json: { refused: [] },
      headers: { 'if-match': `"${version}"` },
    });
    expect(late.status).toBe(412);
    const foreign = await decide(id, { refused: [first?.id], reason: '已撤销' });
    expect(foreign.json().code).toBe('organizations.invitation_not_found');
    expect((await decide(id, { refused: [] })).json()).toMatchObject({ authorized: 2 });
  });
});

describe('slips', () => {
  const authorized = async () => {
    const { id } = await imported();
    await decide(id, { refused: [] });
    return id;
  };

  it('are made once for each; made again the ones before open nothing', async () => {
    const id = await authorized();
    const first = await slipsOf(id);
    expect(first.items).toHaveLength(3);
    const days = first.items.map(({ expiresAt }) => (expiresAt - world.clock.now()) / 86_400_000);
    expect(days, 'time for paper to travel').toEqual([14, 14, 14]);
    const names = first.items.map(({ addressee }) => addressee);
    expect(names).toEqual(expect.arrayContaining(['林一', '林二', '林三']));
    const trail = await trailOf(id);
    expect(trail.at(-1)).toMatchObject({
      action: 'invitation.link',
      facts: { links: 3, invitations: first.items.map(({ id: invitation }) => invitation) },
    });
    expect((await slipsOf(id)).items).toEqual([]);
    const again = await slipsOf(id, { again: true });
    expect(again.items).toHaveLength(3);
    const old = await join(first.items[0]?.token ?? '', { username: 'anybody' });
    expect(old.status).toBe(404);
    expect(await batchOf(id)).toMatchObject({ authorized: 0, linked: 3 });
  });

  it('open an account under the name of the list, whose post begins on its day', async () => {
    const id = await authorized();
    const { items } = await slipsOf(id);
    const second = items.find(({ username }) => username === 'lin.er');
    const joined = await join(second?.token ?? '', { username: 'another.name' });
    expect(joined.json()).toEqual({ username: 'lin.er' });
    const accounts = (await admin('/api/accounts?search=lin.er')).json<{
      items: { grants: { from: string; role: string }[] }[];
    }>();
    expect(accounts.items[0]?.grants).toMatchObject([
      { from: '2026-09-01', role: 'hospital-clerk' },
    ]);
  });

  it('hand the phone on to who joined, closed anew, and forget it', async () => {
    const id = await authorized();
    const { items } = await slipsOf(id);
    const first = items.find(({ username }) => username === 'lin.yi');
    await join(first?.token ?? '', { username: 'lin.yi' });
    await world.app.work.sweep('dong');
    const { db } = world.site.database;
    const [contact] = await db.select().from(contacts);
    expect(contact).toMatchObject({
      kind: 'phone',
      masked: '139****0001',
      enteredBy: 'administrator',
    });
    const { box } = await createImportingContext(world.site);
    const about = `contact:${contact?.personId ?? ''}:phone`;
    expect(await box.open(contact?.sealed ?? '', about)).toBe(phone);
    const [kept] = await db.select().from(invitations).where(eq(invitations.username, 'lin.yi'));
    expect(kept).toMatchObject({ state: 'used', addressee: null, phoneSealed: null });
  });
});
