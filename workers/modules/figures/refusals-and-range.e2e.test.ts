import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  FigureCatalogue,
  FigureItems,
  FigureList,
  FigureTable,
  FigureValue,
  Overview,
} from '#schema/contracts/figures.ts';
import type { Problem } from '#schema/contracts/problem.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { act, claim, recordProblem } from '#workers/modules/registers/registers.fixtures.ts';
import {
  filingCampaign,
  filingsOf,
  publishInto,
  putInto,
} from '#workers/modules/submissions/submissions.fixtures.ts';
import { publishFigures } from './figures.fixtures.ts';

let world: TestApp;
let campaignId: string;
let checker: TestClient;
let bureau: TestClient;
let clerk: TestClient;

const unit = (key: string) => world.site.units[key] ?? '';
const reportOf = async (key: string) =>
  (await filingsOf(world.site, key)).find(
    (filing) => filing.taskKey === 'training-report' && filing.campaignId === campaignId,
  )?.id ?? '';

/**
 * 7月20日 is due: 第一医院 has filed in time, 第二医院 not at all, 直属中心医院 is exempt since the
 * 22nd. The bureau supervises the first two, and all but the second stand in its territory; a
 * problem is on record of the first, and an overdue one of the third.
 */
beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
  world.clock.set('2026-07-01T09:00:00+08:00');
  ({ campaignId } = await publishFigures(world.site));
  const drafter = await world.as('drafter');
  await recordProblem(drafter, unit('hospital'));
  const foreign = await recordProblem(drafter, unit('direct-hospital'));
  const answers = { ...claim.answers, deadline: '2026-07-15' };
  await act(await world.as('other-clerk'), `${foreign.id}/steps`, { ...claim, answers });
  world.clock.set('2026-07-10T10:00:00+08:00');
  const filedAt = world.clock.now();
  const filed = { state: 'filed' as const, firstFiledAt: filedAt, updatedAt: filedAt };
  await putInto(world.site, await reportOf('hospital'), filed);
  world.clock.set('2026-07-22T10:00:00+08:00');
  const exempt = { state: 'exempt' as const, exemptionReason: '停业整顿' };
  const since = { updatedAt: world.clock.now() };
  await putInto(world.site, await reportOf('direct-hospital'), { ...exempt, ...since });
  world.clock.set('2026-08-06T10:00:00+08:00');
  checker = await world.as('checker');
  bureau = await world.as('reviewer');
  clerk = await world.as('clerk');
});
afterAll(() => world.close());

type Query = Readonly<Record<string, string>>;
const ask = (as: TestClient, path: string, query: Query, headers: Query = {}) =>
  as(`/api/figures${path}?${new URLSearchParams({ ...query }).toString()}`, { headers });
async function read<Answer>(as: TestClient, path: string, query: Query = {}): Promise<Answer> {
  const answer = await ask(as, path, { campaign: campaignId, ...query });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<Answer>();
}
const shown = ({ absent, numerator, denominator }: FigureValue) =>
  absent ?? (denominator === undefined ? numerator : `${numerator}/${denominator}`);
const numbersOf = ({ figures }: FigureList) =>
  Object.fromEntries(figures.map((figure) => [figure.key, shown(figure)]));
const valuesOf = (values: Readonly<Record<string, FigureValue>>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(value)]));

const ways: readonly (readonly [path: string, query: Query])[] = [
  ['', { keys: 'filings.due' }],
  ['/overview', {}],
  ['/table', { keys: 'filings.due', by: 'unit' }],
  ['/items', { figure: 'filings.due' }],
  ['/catalogue', {}],
];
const dated = ways.filter(([path]) => path !== '/catalogue');

