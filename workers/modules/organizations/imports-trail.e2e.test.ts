import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportJob, ImportRowPage } from '#schema/contracts/imports.ts';
import { auditEntries } from '#schema/tables/tenant/core.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { act, createImportingContext, rowsOf, sendSheet, takeAll } from './imports.fixtures.ts';
import type { Sheet } from './imports.fixtures.ts';
import { readOrganizationBook } from './organizations.repository.ts';
import { tendImports } from './usecases/tend-imports.ts';

const base = '/api/organizations/imports';
const heading = ['机构编码', '单位名称', '类别', '主管单位', '床位数'];
const good = [
  ['Q7001', '青松路社区医院', '医院', '东区卫生健康局', '60'],
  ['Q7002', '白杨街社区医院', '医院', '东区卫生健康局', '40'],
];
const wrong = ['Q7003', '银杏道社区医院', '医圆', '东区卫生健康局', '20'];
const underWrong = ['Q7004', '银杏道社区医院门诊部', '诊所', '银杏道社区医院', ''];
const mixed: Sheet = [heading, wrong, ...good, underWrong];

let world: TestApp;
let drafter: TestClient;
beforeEach(async () => {
  world = await createTestApp();
  drafter = await world.as('drafter');
});
afterEach(() => world.close());

async function checked(sheet: Sheet): Promise<string> {
  const id = await sendSheet(drafter, sheet);
  await act(drafter, `${base}/${id}/check`);
  return id;
}
const jobOf = async (id: string) => (await drafter(`${base}/${id}`)).json<ImportJob>();
const rowsIn = async (id: string) =>
  (await drafter(`${base}/${id}/rows?limit=200`)).json<ImportRowPage>().items;
const names = async () =>
  (await readOrganizationBook(world.site.database.db)).units.map(({ name }) => name);
const codeOf = async (id: string, verb: string, json?: object) =>
  (await act(drafter, `${base}/${id}/${verb}`, json)).json().code;

type Entry = { action: string; actor: { kind: string; id: string }; facts: object };
async function trail(id: string): Promise<Entry[]> {
  const rows = await world.site.database.db
    .select({ body: auditEntries.body })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, id))
    .orderBy(auditEntries.seq);
  return rows.map(({ body }) => JSON.parse(body) as Entry);
}

describe('a dropped import', () => {
  it('has written nothing, goes nowhere any more, and can still be read row by row', async () => {
    const before = await names();
    const id = await checked(mixed);
    await act(drafter, `${base}/${id}/drop`);
    await act(drafter, `${base}/${id}/drop`);
    for (const [verb, json] of [
      ['check', {}],
      ['take', { choice: 'good' }],
      ['rows', { rows: rowsOf(mixed) }],
    ] as const) {
      expect(await codeOf(id, verb, json)).toBe('organizations.import_wrong_state');
    }
    expect((await act(drafter, `${base}/${id}/advance`)).status).toBe(200);
    expect(await jobOf(id)).toMatchObject({ state: 'dropped', taken: 0 });
    expect(await names()).toEqual(before);
    expect((await rowsIn(id)).map(({ cells }) => cells)).toEqual(mixed.slice(1));
    const drops = (await trail(id)).filter(({ action }) => action === 'import.drop');
    expect(drops).toHaveLength(1);
  });

  it('stands in nobody’s way; one that is being taken, or was, is not dropped', async () => {
    const [given, id] = [await checked([heading, ...good]), await checked([heading, ...good])];
    await act(drafter, `${base}/${given}/drop`);
    await act(drafter, `${base}/${id}/take`, { choice: 'all' });
    expect(await codeOf(id, 'drop')).toBe('organizations.import_wrong_state');
    expect(await takeAll(drafter, id)).toMatchObject({ state: 'done', taken: 2 });
    expect(await codeOf(id, 'drop')).toBe('organizations.import_wrong_state');
    expect(await names()).toEqual(expect.arrayContaining(['青松路社区医院', '白杨街社区医院']));
  });
});

