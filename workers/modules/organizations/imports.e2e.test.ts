import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportJob, ImportRowPage } from '#schema/contracts/imports.ts';
import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { updateUnit } from './acts.repository.ts';
import { act, createImportingContext, sendSheet, takeAll } from './imports.fixtures.ts';
import type { Sheet } from './imports.fixtures.ts';
import { findOrganization, readOrganizationBook } from './organizations.repository.ts';
import { tendImports } from './usecases/tend-imports.ts';

const base = '/api/organizations/imports';
const sheet: Sheet = [
  ['机构编码', '单位名称', '类别', '等级', '公立/民营', '主管单位', '属地', '床位数', '备注'],
  ['', '东区第一医院', '医院', '三级', '公立', '东区卫生健康局', '', '400', '提级'],
  ['N001', '东区第三医院', '医院', '二级', '公立', '东区卫生健康局', '东区卫生健康局', '80', ''],
  ['N002', '第三医院门诊部', '诊所', '', '公立', '东区第三医院', '', '', ''],
  ['N003', '来历不明诊所', '诊锁', '', '', '不存在的局', '', '', ''],
];

let world: TestApp;
let drafter: TestClient;
beforeEach(async () => {
  world = await createTestApp();
  drafter = await world.as('drafter');
});
afterEach(() => world.close());

const rowsIn = async (id: string, query = '') =>
  (await drafter(`${base}/${id}/rows?limit=200${query}`)).json<ImportRowPage>().items;
const named = async (name: string) => {
  const { units } = await readOrganizationBook(world.site.database.db);
  return units.find((unit) => unit.name === name);
};

describe('单位名录 from a file', () => {
  it('is checked row by row before anything is written', async () => {
    const id = await sendSheet(drafter, sheet);
    const job = (await act(drafter, `${base}/${id}/check`)).json<ImportJob>();
    expect(job).toMatchObject({ state: 'checked', received: 4 });
    expect(job.counts).toEqual({ new: 2, changed: 1, unchanged: 0, error: 1 });
    const wrong = await rowsIn(id, '&outcome=error');
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatchObject({ row: 5, cells: sheet[4], state: 'skipped' });
    expect(wrong[0]?.problems.map(({ column, message }) => [column, message])).toEqual([
      ['kind', '“诊锁”不是规定的用语，是否为“诊所”？'],
      ['supervision', '没有找到上级单位“不存在的局”，请核对全称或机构编码。'],
    ]);
    const [changed] = await rowsIn(id, '&outcome=changed');
    expect(changed?.changes).toEqual([
      { column: 'level', before: 'secondary', after: 'tertiary' },
      { column: 'beds', before: '320', after: '400' },
    ]);
    expect(await named('东区第三医院')).toBeUndefined();
  });

  it('is taken whole only without errors; the good rows alone by choice', async () => {
    const id = await sendSheet(drafter, sheet);
    await act(drafter, `${base}/${id}/check`);
    const whole = await act(drafter, `${base}/${id}/take`, { choice: 'all' });
    expect(whole.json().code).toBe('organizations.import_has_errors');
    const done = await takeAll(drafter, id, { choice: 'good' });
    expect(done).toMatchObject({ state: 'done', taken: 3, refused: 0, choice: 'good' });
    const clinic = await named('第三医院门诊部');
    const third = await named('东区第三医院');
    const bureau = world.site.units['bureau'];
    expect(clinic?.paths.supervision).toBe(`${bureau}/${third?.id}/${clinic?.id}/`);
    const states = (await rowsIn(id)).map(({ state }) => state);
    expect(states).toEqual(['taken', 'taken', 'taken', 'skipped']);
  });

  it('keeps what was true before: a fact changes from a day on', async () => {
    const id = await sendSheet(drafter, sheet, { effectiveOn: '2026-06-01' });
    await act(drafter, `${base}/${id}/check`);
    await takeAll(drafter, id, { choice: 'good' });
    const unit = await drafter(`/api/organizations/${world.site.units['hospital']}`);
    expect(unit.json<OrganizationDetail>().facts).toEqual([
      { key: 'beds', value: 320, from: '2020-01-01', to: '2026-05-31' },
      { key: 'beds', value: 400, from: '2026-06-01', to: null },
      { key: 'level', value: 'secondary', from: '1949-10-01', to: '2026-05-31' },
      { key: 'level', value: 'tertiary', from: '2026-06-01', to: null },
    ]);
  });

  it('a code with another name renames the unit; it is still found by the name it had', async () => {
    const first = await sendSheet(drafter, [
      ['编码', '单位名称'],
      ['H7', '东区第一医院'],
    ]);
    await act(drafter, `${base}/${first}/check`);
    await takeAll(drafter, first);
    const second = await sendSheet(drafter, [
      ['编码', '单位名称'],
      ['H7', '东区人民医院'],
    ]);
    await act(drafter, `${base}/${second}/check`);
    await takeAll(drafter, second);
    const path = `/api/organizations/${world.site.units['hospital']}`;
    const unit = (await drafter(path)).json<OrganizationDetail>();
    expect(unit).toMatchObject({ name: '东区人民医院', shortName: '东区人民医院', code: 'H7' });
    const before = { name: '东区第一医院', shortName: '东区第一医院', from: null };
    expect(unit.formerNames).toEqual([{ ...before, to: '2026-06-30' }]);
    for (const word of ['第一医院', 'H7', '人民医院']) {
      const query = `/api/organizations?search=${encodeURIComponent(word)}`;
      const { items } = (await drafter(query)).json<{ items: { id: string }[] }>();
      expect(items.map(({ id }) => id)).toContain(world.site.units['hospital']);
    }
  });

  it('taken twice changes nothing: every row is known', async () => {
    const good: Sheet = [sheet[0], ...sheet.slice(1, 4)];
    const first = await sendSheet(drafter, good);
    await act(drafter, `${base}/${first}/check`);
    await takeAll(drafter, first);
    const before = await readOrganizationBook(world.site.database.db);
    const second = await sendSheet(drafter, good);
    const job = (await act(drafter, `${base}/${second}/check`)).json<ImportJob>();
    expect(job.counts).toEqual({ new: 0, changed: 0, unchanged: 3, error: 0 });
    expect(await takeAll(drafter, second)).toMatchObject({ state: 'done', taken: 0 });
    expect(await readOrganizationBook(world.site.database.db)).toEqual(before);
  });

  it('sent again in parts stays one; an incomplete file is not checked', async () => {
    const headings = [{ text: '单位名称', column: 'name' }];
    const opened = await drafter(base, {
      json: { subject: 'organizations', fileName: 'a.xlsx', headings, total: 2 },
    });
    const { id } = opened.json<ImportJob>();
    const send = (row: number) =>
      act(drafter, `${base}/${id}/rows`, { rows: [{ row, cells: ['甲医院'] }] });
    await send(2);
    expect((await send(2)).json<ImportJob>().received).toBe(1);
    const early = await act(drafter, `${base}/${id}/check`);
    expect(early.json()).toMatchObject({ code: 'organizations.import_incomplete' });
    expect(early.json().title).toContain('共 2 行，已收到 1 行');
    await send(3);
    expect((await act(drafter, `${base}/${id}/check`)).status).toBe(200);
    expect((await send(3)).json().code).toBe('organizations.import_wrong_state');
  });

  it('is dropped before it is taken, and shown in the list either way', async () => {
    const id = await sendSheet(drafter, sheet);
    expect((await act(drafter, `${base}/${id}/drop`)).json<ImportJob>().state).toBe('dropped');
    const take = await act(drafter, `${base}/${id}/take`, { choice: 'good' });
    expect(take.json().code).toBe('organizations.import_wrong_state');
    const list = (await drafter(base)).json<{ items: ImportJob[] }>();
    expect(list.items.map((job) => [job.id, job.state])).toEqual([[id, 'dropped']]);
  });

  it('is nothing for a reviewer or a clerk', async () => {
    for (const name of ['reviewer', 'clerk', 'security-admin'] as const) {
      expect((await (await world.as(name))(base)).status).toBe(403);
    }
  });
});