describe('every way to a figure', () => {
  for (const [path, query] of ways) {
    const name = path === '' ? '/' : path;

    it(`${name} is closed to who is not signed in, and to who keeps the system`, async () => {
      const nobody = await ask(world.visitor(), path, { campaign: campaignId, ...query });
      expect([nobody.status, nobody.json().code]).toEqual([401, 'platform.unauthenticated']);
      const keeper = await world.as('system-admin');
      const refused = await ask(keeper, path, { campaign: campaignId, ...query });
      expect([refused.status, refused.json().code]).toEqual([403, 'platform.forbidden']);
    });

    it(`${name} knows no campaign of another region, nor one that never was`, async () => {
      const foreigner = await world.as('checker', hostOf('xi'));
      const foreign = await ask(foreigner, path, { campaign: campaignId, ...query });
      expect([foreign.status, foreign.json().code]).toEqual([404, 'figures.not_found']);
      const never = await ask(checker, path, { campaign: `cmp_0${'1'.repeat(25)}`, ...query });
      expect([never.status, never.json().code]).toEqual([404, 'figures.not_found']);
      const malformed = await ask(checker, path, { campaign: 'conduct', ...query });
      expect(malformed.status).toBe(422);
      expect(malformed.json<Problem>().errors?.map((entry) => entry.path)).toEqual(['/campaign']);
    });
  }

  for (const [path, query] of dated) {
    it(`${path === '' ? '/' : path} is as of today at the latest, and of real days`, async () => {
      const on = (asOf: string, language: Query = {}) =>
        ask(checker, path, { campaign: campaignId, asOf, ...query }, language);
      const tomorrow = await on('2026-08-07');
      expect([tomorrow.status, tomorrow.json().code]).toEqual([422, 'figures.future_day']);
      expect(tomorrow.json().title).toBe('截至日期不能晚于今天。');
      const english = await on('2026-08-07', { 'accept-language': 'en' });
      expect(english.json().title).toBe('Figures cannot be as of a day that has not come.');
      const never = await on('2026-02-30');
      expect(never.json<Problem>().errors?.map((entry) => entry.path)).toEqual(['/asOf']);
      expect((await on('2026-08-06')).json<Overview>().day).toBeUndefined();
    });
  }

  it('names the figure that a campaign does not have, and takes no word for a key', async () => {
    const campaign = { campaign: campaignId };
    for (const [path, query] of [
      ['', { keys: 'filings.due,register:fans.closed' }],
      ['/table', { keys: 'filings.due,register:fans.closed', by: 'whole' }],
      ['/items', { figure: 'register:fans.closed' }],
    ] as const) {
      const answer = await ask(checker, path, { ...campaign, ...query });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.json()).toMatchObject({
        code: 'figures.unknown_figure',
        title: '本工作方案没有“register:fans.closed”这个数。',
      });
    }
    const wordy = await ask(checker, '/items', { ...campaign, figure: '应报送' });
    expect(wordy.json<Problem>().errors?.map(({ path }) => path)).toEqual(['/figure']);
    const bare = await ask(checker, '/table', { ...campaign, by: 'county' });
    expect(bare.json<Problem>().errors?.map(({ path }) => path)).toEqual(['/keys', '/by']);
  });
});

