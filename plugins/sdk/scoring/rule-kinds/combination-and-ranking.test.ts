import { describe, expect, it } from 'vitest';
import type { AssessmentChain, Combination } from '#schema/contracts/campaign/score-combination.ts';
import type { Quota, Ranking } from '#schema/contracts/campaign/score-ranking.ts';
import { officialCalendar as calendar } from '../../dates/official-calendar.ts';
import { printPoints } from '../../points/points.ts';
import { assess } from '../assessment-chain.ts';
import { combineScores } from '../combine.ts';
import { quotaOf, rankInClasses, type Candidate } from '../ranking.ts';
import { testSource as source, units } from '../testing/scorecards.fixtures.ts';

const yearly: Combination = {
  key: 'yearly',
  title: '年度考评',
  outOf: '100',
  sources: [
    { key: 'daily', title: '日常考评', weight: '40%', outOf: '100' },
    { key: 'year-end', title: '年终考评', weight: '40%', outOf: '115' },
    { key: 'satisfaction', title: '第三方满意度', weight: '20%', outOf: '100' },
  ],
  places: 2,
  source,
};

describe('R37: 日常占40%、年终占40%、第三方满意度占20%', () => {
  it('每个来源按自己的满分折算，最后一步才四舍五入', () => {
    // 92 × 40 % = 36.8; 100/115 × 40 = 34.7826…; 88.5 × 20 % = 17.7; together 89.2826…
    const result = combineScores(yearly, {
      daily: units('92'),
      'year-end': units('100'),
      satisfaction: units('88.5'),
    });
    expect(printPoints(result.final)).toBe('89.28');
    expect(result.parts.map(({ contribution }) => printPoints(contribution))).toEqual([
      '36.8',
      '34.7826',
      '17.7',
    ]);
    expect(printPoints(result.sum)).toBe('89.2826');
    expect(result.final).toBe(result.sum + result.rounding);
    expect(result.parts[1]?.reason.zh).toBe('年终考评100分（满分115分），占40%');
  });

  it('缺一个来源就没有结论，并说明缺哪个', () => {
    const result = combineScores(yearly, { daily: units('92'), 'year-end': units('100') });
    expect(result.complete).toBe(false);
    expect(result.pending).toEqual([
      {
        source: 'satisfaction',
        reason: { zh: '尚无结果：第三方满意度', en: 'no result yet: 第三方满意度' },
      },
    ]);
  });
});

const chain: AssessmentChain = {
  key: 'ethics',
  title: '医德考评',
  steps: [
    { key: 'self', title: '自评', by: '本人' },
    { key: 'department', title: '科室评议', by: '科主任' },
    { key: 'hospital', title: '医院考评组', by: '考评组' },
  ],
  final: 'hospital',
  confirmation: { by: '本人', days: 7, count: 'natural' },
  source,
};
const given = (step: string, on: string, result: string, reason?: string) => ({
  step,
  on,
  result,
  ...(reason === undefined ? {} : { reason }),
});
const all = [
  given('self', '2024-11-01', '优秀'),
  given('department', '2024-11-05', '良好', '有一次投诉属实'),
  given('hospital', '2024-11-10', '良好'),
];

it('R38: 自评、科室评议、医院考评组评定，以考评组等次为准，不一致的写明理由', () => {
  const at = (entries: typeof all, asOf = '2024-11-12') =>
    assess(chain, { entries, asOf, calendar });
  expect(at(all)).toMatchObject({ state: 'awaiting-confirmation', result: '良好' });
  expect(at(all.slice(0, 2))).toMatchObject({
    state: 'open',
    next: 'hospital',
    result: null,
    reason: { zh: '待评定：医院考评组' },
  });
  const mute = [given('self', '2024-11-01', '优秀'), given('department', '2024-11-05', '良好')];
  expect(at(mute).reason.zh).toBe('科室评议与前一步不一致，须写明理由');
  expect(at([...all].reverse())).toEqual(at(all));
  const agreed = assess(chain, {
    entries: all,
    answer: { on: '2024-11-12', agrees: true },
    asOf: '2024-11-12',
    calendar,
  });
  expect(agreed).toMatchObject({ state: 'final', result: '良好', isDeemed: false });
});

it('R39: 7日内未提出异议的，视为确认', () => {
  const at = (asOf: string, answer?: { on: string; agrees: boolean; reason?: string }) =>
    assess(chain, { entries: all, answer, asOf, calendar });
  expect(at('2024-11-17')).toMatchObject({
    state: 'awaiting-confirmation',
    answerBy: '2024-11-17',
  });
  expect(at('2024-11-18')).toMatchObject({
    state: 'final',
    confirmedOn: '2024-11-18',
    isDeemed: true,
    reason: { zh: '7日内未提出异议，视为确认' },
  });
  const objection = { on: '2024-11-17', agrees: false, reason: '投诉不属实' };
  expect(at('2024-11-30', objection)).toMatchObject({
    state: 'objected',
    reason: { zh: '投诉不属实' },
  });
  expect(at('2024-11-30', { on: '2024-11-18', agrees: false })).toMatchObject({ isDeemed: true });
  const working = { ...chain, confirmation: { by: '本人', days: 7, count: 'working' as const } };
  // Seven working days after Sunday 10 November 2024 end on Tuesday the 19th.
  expect(assess(working, { entries: all, asOf: '2024-11-19', calendar }).answerBy).toBe(
    '2024-11-19',
  );
});