describe('something else at the same time', () => {
  const toBeTaken = async (rows: Sheet = [sheet[0], ...sheet.slice(1, 4)]) => {
    const id = await sendSheet(drafter, rows);
    await act(drafter, `${base}/${id}/check`);
    return id;
  };

  it('two imports: the second waits for the first, and is then checked again', async () => {
    const [first, second] = [await toBeTaken(), await toBeTaken()];
    await act(drafter, `${base}/${first}/take`, { choice: 'all' });
    const early = await act(drafter, `${base}/${second}/take`, { choice: 'all' });
    expect(early.json().code).toBe('organizations.import_under_way');
    await takeAll(drafter, first);
    const late = await act(drafter, `${base}/${second}/take`, { choice: 'all' });
    expect(late.json().code).toBe('organizations.import_outdated');
    const job = (await act(drafter, `${base}/${second}/check`)).json<ImportJob>();
    expect(job.counts).toMatchObject({ new: 0, unchanged: 3 });
  });

  it('taken from two browsers at once, every row is written once', async () => {
    const id = await toBeTaken();
    await act(drafter, `${base}/${id}/take`, { choice: 'all' });
    const all = await Promise.all([1, 2, 3, 4].map(() => act(drafter, `${base}/${id}/advance`)));
    expect(all.every(({ status }) => status === 200)).toBe(true);
    const done = await takeAll(drafter, id);
    expect(done).toMatchObject({ state: 'done', taken: 3 });
    const { units } = await readOrganizationBook(world.site.database.db);
    expect(units.filter(({ name }) => name === '东区第三医院')).toHaveLength(1);
  });

  it('a unit renamed while it is taken is left as it is, and its row says so', async () => {
    const id = await toBeTaken();
    await act(drafter, `${base}/${id}/take`, { choice: 'all' });
    const { db, writer, clock } = world.site.database;
    const hospital = await findOrganization(db, world.site.units['hospital'] ?? '');
    if (!hospital) throw new Error('no hospital');
    await writer.commit({
      steps: [updateUnit(hospital, { name: '东区人民医院' })],
      audit: {
        action: 'organization.rename',
        actor: { kind: 'system', id: 'test' },
        subjectKind: 'organization',
        subjectId: hospital.id,
        at: clock.now(),
        facts: {},
      },
    });
    expect(await takeAll(drafter, id)).toMatchObject({ state: 'done', taken: 2, refused: 1 });
    const [refused] = await rowsIn(id, '&state=refused');
    expect(refused?.problems[0]?.message).toContain('核对之后又有变动');
    expect(await named('东区人民医院')).toMatchObject({ level: 'secondary' });
  });

  it('left alone by its browser it goes on by itself', async () => {
    const id = await toBeTaken();
    await act(drafter, `${base}/${id}/take`, { choice: 'all' });
    const context = await createImportingContext(world.site);
    expect(await tendImports(context)).toBe(0);
    world.clock.tick(61_000);
    expect(await tendImports(context)).toBe(1);
    world.clock.tick(61_000);
    expect(await tendImports(context)).toBe(1);
    const job = (await drafter(`${base}/${id}`)).json<ImportJob>();
    expect(job).toMatchObject({ state: 'done', taken: 3 });
  });
});
