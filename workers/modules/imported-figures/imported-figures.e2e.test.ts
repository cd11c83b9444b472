import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FigureImports, ImportedFigurePage } from '#schema/contracts/imported-figures.ts';
import type { ImportJob, ImportRowPage } from '#schema/contracts/imports.ts';
import type { Period } from '#schema/contracts/period.ts';
import { auditEntries } from '#schema/tables/tenant/core.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  act,
  createImportingContext,
  takeAll,
} from '#workers/modules/organizations/imports.fixtures.ts';
import { tendImports } from '#workers/modules/organizations/index.ts';
import {
  checkFile,
  importFile,
  importsBase,
  publishImported,
} from './imported-figures.fixtures.ts';
import { figureImportRules } from './usecases/import-figures.ts';

let world: TestApp;
let campaignId: string;
let drafter: TestClient;

beforeEach(async () => {
  world = await createTestApp();
  world.clock.set('2026-07-08T10:00:00+08:00');
  ({ campaignId } = await publishImported(world.site));
  drafter = await world.as('drafter');
});
afterEach(() => world.close());

const about = (indicator = 'satisfaction', period: Period = '2026-H1') => ({
  campaignId,
  indicator,
  period,
});
const rows = [
  ['', '东区第一医院', '88.60', '412'],
  ['', '直属中心医院', '91.25', '900'],
];
const listed = async (client = drafter) =>
  (await client(`/api/imported-figures?campaign=${campaignId}`)).json<FigureImports>();
const valuesOf = async (id: string, client = drafter) =>
  (await client(`/api/imported-figures/${id}?limit=100`)).json<ImportedFigurePage>();
const checkedRows = async (id: string) =>
  (await drafter(`${importsBase}/${id}/rows?limit=100`)).json<ImportRowPage>().items;

describe('figures of a system elsewhere', () => {
  it('name what may be imported before anything is', async () => {
    const { sources, items } = await listed();
    expect(items).toEqual([]);
    expect(sources.map(({ indicator, form, least }) => [indicator, form, least])).toEqual([
      ['satisfaction', 'mean', 30],
      ['share', 'ratio', 1],
      ['ddds', 'value', 0],
    ]);
  });

  it('are known whole, with source, period, day, file and post, once the last row is in', async () => {
    const id = await checkFile(drafter, { about: about(), rows });
    expect((await listed()).items).toEqual([]);
    await takeAll(drafter, id, { base: importsBase });
    const { sources, items } = await listed();
    expect(items).toMatchObject([
      {
        id,
        indicator: 'satisfaction',
        period: '2026-H1',
        level: 'unit',
        system: '满意度平台',
        dataOn: '2026-06-30',
        fileName: '满意度.xlsx',
        lines: 2,
        openedByPost: '行风办拟稿岗',
      },
    ]);
    expect(sources[0]).toMatchObject({ newest: '2026-H1' });
    const said = (await valuesOf(id)).items;
    expect(
      said.map(({ organizationName, value, sample }) => [organizationName, value, sample]),
    ).toEqual([
      ['直属中心医院', '91.25', 900],
      ['东区第一医院', '88.6', 412],
    ]);
  });

  it('of the same file twice change nothing, and of a mended one add what is new', async () => {
    await importFile(drafter, { about: about(), rows });
    const again = await checkFile(drafter, { about: about(), rows });
    const { counts } = (await drafter(`${importsBase}/${again}`)).json<ImportJob>();
    expect(counts).toEqual({ new: 0, changed: 0, unchanged: 2, error: 0 });
    await takeAll(drafter, again, { base: importsBase });
    expect((await listed()).items).toHaveLength(1);
    world.clock.tick(1000);
    const mended = [['', '东区第一医院', '88.9', '412'], rows[1] ?? []];
    const id = await importFile(drafter, { about: about(), rows: mended });
    const [row] = await checkedRows(id);
    expect(row?.changes).toEqual([{ column: 'value', before: '88.6', after: '88.9' }]);
    expect((await valuesOf(id)).items).toHaveLength(1);
    expect((await listed()).items.map(({ lines }) => lines)).toEqual([1, 2]);
  });

  it('with errors say in words what is wrong, and let the good rows in by choice', async () => {
    const wrong = [
      ...rows,
      ['', '东区第一人民医院', '90', '50'],
      ['', '东区第二医院', '约九成', '50'],
      ['', '东区卫生健康局', '90', '5000'],
      ['', '合计', '90', '5000'],
      ['', '', '90', '40'],
    ];
    const id = await checkFile(drafter, { about: about(), rows: wrong });
    const errors = (await checkedRows(id)).filter(({ outcome }) => outcome === 'error');
    expect(errors.map(({ row, problems }) => [row, problems[0]?.message])).toEqual([
      [4, '没有找到单位“东区第一人民医院”，是否为“东区第一医院”？'],
      [5, '“约九成”不是数值，请只填数字，如 88.62。'],
      [6, expect.stringContaining('本行是属地的数，同期其他各行（或已导入的数）是单位的数')],
      [7, expect.stringContaining('本行是全辖区的数')],
      [8, '未填写，请补填。'],
    ]);
    const whole = await act(drafter, `${importsBase}/${id}/take`, { choice: 'all' });
    expect(whole.json().code).toBe('organizations.import_has_errors');
    const done = await takeAll(drafter, id, { base: importsBase, choice: 'good' });
    expect(done).toMatchObject({ state: 'done', taken: 2 });
    expect((await valuesOf(id)).items).toHaveLength(2);
  });

  it('may be of the whole, or of areas, one kind at a time until it is withdrawn', async () => {
    const whole = await importFile(drafter, {
      about: about(),
      rows: [['', '全辖区', '90.1', '9000']],
    });
    expect((await listed()).items[0]).toMatchObject({ level: 'whole' });
    expect((await valuesOf(whole)).items).toMatchObject([{ organizationName: '', value: '90.1' }]);
    const mixed = await checkFile(drafter, { about: about(), rows });
    expect((await checkedRows(mixed)).every(({ outcome }) => outcome === 'error')).toBe(true);
    await act(drafter, `/api/imported-figures/${whole}/withdraw`, { reason: '改按单位导入' });
    world.clock.tick(1000);
    const areas = [['', '东区卫生健康局', '89', '5000']];
    await importFile(drafter, { about: about(), rows: areas });
    expect((await listed()).items[0]).toMatchObject({ level: 'area' });
  });

  it('are refused of a period to come, a day to come, an indicator counted here, or none', async () => {
    const open = async (json: object) => {
      const body = { subject: 'figures', fileName: 'a.xlsx', total: 1, ...json };
      const headings = [{ text: '单位名称', column: 'name' }];
      return (await drafter(importsBase, { json: { ...body, headings } })).json().code;
    };
    const future = 'imported-figures.future';
    expect(await open({ about: about('satisfaction', '2026-H2') })).toBeUndefined();
    expect(await open({ about: about('satisfaction', '2027-H1') })).toBe(future);
    expect(await open({ about: about(), effectiveOn: '2026-07-09' })).toBe(future);
    const none = 'imported-figures.not_a_source';
    expect(await open({ about: about('own') })).toBe(none);
    expect(await open({ about: about('nowhere') })).toBe(none);
    expect(await open({})).toBe(none);
  });
});