describe('the figures of a bureau', () => {
  const moments = ['2026-07-16', '2026-07-21', '2026-08-06'];

  it('are the sum of the lists of its own units, for every figure and moment', async () => {
    const { items: catalogue } = await read<FigureCatalogue>(bureau, '/catalogue');
    const own = [unit('bureau'), unit('hospital'), unit('second-hospital')];
    let lines = 0;
    for (const asOf of moments.slice(1)) {
      for (const { key } of catalogue) {
        const query = { figure: key, asOf, limit: '100' };
        const seen = await read<FigureItems>(bureau, '/items', query);
        const whole = await read<FigureItems>(checker, '/items', query);
        const expected = whole.items.filter(({ organizationId }) => own.includes(organizationId));
        expect([asOf, key, seen.items]).toEqual([asOf, key, expected]);
        const counted = seen.figure.denominator ?? seen.figure.numerator ?? 0;
        expect([asOf, key, counted, seen.total]).toEqual([
          asOf,
          key,
          expected.length,
          expected.length,
        ]);
        lines += expected.length;
      }
    }
    expect(lines).toBeGreaterThan(20);
  });

  it('leave out what the commission counts of others', async () => {
    const keys = 'filings.due,filings.on-time-rate,register:problems.overdue,problems.entries';
    const asOf = '2026-07-21';
    expect(numbersOf(await read<FigureList>(bureau, '', { keys, asOf }))).toEqual({
      'filings.due': 2,
      'filings.on-time-rate': '1/2',
      'register:problems.overdue': 0,
      'problems.entries': 1,
    });
    expect(numbersOf(await read<FigureList>(checker, '', { keys, asOf }))).toEqual({
      'filings.due': 3,
      'filings.on-time-rate': '1/3',
      'register:problems.overdue': 1,
      'problems.entries': 2,
    });
  });

  it('are nothing of a unit that is not its own, asked by id, by name or by place', async () => {
    const foreign = { unit: unit('direct-hospital') };
    const figure = 'register:problems.entries';
    expect(await read<FigureItems>(checker, '/items', { figure, ...foreign })).toMatchObject({
      total: 1,
    });
    for (const reader of [bureau, clerk]) {
      const list = await read<FigureItems>(reader, '/items', { figure, ...foreign });
      expect([list.total, list.items, list.figure.numerator]).toEqual([0, [], 0]);
      const asked = await read<FigureList>(reader, '', { keys: figure, ...foreign });
      expect(numbersOf(asked)).toEqual({ [figure]: 0 });
      const there = await read<FigureItems>(reader, '/items', { figure, area: unit('bureau') });
      expect(there.items.map((item) => item.organizationId)).toEqual([unit('hospital')]);
      const names = '直属中心医院';
      const table = await read<FigureTable>(reader, '/table', { keys: figure, by: 'unit', names });
      expect([table.rows, table.total[figure]]).toEqual([[], { numerator: 0 }]);
    }
    const whole = await read<Overview>(clerk, '/overview');
    expect(valuesOf(whole.total)).toMatchObject({ 'filings.due': 1, 'problems.entries': 1 });
    expect(whole.reminder.zh).not.toContain('第二医院');
  });

  it('tie out: the table by place, by unit and in one line with the overview', async () => {
    for (const reader of [checker, bureau, clerk]) {
      for (const asOf of moments) {
        const overview = await read<Overview>(reader, '/overview', { asOf });
        const keys = overview.columns.map(({ key }) => key).join(',');
        const [area, byUnit, one] = await Promise.all(
          ['area', 'unit', 'whole'].map((by) =>
            read<FigureTable>(reader, '/table', { keys, by, asOf }),
          ),
        );
        expect(area?.rows).toEqual(overview.rows);
        expect([area?.total, byUnit?.total, one?.total]).toEqual([
          overview.total,
          overview.total,
          overview.total,
        ]);
        const entries = 'problems.entries';
        const sum = byUnit?.rows.reduce(
          (all, row) => all + (row.values[entries]?.numerator ?? 0),
          0,
        );
        expect(overview.total[entries]).toEqual({ numerator: sum });
        expect(sum).toBeGreaterThan(0);
      }
    }
  });
});

describe('what no figure counts', () => {
  const keys = 'filings.due,filings.arrived,filings.overdue,filings.on-time-rate';
  const of = (key: string, asOf: string) =>
    read<FigureList>(checker, '', { keys, asOf, unit: unit(key) }).then(numbersOf);

  it('is a filing that is exempt: not in the denominator, and before the exemption it was', async () => {
    const missing = { 'filings.due': 1, 'filings.arrived': 0, 'filings.overdue': 1 };
    const before = await of('direct-hospital', '2026-07-21');
    expect(before).toEqual({ ...missing, 'filings.on-time-rate': '0/1' });
    expect(await of('direct-hospital', '2026-07-22')).toEqual({
      'filings.due': 0,
      'filings.arrived': 0,
      'filings.overdue': 0,
      'filings.on-time-rate': 'not-applicable',
    });
    expect(await of('second-hospital', '2026-07-22')).toEqual(before);
  });

  it('is what another campaign asks of the same units', async () => {
    const before = await read<Overview>(checker, '/overview', { asOf: '2026-08-05' });
    const other = await publishInto(world.site, filingCampaign({ dueOn: '2026-07-25' }));
    const after = await read<Overview>(checker, '/overview', { asOf: '2026-08-05' });
    expect([after.figures, after.total]).toEqual([before.figures, before.total]);
    const theirs = { campaign: other.campaignId, keys };
    expect(numbersOf((await ask(checker, '', theirs)).json<FigureList>())).toMatchObject({
      'filings.due': 3,
      'filings.overdue': 3,
    });
  });
});