const ranking: Ranking = {
  key: 'yearly',
  title: '年度排名',
  scorecard: 'institution',
  classes: [
    { key: 'hospital', title: '医院' },
    { key: 'clinic', title: '基层' },
  ],
  by: [
    { metric: 'total', better: 'higher' },
    { metric: 'deductions', better: 'lower' },
  ],
  ties: 'same-rank',
  source,
};
const candidate = (
  key: string,
  kind: string,
  total: string,
  more: Partial<Candidate> = {},
): Candidate => ({
  key,
  class: kind,
  figures: { total: units(total), base: 0, bonus: 0, deductions: 0, core: 0 },
  grade: 'good',
  isVetoed: false,
  isComplete: true,
  ...more,
});
const places = (...candidates: Candidate[]) =>
  rankInClasses(ranking, candidates).map((each) => each.places.map(({ key, rank }) => [key, rank]));

it('R41: 按类别分别排名，总分相同的看扣分，仍相同的并列并占位', () => {
  const lower = { total: units('95'), base: 0, bonus: 0, deductions: units('3'), core: 0 };
  expect(
    places(
      candidate('c', 'hospital', '95'),
      candidate('a', 'hospital', '95'),
      candidate('z', 'clinic', '60'),
      candidate('b', 'hospital', '95', { figures: lower }),
      candidate('d', 'hospital', '90'),
    ),
  ).toEqual([
    [
      ['a', 1],
      ['c', 1],
      ['b', 3],
      ['d', 4],
    ],
    [['z', 1]],
  ]);
  const dense = rankInClasses({ ...ranking, ties: 'dense' }, [
    candidate('a', 'hospital', '95'),
    candidate('b', 'hospital', '95'),
    candidate('c', 'hospital', '90'),
  ]);
  expect(dense[0]?.places.map(({ rank }) => rank)).toEqual([1, 1, 2]);
  const out = rankInClasses(ranking, [
    candidate('a', 'hospital', '95', { isVetoed: true }),
    candidate('b', 'hospital', '0', { isComplete: false }),
  ]);
  expect(out[0]).toMatchObject({
    places: [],
    unranked: [
      { key: 'a', reason: { zh: '有一票否决情形，不参加排名' } },
      { key: 'b', reason: { zh: '得分尚未完成' } },
    ],
  });
});

describe('R42: 选树30%示范单位，或取前若干名', () => {
  const share = (rounding: 'up' | 'down' | 'half-up', ties: Quota['ties'] = 'decide'): Quota => ({
    take: { kind: 'share', share: '30%', rounding, of: 'listed' },
    ties,
  });
  const seven = ['90', '88', '88', '80', '70', '60', '50'].map((total, at) =>
    candidate(`u${at + 1}`, 'hospital', total),
  );
  const select = (quota: Quota, candidates = seven) =>
    rankInClasses({ ...ranking, select: quota }, candidates)[0]?.selection;

  it('7家的30%是2.1家：进一取3家，舍去或四舍五入取2家', () => {
    expect(['up', 'down', 'half-up'].map((each) => quotaOf(share(each as 'up'), 7))).toEqual([
      3, 2, 2,
    ]);
    expect(quotaOf(share('half-up'), 5)).toBe(2);
    expect(quotaOf(share('up'), 10)).toBe(3);
  });

  it('名额线上并列的，由人决定、全取或全不取，按规则来', () => {
    expect(select(share('down'))).toMatchObject({
      quota: 2,
      taken: ['u1'],
      undecided: ['u2', 'u3'],
      reason: { zh: '名额2个，已定1个，2个并列待定' },
    });
    expect(select(share('down', 'take-all'))?.taken).toEqual(['u1', 'u2', 'u3']);
    expect(select(share('down', 'take-none'))).toMatchObject({ taken: ['u1'], undecided: [] });
    expect(select(share('up'))).toMatchObject({ taken: ['u1', 'u2', 'u3'], undecided: [] });
  });

  it('取前3名；限定等次的，不够格的不递补名额以外的人', () => {
    const top: Quota = { take: { kind: 'count', count: 3 }, ties: 'decide' };
    expect(select(top)?.taken).toEqual(['u1', 'u2', 'u3']);
    const graded = seven.map((each, at) => ({ ...each, grade: at === 0 ? 'good' : 'excellent' }));
    expect(select({ ...top, onlyGrades: ['excellent'] }, graded)?.taken).toEqual([
      'u2',
      'u3',
      'u4',
    ]);
  });
});