describe('who may do what with them', () => {
  it('whoever drafts the campaign imports and withdraws; others of the commission read', async () => {
    const id = await importFile(drafter, { about: about(), rows });
    for (const name of ['checker', 'signer', 'reviewer', 'clerk', 'system-admin'] as const) {
      const client = await world.as(name);
      expect((await client(importsBase)).status).toBe(403);
      const withdraw = `/api/imported-figures/${id}/withdraw`;
      expect((await act(client, withdraw, { reason: '试一试' })).status).toBe(403);
    }
    expect((await listed(await world.as('signer'))).items).toHaveLength(1);
  });

  it('a unit reads its own line and a bureau those of its units', async () => {
    const id = await importFile(drafter, { about: about(), rows });
    const names = async (name: 'clerk' | 'reviewer') =>
      (await valuesOf(id, await world.as(name))).items.map((each) => each.organizationName);
    expect(await names('clerk')).toEqual(['东区第一医院']);
    expect(await names('reviewer')).toEqual(['东区第一医院']);
  });
});

describe('the trail of such an import', () => {
  it('says who took how much and who withdrew it and why, and repeats no figure', async () => {
    const id = await importFile(drafter, { about: about(), rows });
    const path = `/api/imported-figures/${id}/withdraw`;
    expect((await act(drafter, path, { reason: '期间选错' })).status).toBe(200);
    expect((await act(drafter, path, { reason: '再撤一次' })).json().code).toBe(
      'imported-figures.withdrawn',
    );
    const all = await world.site.database.db.select().from(auditEntries);
    const own = all.filter(({ body }) => body.includes(id)).map(({ body }) => JSON.parse(body));
    expect(own.map(({ action }) => action)).toEqual([
      'import.open',
      'import.receive',
      'import.check',
      'import.take',
      'import.advance',
      'import.finish',
      'imported-figure.withdraw',
    ]);
    expect(own.at(-1)).toMatchObject({
      actor: { id: world.site.people['drafter'] },
      facts: { indicator: 'satisfaction', period: '2026-H1', reason: '期间选错' },
    });
    expect(JSON.stringify(own)).not.toContain('91.25');
    expect((await listed()).items[0]?.withdrawn).toMatchObject({
      byPost: '行风办拟稿岗',
      reason: '期间选错',
    });
  });
});

describe('thousands of rows', () => {
  it('go in by bounded steps, carried on by the clock where the browser went away', async () => {
    const units = Array.from({ length: 700 }, (_, index) => ({
      key: `u${index}`,
      name: `第${index}卫生院`,
      order: 1000 + index,
      kind: 'township-health-centre',
      relations: [{ relation: 'supervision' }],
    }));
    const brought = await act(drafter, '/api/organizations/import', { units });
    expect(brought.status).toBe(201);
    const many = units.map(({ name }) => ['', name, '90', '100']);
    const id = await checkFile(drafter, { about: about(), rows: many });
    await act(drafter, `${importsBase}/${id}/take`, { choice: 'all' });
    const context = await createImportingContext(world.site);
    for (const state of [
      { state: 'taking', taken: 500 },
      { state: 'taking', taken: 700 },
    ]) {
      world.clock.tick(61_000);
      expect(await tendImports(context, [figureImportRules])).toBe(1);
      expect((await drafter(`${importsBase}/${id}`)).json()).toMatchObject(state);
      expect((await listed()).items).toEqual([]);
    }
    world.clock.tick(61_000);
    await tendImports(context, [figureImportRules]);
    expect((await listed()).items).toMatchObject([{ id, lines: 700 }]);
  });
});
