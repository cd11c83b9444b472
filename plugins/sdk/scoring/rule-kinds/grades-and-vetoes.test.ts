import { expect, it } from 'vitest';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { compileScorecard } from '../compile.ts';
import * as price from '../define-prices.ts';
import {
  atLeast,
  atLeastShare,
  bonus,
  criterion,
  defineScorecard,
  grade,
  lessThan,
  overridingGrade,
  vetoed,
} from '../define.ts';
import { findGradeProblems } from '../grade-problems.ts';
import { gradeTableOf } from '../grade-shares.ts';
import { usesInForce } from '../result-uses.ts';
import { score } from '../score.ts';
import {
  countFact,
  eventFact,
  publishedGrades,
  testSource as source,
  units,
} from '../testing/scorecards.fixtures.ts';

const counting = (key: string, points: number, amount: number, isCore = false) =>
  criterion(key, {
    title: key,
    points,
    source,
    ...(isCore ? { core: true } : {}),
    measure: price.events(key),
    price: price.perUnit({ deduct: amount }),
  });

const card = (changes: Partial<Scorecard>): Scorecard => ({
  ...defineScorecard('card', {
    title: '考评表',
    points: 100,
    source,
    children: [counting('faults', 80, 1), counting('core-faults', 20, 1, true)],
  }),
  ...changes,
});

const redPackets = (changes: object = {}): Partial<Scorecard> => ({
  grades: publishedGrades,
  vetoes: [
    {
      key: 'red-packet',
      title: '查实收受红包',
      fact: 'red-packets',
      gradeAtMost: 'poor',
      source,
      ...changes,
    },
  ],
});

it('R22: ★核心指标与一般指标并列，核心项得分单独合计', () => {
  const sheet = score(compileScorecard(card({})), {
    faults: countFact(10),
    'core-faults': countFact(3),
  });
  expect(sheet).toMatchObject({ final: units('87'), core: units('17') });
});

it('R24: 查实收受红包、回扣的，医德考评一律定为较差', () => {
  const sheet = score(compileScorecard(card(redPackets())), {
    'red-packets': eventFact({ id: 'case-1', reason: '已查实' }),
  });
  expect(sheet).toMatchObject({
    final: units('100'),
    grade: { key: 'poor' },
    gradeBeforeVeto: { key: 'excellent' },
    vetoes: [{ key: 'red-packet', eventIds: ['case-1'], reason: { zh: '查实收受红包（已查实）' } }],
  });
});

it('R24: 期限内主动上交的，不触发一票否决', () => {
  const leniency = { from: '2024-03-01', to: '2024-06-30' };
  const compiled = compileScorecard(card(redPackets({ leniency })));
  const handedIn = (handedInOn: string) =>
    score(compiled, { 'red-packets': eventFact({ id: 'a', handedInOn }) }).grade?.key;
  expect(handedIn('2024-06-30')).toBe('excellent');
  expect(handedIn('2024-07-01')).toBe('poor');
});

it('R25: 严重行风问题在医院评审、重点专科评审中一票否决', () => {
  const uses = ['hospital-review', 'specialty-review'].map((decision) => ({
    key: `veto-in-${decision}`,
    title: '行风一票否决',
    when: { kind: 'veto' as const, scorecard: 'card', veto: 'red-packet' },
    decision,
    effect: 'veto' as const,
    words: '实行“一票否决”',
    source,
  }));
  const results = [
    {
      id: 'v1',
      kind: 'veto' as const,
      of: 'card',
      outcome: 'red-packet',
      on: '2024-05-06',
      reason: '已查实',
    },
  ];
  const asked = { decision: 'hospital-review', results, asOf: '2026-01-01' };
  expect(usesInForce(uses, asked)).toEqual([
    {
      use: 'veto-in-hospital-review',
      effect: 'veto',
      result: 'v1',
      from: '2024-05-06',
      until: null,
      reason: { zh: '已查实', en: '已查实' },
      words: '实行“一票否决”',
      source,
    },
  ]);
  expect(usesInForce(uses, { ...asked, asOf: '2024-05-05' })).toEqual([]);
  expect(usesInForce(uses, { ...asked, decision: 'staffing' })).toEqual([]);
});

