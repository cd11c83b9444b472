import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import type { FigureItems, FigureList, FigureTable, Overview } from '#schema/contracts/figures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { recordProblem } from '#workers/modules/registers/registers.fixtures.ts';
import {
  accept,
  decide,
  mendAndFile,
  receivePaper,
  returning,
  toDecided,
} from '#workers/modules/reviews/reviews.fixtures.ts';
import { fileOnPaper, findMine } from '#workers/modules/submissions/submissions.fixtures.ts';
import { figuresCampaign, publishFigures } from './figures.fixtures.ts';

const indicator = (
  key: string,
  measure: Indicator['measure'],
  form: Indicator['form'] = 'ratio',
): Indicator => ({
  key,
  title: key,
  form,
  definition: '口径',
  unit: '%',
  measure,
  direction: 'higher',
  source: { proposed: true, reason: '测试' },
});
const answers = { kind: 'answers' as const, form: 'trainings', numerator: 'trained-people' };
const indicators = [
  indicator('trained', { ...answers, denominator: 'due-people' }),
  indicator('people', answers, 'count'),
  indicator('passed', { kind: 'filings', statistic: 'first-pass' }),
  indicator('mended', { kind: 'filings', statistic: 'rectified-after-return' }),
  indicator('covered', { kind: 'register', register: 'problems', statistic: 'unit-coverage' }),
  indicator('mean', answers, 'mean'),
  indicator('imported', { kind: 'import', system: '满意度平台' }, 'mean'),
  { ...indicator('survey', { ...answers, denominator: 'due-people' }, 'mean'), minimum: 60 },
];
const crosswalk = ['survey', 'imported'].map((key) => ({
  common: 'discharged-satisfaction',
  indicator: key,
  match: 'same' as const,
}));
const keys = indicators.map(({ key }) => `indicator:${key}`).join(',');

let world: TestApp;
let campaignId: string;
let checker: TestClient;

/** Filed late on the 10th, returned and mended on the 11th, accepted on the 12th, which is today. */
beforeAll(async () => {
  world = await createTestApp();
  const at = (instant: string) => world.clock.set(`2026-07-${instant}:00+08:00`);
  at('01T10:00');
  ({ campaignId } = await publishFigures(world.site, figuresCampaign({ indicators, crosswalk })));
  at('02T10:00');
  await recordProblem(await world.as('drafter'), world.site.units['hospital'] ?? '');
  at('10T23:45');
  const clerk = await world.as('clerk');
  const id = await findMine(clerk, 'training-report');
  await fileOnPaper(clerk, id);
  at('11T00:05');
  const reviewer = await world.as('reviewer');
  await receivePaper(reviewer, id);
  toDecided(await decide(reviewer, id, returning('due-people', 'trained-people')));
  at('11T00:10');
  await mendAndFile(clerk, id, { 'due-people': 50, 'trained-people': 40 });
  at('12T10:00');
  checker = await world.as('checker');
  toDecided(await decide(checker, id, accept));
  at('12T10:05');
});
afterAll(() => world.close());

type Query = Readonly<Record<string, string>>;
async function read<Answer>(path: string, query: Query, as = checker): Promise<Answer> {
  const search = new URLSearchParams({ campaign: campaignId, ...query }).toString();
  const answer = await as(`/api/figures${path}?${search}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<Answer>();
}
const shown = ({ figures }: FigureList) =>
  Object.fromEntries(
    figures.map(({ key, numerator, denominator, absent }) => [
      key.replace('indicator:', ''),
      absent ?? (denominator === undefined ? numerator : `${numerator}/${denominator}`),
    ]),
  );
const on = async (day: string, query: Query = {}, as = checker) =>
  shown(await read<FigureList>('', { keys, asOf: `2026-07-${day}`, ...query }, as));

describe('indicators as of a moment', () => {
  it('are what was filed, decided and on record by then, and nothing later', async () => {
    const nothing = { passed: 'not-applicable', mended: 'not-applicable' };
    expect(await on('01')).toMatchObject({ ...nothing, trained: 'not-reported', covered: '0/3' });
    expect(await on('09')).toMatchObject({ ...nothing, people: 'not-reported', covered: '1/3' });
    const first = { trained: '300/320', people: 300, covered: '1/3' };
    expect(await on('10')).toMatchObject({ ...nothing, ...first });
    const again = { trained: '40/50', people: 40, passed: '0/1' };
    expect(await on('11')).toMatchObject({ ...again, mended: '0/1' });
    expect(await on('12')).toMatchObject({ ...again, mended: '1/1' });
  });

  it('say that they are not computed where no record here makes them at that moment', async () => {
    for (const day of ['01', '10', '12']) {
      expect(await on(day)).toMatchObject({ mean: 'not-computed', imported: 'not-imported' });
    }
  });

  it('tell of a survey its mean, how many units were surveyed and how many answers were too few', async () => {
    const told = async (day: string) => {
      const { figures } = await read<Overview>('/overview', { asOf: `2026-07-${day}` });
      return figures.filter(({ group }) => group === 'indicator');
    };
    expect(await told('09')).toMatchObject([
      { absent: 'not-reported', survey: { units: 0, tooFew: 0 } },
      { absent: 'not-imported', system: '满意度平台' },
    ]);
    const enough = { numerator: 300, denominator: 320, survey: { units: 1, tooFew: 0 } };
    expect((await told('10'))[0]).toMatchObject(enough);
    const few = { numerator: 40, denominator: 50, survey: { units: 1, tooFew: 1 } };
    const [now, imported] = await told('12');
    expect(now).toMatchObject(few);
    expect(imported).not.toHaveProperty('survey');
  });

  it('are of a unit, of a kind and of a place what they are of the whole in sum', async () => {
    const unit = world.site.units['hospital'] ?? '';
    expect(await on('12', { unit })).toMatchObject({ trained: '40/50', covered: '1/1' });
    expect(await on('12', { area: 'hospital' })).toMatchObject(await on('12'));
    const table = await read<FigureTable>('/table', { keys, by: 'unit', asOf: '2026-07-12' });
    const whole = await read<FigureTable>('/table', { keys, by: 'area', asOf: '2026-07-12' });
    expect(table.total).toEqual(whole.total);
  });

  it('show a unit what is its own alone', async () => {
    const other = await world.as('other-clerk');
    expect(await on('12', {}, other)).toMatchObject({ trained: 'not-reported', covered: '0/1' });
  });

  it('lead to a list of what they looked at, at every moment', async () => {
    for (const day of ['01', '09', '10', '11', '12']) {
      for (const { key } of indicators) {
        const query = { figure: `indicator:${key}`, asOf: `2026-07-${day}`, limit: '100' };
        const { total, items } = await read<FigureItems>('/items', query);
        expect([day, key, items.length]).toEqual([day, key, total]);
      }
    }
    const covered = { figure: 'indicator:covered', asOf: '2026-07-12' };
    const { items } = await read<FigureItems>('/items', covered);
    expect(items.map(({ kind }) => kind)).toEqual(['unit', 'unit', 'unit']);
    const trained = { figure: 'indicator:trained', asOf: '2026-07-12' };
    const filings = await read<FigureItems>('/items', trained);
    expect(filings.items.map(({ kind }) => kind)).toEqual(['filing']);
  });
});
