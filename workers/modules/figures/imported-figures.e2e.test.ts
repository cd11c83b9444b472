import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureItems, FigureList, FigureTable, Overview } from '#schema/contracts/figures.ts';
import type { Period } from '#schema/contracts/period.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestClient, signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from '#workers/app/testing/test-site.fixtures.ts';
import {
  importFile,
  importedCrosswalk,
  importedIndicators,
} from '#workers/modules/imported-figures/imported-figures.fixtures.ts';
import { act } from '#workers/modules/organizations/imports.fixtures.ts';
import { figuresCampaign, publishFigures } from './figures.fixtures.ts';

const indicators = [...importedIndicators];
const keys = 'indicator:satisfaction,indicator:share,indicator:ddds';
const score = 'indicator:satisfaction';

let world: TestApp;
let campaignId: string;
let drafter: TestClient;

const about = (indicator: string, period: Period) => ({ campaignId, indicator, period });

/** Imported on the 2nd, mended on the 4th, the half-year on the 6th, which is withdrawn on the 8th. */
beforeAll(async () => {
  world = await createTestApp();
  const at = async (day: string) => {
    world.clock.set(`2026-07-${day}T10:00:00+08:00`);
    // A session does not outlive the days between: whoever comes back signs in again.
    const cookie = await signInForCookie(world.visitor(), 'drafter', TEST_PASSWORD);
    const origin = `http://${hostOf(world.site.slug)}`;
    drafter = createTestClient({ fetch: (request) => world.app.fetch(request), origin, cookie });
  };
  await at('01');
  const campaign = figuresCampaign({ indicators, crosswalk: importedCrosswalk });
  ({ campaignId } = await publishFigures(world.site, campaign));
  await at('02');
  const quarter = about('satisfaction', '2026-Q1');
  const first = [
    ['', '东区第一医院', '80', '100'],
    ['', '东区第二医院', '20', '12'],
    ['', '直属中心医院', '90', '300'],
  ];
  await importFile(drafter, { about: quarter, rows: first, effectiveOn: '2026-03-31' });
  await at('04');
  await importFile(drafter, {
    about: quarter,
    rows: [['', '东区第一医院', '84', '100']],
    effectiveOn: '2026-03-31',
  });
  const head = ['单位名称', '分子', '分母'];
  const shares = [
    ['东区第一医院', '30', '40'],
    ['直属中心医院', '59', '60'],
  ];
  await importFile(drafter, { about: about('share', '2026-H1'), rows: shares, head });
  const values = [
    ['东区第一医院', '38.52'],
    ['直属中心医院', '41'],
  ];
  const ddds = about('ddds', '2026-H1');
  await importFile(drafter, { about: ddds, rows: values, head: ['单位名称', '数值'] });
  await at('06');
  const half = about('satisfaction', '2026-H1');
  const id = await importFile(drafter, { about: half, rows: [['', '直属中心医院', '95', '500']] });
  await at('08');
  await act(drafter, `/api/imported-figures/${id}/withdraw`, { reason: '数据有误' });
  await at('10');
});
afterAll(() => world.close());

