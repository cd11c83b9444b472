import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EvaluationSchema, type Evaluation } from '#schema/contracts/campaign/evaluation.ts';
import { findEvaluationProblems } from './evaluation-problems.ts';
import { findLedgerProblems } from './ledger/ledger-problems.ts';
import { soundEvaluation, soundLedger } from './testing/evaluation.fixtures.ts';
import { fullTable } from './testing/scorecards.fixtures.ts';

type Part = keyof Evaluation;
type Entry<P extends Part> = NonNullable<Evaluation[P]>[number];

const found = (evaluation: Evaluation) =>
  findEvaluationProblems({ evaluation, scorecards: [fullTable] }).map(({ code, path, message }) => [
    code,
    path.join('/'),
    message.zh,
  ]);

function changed<P extends Part>(part: P, changes: Partial<Entry<P>>): Evaluation {
  const [first] = soundEvaluation[part] ?? [];
  return { ...soundEvaluation, [part]: [{ ...first, ...changes }] };
}

describe('an evaluation is checked before it is published', () => {
  it('is silent about a sound one, and about a campaign without any', () => {
    expect(v.parse(EvaluationSchema, soundEvaluation)).toEqual(soundEvaluation);
    expect(found(soundEvaluation)).toEqual([]);
    expect(findEvaluationProblems({ scorecards: [fullTable] })).toEqual([]);
  });

  it('adds up the weights', () => {
    const [combination] = soundEvaluation.combinations ?? [];
    const sources = combination?.sources.map((each) => ({ ...each, weight: '45.5%' })) ?? [];
    expect(found(changed('combinations', { sources }))).toEqual([
      ['weights-sum', 'combinations/yearly', '权重之和为91%'],
    ]);
  });

  it('names what is referred to and does not exist', () => {
    const broken: Evaluation = {
      ...soundEvaluation,
      rankings: changed('rankings', { scorecard: 'lost' }).rankings,
      chains: changed('chains', { final: 'lost' }).chains,
      alerts: changed('alerts', {
        when: { kind: 'grade', scorecard: 'full-table', grades: ['lost'] },
      }).alerts,
      uses: changed('uses', { when: { kind: 'band', ledger: 'demerits', bands: ['lost'] } }).uses,
    };
    expect(found(broken)).toEqual([
      ['unknown-reference', 'rankings/ranking', '没有“lost”'],
      ['unknown-reference', 'chains/ethics', '没有“lost”'],
      ['unknown-reference', 'alerts/poor', '没有“lost”'],
      ['unknown-reference', 'uses/review', '没有“lost”'],
    ]);
  });

  it('wants a range for each case of a table of discretion, and the right way round', () => {
    const seriousness = ['light', 'grave'].map((key) => ({ key, title: key }));
    const cells = [{ situation: 'ads', seriousness: 'light', min: '3', max: '2' }];
    expect(found(changed('discretion', { seriousness, cells }))).toEqual([
      ['discretion', 'discretion/ranges/ads/grave', '没有裁量幅度'],
      ['discretion', 'discretion/ranges/ads/light', '下限高于上限'],
    ]);
  });

  it('refuses a share of nothing, and a key used twice', () => {
    const select = { take: { kind: 'share', share: '0%', rounding: 'up', of: 'listed' } } as const;
    expect(found(changed('rankings', { select: { ...select, ties: 'decide' } }))).toMatchObject([
      ['quota', 'rankings/ranking', '比例应大于0、不超过100%'],
    ]);
    const ledgers = [soundLedger, soundLedger];
    expect(found({ ...soundEvaluation, ledgers })).toEqual([
      ['key-twice', 'ledgers/demerits', '标识重复'],
    ]);
  });
});

describe('bands of a ledger follow each other from 0 on', () => {
  const bandsOf = (...bands: (typeof soundLedger)['bands']) =>
    findLedgerProblems({ ...soundLedger, bands }).map(({ kind, message }) => [kind, message.zh]);
  const to = { consequence: '约谈' };

  it('finds a hole of one ten-thousandth, at the ends too', () => {
    expect(
      bandsOf(
        { key: 'low', title: '低', above: '0', below: '12', ...to },
        { key: 'high', title: '高', above: '12', atMost: '20', ...to },
      ),
    ).toEqual([
      ['hole', '0至0分没有对应的档次'],
      ['hole', '12至12分没有对应的档次'],
      ['hole', '20.0001至更高分没有对应的档次'],
    ]);
  });

  it('finds an overlap, a band out of reach, and one that leads to nothing', () => {
    expect(
      bandsOf(
        { key: 'low', title: '低', atMost: '12' },
        { key: 'high', title: '高', atLeast: '12' },
        { key: 'never', title: '无', atLeast: '9', below: '9', ...to },
      ),
    ).toEqual([
      ['unreachable', '下限高于上限，永远不会达到'],
      ['overlap', '“low”与“high”重叠，例如12分'],
      ['without-consequence', '达到后没有后果'],
    ]);
  });

  it('lets sums of several years begin where they like', () => {
    const [none, talk] = soundLedger.bands;
    const long = { key: 'long', title: '三年', cycles: 3, above: '60', ...to };
    expect(
      findLedgerProblems({ ...soundLedger, bands: [none, talk, long].flatMap((b) => b ?? []) }),
    ).toEqual([]);
  });

  it('finds a tier without points and one that is stated twice', () => {
    const tiers = [
      { key: 'a', title: '甲', points: '0' },
      { key: 'b', title: '乙', points: '1' },
      { key: 'b', title: '乙', points: '2' },
    ];
    expect(findLedgerProblems({ ...soundLedger, tiers }).map(({ kind }) => kind)).toEqual([
      'without-points',
      'twice',
    ]);
  });
});