describe('a wrong row', () => {
  it('keeps out itself and who stands under it, and lets the others in', async () => {
    const id = await checked(mixed);
    expect(await takeAll(drafter, id, { choice: 'good' })).toMatchObject({ taken: 2, refused: 0 });
    const said = (await rowsIn(id)).map(({ state, problems }) => [state, problems[0]?.code]);
    expect(said).toEqual([
      ['skipped', 'unknown-word-near'],
      ['taken', undefined],
      ['taken', undefined],
      ['skipped', 'superior-wrong'],
    ]);
    expect(await names()).not.toContain('银杏道社区医院');
  });

  it('comes in with the mended file, which changes nothing that was good before', async () => {
    await takeAll(drafter, await checked(mixed), { choice: 'good' });
    const mended = await checked([heading, wrong.with(2, '医院'), ...good, underWrong]);
    expect((await jobOf(mended)).counts).toEqual({ new: 2, changed: 0, unchanged: 2, error: 0 });
    expect(await takeAll(drafter, mended)).toMatchObject({ state: 'done', taken: 2 });
    const { units } = await readOrganizationBook(world.site.database.db);
    const byName = (name: string) => units.find((unit) => unit.name === name);
    const above = byName('银杏道社区医院')?.paths.supervision;
    const clinic = byName('银杏道社区医院门诊部');
    expect(clinic?.paths.supervision).toBe(`${above}${clinic?.id}/`);
  });
});

describe('an import whose browser went away', () => {
  it('is carried on in bounded steps by the clock, and finished by the browser that returns', async () => {
    const many = Array.from({ length: 600 }, (_, index) =>
      good[0]?.with(0, `M${index}`).with(1, `第${index}卫生室`),
    ).filter((row) => row !== undefined);
    const id = await checked([heading, ...many]);
    await act(drafter, `${base}/${id}/take`, { choice: 'all' });
    world.clock.tick(61_000);
    const context = await createImportingContext(world.site);
    expect(await tendImports(context)).toBe(1);
    expect(await jobOf(id)).toMatchObject({ state: 'taking', taken: 500 });
    // Somebody has just moved it on: the clock leaves it alone.
    expect(await tendImports(context)).toBe(0);
    expect(await takeAll(drafter, id)).toMatchObject({ state: 'done', taken: 600, refused: 0 });
    const person = { kind: 'person', id: world.site.people['drafter'] };
    expect((await trail(id)).slice(-3)).toMatchObject([
      {
        action: 'import.advance',
        actor: { kind: 'system', id: 'imports' },
        facts: { rows: 500, refused: 0, first: 2 },
      },
      { action: 'import.advance', actor: person, facts: { rows: 100, refused: 0, first: 502 } },
      { action: 'import.finish', actor: person, facts: { taken: 600, refused: 0 } },
    ]);
    expect(new Set(await names()).size).toBe((await names()).length);
  });
});

describe('the trail of an import', () => {
  it('says who took what and how much of it, and repeats no cell of the file', async () => {
    const id = await checked(mixed);
    await takeAll(drafter, id, { choice: 'good' });
    const entries = await trail(id);
    expect(entries.map(({ action, facts }) => [action, facts])).toEqual([
      ['import.open', { fileName: '名录.xlsx', rows: 4 }],
      ['import.receive', { rows: 4, from: 2 }],
      ['import.check', { new: 2, changed: 0, unchanged: 0, error: 2 }],
      ['import.take', { choice: 'good', new: 2, changed: 0, unchanged: 0, error: 2 }],
      ['import.advance', { rows: 2, refused: 0, first: 3 }],
      ['import.finish', { taken: 2, refused: 0 }],
    ]);
    expect(new Set(entries.map(({ actor }) => actor.id))).toEqual(
      new Set([world.site.people['drafter']]),
    );
    const all = await world.site.database.db.select().from(auditEntries);
    const written = `${all.map(({ body }) => body).join('\n')}\n${world.logs.join('\n')}`;
    for (const cell of [...good, wrong, underWrong].flatMap(([code, name]) => [code, name])) {
      expect(written).not.toContain(cell);
    }
  });
});