it('R34: 优秀须90分以上且没有扣分；较差为不满60分或扣30分以上或有一票否决', () => {
  const compiled = compileScorecard(card(redPackets()));
  const gradeFor = (faults: number) => score(compiled, { faults: countFact(faults) }).grade?.key;
  expect([0, 1, 14, 15, 24, 30].map(gradeFor)).toEqual([
    'excellent',
    'good',
    'good',
    'fair',
    'fair',
    'poor',
  ]);
});

it('R34: 公布的等次表在扣25至30分且总分60分以上处有空档，须被发现', () => {
  const sheet = score(compileScorecard(card(redPackets())), { faults: countFact(27) });
  expect(sheet).toMatchObject({ complete: true, grade: null });
  expect(findGradeProblems(publishedGrades)).toMatchObject([
    { kind: 'hole', example: { deductions: '25', total: '60', veto: false } },
  ]);
});

it('R35: 1000分中达800分，且关键项达80%，为合格', () => {
  const thousand = defineScorecard('card', {
    title: '检查表',
    points: 1000,
    source,
    children: [counting('plain', 750, 1), counting('key', 250, 1, true)],
    grades: {
      source,
      grades: [
        grade('passed', '合格', atLeast('total', 800), atLeastShare('core', '80%')),
        grade('failed', '不合格', {
          any: [lessThan('total', 800), { not: atLeastShare('core', '80%') }],
        }),
      ],
    },
  });
  const compiled = compileScorecard(thousand);
  const gradeFor = (plain: number, key: number) =>
    score(compiled, { plain: countFact(plain), key: countFact(key) }).grade?.key;
  // 250 × 80 % = 200: fifty faults in key items pass, fifty-one do not.
  expect(gradeFor(150, 50)).toBe('passed');
  expect(gradeFor(151, 50)).toBe('failed');
  expect(gradeFor(0, 51)).toBe('failed');
  expect(findGradeProblems(gradeTableOf(thousand) ?? publishedGrades)).toEqual([]);
});

it('R36: 基础100分，加分15分另列，满分115分', () => {
  const extra = bonus('extra', {
    title: '加分',
    points: 15,
    source,
    measure: price.events('extra'),
    price: price.perUnit({ add: 5 }),
  });
  const whole = card({ bonusPoints: '15' });
  const compiled = compileScorecard({ ...whole, children: [...whole.children, extra] });
  expect(score(compiled, { faults: countFact(4), extra: countFact(9) })).toMatchObject({
    full: units('100'),
    base: units('96'),
    bonus: units('15'),
    final: units('111'),
  });
});

it('R43: 基础100分扣完为止，按累计扣分分档：不满10分提醒，10至30分限期整改，30分以上停业整顿建议', () => {
  const compiled = compileScorecard(
    card({
      total: { floor: '0' },
      grades: {
        source,
        grades: [
          grade('remind', '提醒', lessThan('deductions', 10)),
          grade('rectify', '限期整改', atLeast('deductions', 10), lessThan('deductions', 30)),
          grade('suspend', '停业整顿（建议）', atLeast('deductions', 30)),
        ],
      },
    }),
  );
  const at = (faults: number) => {
    const { final, grade: tier } = score(compiled, {
      faults: countFact(faults),
      'core-faults': countFact(faults > 80 ? 99 : 0),
    });
    return [final, tier?.key];
  };
  expect(at(9)).toEqual([units('91'), 'remind']);
  expect(at(10)).toEqual([units('90'), 'rectify']);
  expect(at(29)).toEqual([units('71'), 'rectify']);
  expect(at(30)).toEqual([units('70'), 'suspend']);
  expect(at(500)).toEqual([0, 'suspend']);
});

it('R24: 有“一票否决”情形的定为较差，先于其他等次', () => {
  const table = [
    grade('good', '良好', atLeast('total', 0)),
    overridingGrade('poor', '较差', vetoed),
  ];
  const compiled = compileScorecard(card({ ...redPackets(), grades: { source, grades: table } }));
  expect(score(compiled, { 'red-packets': countFact(1) }).grade?.key).toBe('poor');
  expect(score(compiled, {}).grade?.key).toBe('good');
});
