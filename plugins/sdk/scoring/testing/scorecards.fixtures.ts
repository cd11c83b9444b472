import type { ScoreEvent, ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import type { Criterion, Scorecard, ScoreNode } from '#schema/contracts/campaign/scorecard.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import { parsePoints } from '../../points/points.ts';
import { compileScorecard } from '../compile.ts';
import * as price from '../define-prices.ts';
import {
  atLeast,
  bonus,
  criterion,
  defineScorecard,
  grade,
  group,
  lessThan,
  noDeduction,
  overridingGrade,
  penalty,
  rule,
  vetoed,
} from '../define.ts';
import { score } from '../score.ts';

export const testSource: Source = { proposed: true, reason: '测试用表' };

export function eventFact(...list: (Partial<ScoreEvent> & { id: string })[]): ScoreFact {
  return { kind: 'events', events: list.map((each) => ({ reason: `事由${each.id}`, ...each })) };
}

export const ratioFact = (numerator: number, denominator: number): ScoreFact => ({
  kind: 'ratio',
  numerator,
  denominator,
});
export const flagFact = (met: boolean): ScoreFact => ({ kind: 'flag', met });
export const countFact = (count: number): ScoreFact => ({ kind: 'count', count });

/** A card of the given items only, its points computed. */
export function cardOf(...children: ScoreNode[]): Scorecard {
  const compiled = compileScorecard({
    key: 'card',
    title: '测试表',
    points: '0',
    children,
    source: testSource,
  });
  return { ...compiled.definition, points: String(compiled.full / 10_000) };
}

/** Scores one item alone and gives its node, for examples that read like the standard. */
export function scoreItem(item: Criterion, facts: Record<string, ScoreFact>) {
  const sheet = score(compileScorecard(cardOf(item)), facts);
  const [node] = sheet.tree;
  if (!node) throw new Error('the card has no item');
  return node;
}

export const units = parsePoints;

/** R34 as it was published, with the hole it has. */
export const publishedGrades: NonNullable<Scorecard['grades']> = {
  grades: [
    grade('excellent', '优秀', atLeast('total', 90), noDeduction),
    grade('good', '良好', atLeast('total', 80), lessThan('deductions', 15)),
    grade('fair', '一般', atLeast('total', 60), lessThan('deductions', 25)),
    overridingGrade('poor', '较差', lessThan('total', 60), atLeast('deductions', 30), vetoed),
  ],
  source: testSource,
};

const source = testSource;

/** A full table of 100 + 15 points with one item of almost every kind of rule. */
export const fullTable = defineScorecard('full-table', {
  title: { zh: '全项考评表', en: 'Full table' },
  points: 100,
  bonusPoints: 15,
  source,
  kindCaps: [{ kind: 'honours', title: '荣誉加分', effect: 'add', cap: '5', source }],
  vetoes: [
    { key: 'red-packet', title: '查实收受红包', fact: 'red-packets', gradeAtMost: 'poor', source },
  ],
  grades: publishedGrades,
  total: { floor: '0' },
  children: [
    group('leadership', {
      title: '组织领导计划公示',
      points: 7,
      children: [
        criterion('bodies', {
          title: '机构人员',
          points: 2,
          measure: price.elements({ leader: '领导小组', manager: '负责人', staff: '专职人员' }),
          price: price.perMissing({ deduct: '0.5' }),
          source,
        }),
        criterion('notice', {
          title: '公示',
          points: 5,
          measure: price.demand('published'),
          price: price.once({ deduct: '0.5' }),
          words: '未公示的扣0.5分',
          source,
        }),
      ],
    }),
    group('training', {
      title: '培训督导考核资金',
      points: 17,
      deductionCap: 12,
      children: [
        criterion('coverage', {
          title: '培训覆盖',
          points: 5,
          measure: price.indicator('training'),
          price: price.perStep({ below: '98%', step: '5%', steps: 'full', deduct: '0.5' }),
          evidence: { fact: 'training-records', title: '培训记录' },
          source,
        }),
        criterion('supervision', {
          title: '督导',
          points: 12,
          events: 'each-rule',
          source,
          rules: [
            rule('visits', {
              measure: price.events('visits'),
              price: price.shortfall({ minimum: 4, deduct: 1 }),
            }),
            rule('kinds', {
              measure: price.differentKinds('visits'),
              price: price.shortfall({ minimum: 2, deduct: '0.5' }),
              cap: '0.5',
            }),
          ],
        }),
      ],
    }),
    group('daily', {
      title: '日常巡查与报告',
      points: 76,
      children: [
        criterion('rounds', {
          title: '巡查',
          points: 30,
          core: true,
          source,
          rules: [
            rule('patrols', {
              measure: price.indicator('patrols'),
              price: price.perStep({ below: '100%', step: '2%', steps: 'started', deduct: '0.5' }),
              cap: 10,
            }),
            rule('papers', {
              measure: price.events('papers'),
              price: price.perUnit({ deduct: '0.1' }),
              cap: 5,
            }),
          ],
        }),
        criterion('reports', {
          title: '信息报告',
          points: 3,
          source,
          measure: price.events('reports'),
          price: price.perCategory('deduct', {
            late: { title: '迟报', points: '0.5' },
            missed: { title: '漏报', points: 1 },
          }),
          periodCap: { every: 'quarter', cap: '1' },
        }),
        criterion('satisfaction', {
          title: '满意度',
          points: 20,
          source,
          measure: price.figure('satisfaction'),
          price: price.tiers('add', { '90': 20, '80': 15 }, { otherwise: 5 }),
        }),
        criterion('manner', {
          title: '现场印象',
          points: 23,
          source,
          measure: price.judgement('manner'),
          price: price.range('deduct', { min: 0, max: 3 }),
        }),
      ],
    }),
    penalty('overdue', {
      title: '整改逾期',
      points: 5,
      source,
      measure: price.events('overdue'),
      price: price.perUnit({ deduct: 5 }),
    }),
    bonus('clues', {
      title: '线索',
      points: 2,
      source,
      measure: price.events('clues'),
      price: price.perUnit({ beyond: 6, add: '0.2' }),
    }),
    bonus('papers-of-honour', {
      title: '表彰',
      points: 8,
      source,
      measure: price.events('honours'),
      kind: 'honours',
      price: price.perCategory('add', {
        province: { title: '省级', points: 1 },
        city: { title: '市级', points: '0.5' },
      }),
    }),
    bonus('press', {
      title: '宣传',
      points: 5,
      source,
      measure: price.events('press'),
      kind: 'honours',
      price: price.perUnit({ add: 1 }),
    }),
  ],
});

/** Everything measured, nothing wrong. */
export const cleanFacts: Record<string, ScoreFact> = {
  leader: flagFact(true),
  manager: flagFact(true),
  staff: flagFact(true),
  published: flagFact(true),
  training: ratioFact(98, 100),
  'training-records': eventFact({ id: 'minutes' }),
  visits: eventFact(
    { id: 'v1', category: 'clinic', quantity: 2 },
    { id: 'v2', category: 'school', quantity: 2 },
  ),
  patrols: ratioFact(12, 12),
  satisfaction: { kind: 'value', value: '91.25' },
  manner: { kind: 'judgement', points: '0', reason: '良好' },
};