type Query = Readonly<Record<string, string>>;
async function read<Answer>(path: string, query: Query, as = drafter): Promise<Answer> {
  const search = new URLSearchParams({ campaign: campaignId, ...query }).toString();
  const answer = await as(`/api/figures${path}?${search}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<Answer>();
}
const on = async (day: string, query: Query = {}, as = drafter) => {
  const asked = { keys, asOf: `2026-07-${day}`, ...query };
  const { figures } = await read<FigureList>('', asked, as);
  return figures.map(({ numerator = 0, denominator, absent, period }) => [
    absent ?? (denominator === undefined ? numerator : numerator / denominator),
    period,
  ]);
};
const survey = async (day: string) => {
  const { figures } = await read<Overview>('/overview', { asOf: `2026-07-${day}` });
  return figures.find(({ key }) => key === score);
};

describe('what a system elsewhere says, as of a moment', () => {
  it('is 未导入 until it is imported, and then what was known by that moment', async () => {
    const none = ['not-imported', undefined];
    expect(await on('01')).toEqual([none, none, none]);
    expect((await on('02'))[0]).toEqual([(80 * 100 + 90 * 300) / 400, '2026-Q1']);
    expect((await on('03'))[0]).toEqual((await on('02'))[0]);
    expect(await on('04')).toEqual([
      [(84 * 100 + 90 * 300) / 400, '2026-Q1'],
      [89 / 100, '2026-H1'],
      ['not-computed', '2026-H1'],
    ]);
  });

  it('is of the newest period known, and of the one before where that is withdrawn', async () => {
    expect((await on('06'))[0]).toEqual([95, '2026-H1']);
    expect((await on('07'))[0]).toEqual([95, '2026-H1']);
    expect((await on('08'))[0]).toEqual([(84 * 100 + 90 * 300) / 400, '2026-Q1']);
    expect(await on('10')).toEqual(await on('08'));
  });

  it('tells 年度总览 how many units were surveyed and how many are not assessed', async () => {
    expect(await survey('01')).toMatchObject({ absent: 'not-imported', system: '满意度平台' });
    expect(await survey('01')).not.toHaveProperty('survey');
    expect(await survey('05')).toMatchObject({
      period: '2026-Q1',
      survey: { units: 3, tooFew: 1 },
    });
    expect(await survey('06')).toMatchObject({ survey: { units: 1, tooFew: 0 } });
  });

  it('leads to lists as long as its numbers, at every moment, for every reader', async () => {
    for (const name of ['checker', 'signer', 'reviewer', 'other-clerk'] as const) {
      const client = await world.as(name);
      for (const day of ['01', '02', '05', '06', '09', '10']) {
        const query = { asOf: `2026-07-${day}`, limit: '100' };
        const overview = await read<Overview>('/overview', { asOf: query.asOf }, client);
        const told = overview.figures.find(({ key }) => key === score)?.survey;
        for (const [only, count] of [
          [{}, told?.units ?? 0],
          [{ only: 'too-few' }, told?.tooFew ?? 0],
        ] as const) {
          const asked = { figure: score, ...query, ...only };
          const { total, items } = await read<FigureItems>('/items', asked, client);
          expect([name, day, items.length, total]).toEqual([name, day, count, count]);
        }
      }
    }
  });

  it('is listed in official order with the sample, saying who is not assessed, page by page', async () => {
    const query = { figure: score, asOf: '2026-07-05' };
    const { items } = await read<FigureItems>('/items', query);
    const said = items.map(({ organizationName, title, doneOn }) => [
      organizationName,
      title.zh,
      doneOn,
    ]);
    expect(said).toEqual([
      ['直属中心医院', '90 分，样本 300', '2026-03-31'],
      ['东区第一医院', '84 分，样本 100', '2026-03-31'],
      ['东区第二医院', '20 分，样本 12，样本不足，不作评价', '2026-03-31'],
    ]);
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const more: Query = cursor === undefined ? {} : { cursor };
      const page = await read<FigureItems>('/items', { ...query, ...more, limit: '1' });
      names.push(...page.items.map(({ organizationName }) => organizationName));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(names).toEqual(said.map(([name]) => name));
    const share = await read<FigureItems>('/items', { ...query, figure: 'indicator:share' });
    expect(share.items.map(({ title }) => title.en)).toEqual(['59／60', '30／40']);
  });

  it('is of a unit and of a place what it says of them, and of the sum the whole', async () => {
    const unit = world.site.units['hospital'] ?? '';
    expect(await on('05', { unit })).toEqual([
      [84, '2026-Q1'],
      [30 / 40, '2026-H1'],
      [38.52, '2026-H1'],
    ]);
    const other = world.site.units['second-hospital'] ?? '';
    expect((await on('05', { unit: other }))[0]).toEqual(['insufficient', '2026-Q1']);
    const asked = { keys, asOf: '2026-07-05' };
    const byUnit = await read<FigureTable>('/table', { ...asked, by: 'unit' });
    const byArea = await read<FigureTable>('/table', { ...asked, by: 'area' });
    expect(byUnit.total).toEqual(byArea.total);
    const bureau = world.site.units['bureau'] ?? '';
    const items = await read<FigureItems>('/items', {
      figure: score,
      asOf: '2026-07-05',
      area: bureau,
    });
    expect(items.items.map(({ organizationName }) => organizationName)).toEqual([
      '直属中心医院',
      '东区第一医院',
    ]);
    const [ofBureau] = await on('05', { area: bureau });
    expect(ofBureau).toEqual([(84 * 100 + 90 * 300) / 400, '2026-Q1']);
  });

  it('shows a unit its own alone, and a bureau what stands under it', async () => {
    expect((await on('05', {}, await world.as('other-clerk')))[0]).toEqual([90, '2026-Q1']);
    expect((await on('05', {}, await world.as('reviewer')))[0]).toEqual([84, '2026-Q1']);
  });

  it('is now what it is at the end of today', async () => {
    const now = await read<FigureList>('', { keys });
    const today = await read<FigureList>('', { keys, asOf: '2026-07-10' });
    const yesterday = await read<FigureList>('', { keys, asOf: '2026-07-09' });
    const valuesIn = ({ figures }: FigureList) =>
      figures.map(({ numerator, denominator, absent }) => [numerator, denominator, absent]);
    expect(valuesIn(now)).toEqual(valuesIn(today));
    expect(valuesIn(now)).toEqual(valuesIn(yesterday));
  });
});
