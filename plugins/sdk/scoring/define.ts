import type {
  Criterion,
  GradeCondition,
  GradeMetric,
  GradeTable,
  ScoreGroup,
  ScoreRule,
  Scorecard,
} from '#schema/contracts/campaign/scorecard.ts';
import { pointsText, type EffectivePrice, type Points } from './define-prices.ts';

type RuleOptions = Omit<ScoreRule, 'key' | 'effect' | 'price' | 'cap'> & {
  price: EffectivePrice;
  cap?: Points;
};

/** One of several 评分标准 of an item, with its own cap: `rule('late', { measure, price, cap: 2 })`. */
export function rule(key: string, { price, cap, ...rest }: RuleOptions): ScoreRule {
  return {
    key,
    ...price,
    ...rest,
    ...(cap === undefined ? {} : { cap: pointsText(cap) }),
  };
}

type OwnRule = Pick<RuleOptions, 'measure' | 'price'> &
  Partial<Pick<RuleOptions, 'noun' | 'unit' | 'kind' | 'missing' | 'periodCap' | 'leniency'>>;
type Rules = (OwnRule & { rules?: never }) | { rules: ScoreRule[] };
type CriterionOptions = Omit<
  Criterion,
  'type' | 'key' | 'points' | 'account' | 'start' | 'rules' | 'cap' | 'floor'
> & { points: Points; cap?: Points; floor?: Points };

/** What the author says of an item. */
export type CriterionDetail = CriterionOptions & Rules;

function splitRules(options: CriterionDetail): { rules: ScoreRule[]; rest: CriterionOptions } {
  if (options.rules !== undefined) {
    const { rules, ...rest } = options;
    return { rules, rest };
  }
  const { measure, price, noun, unit, kind, missing, periodCap, leniency, ...rest } = options;
  const own = { measure, price, noun, unit, kind, missing, periodCap, leniency };
  const stated = Object.fromEntries(
    Object.entries(own).filter(([, value]) => value !== undefined),
  ) as typeof own;
  return { rules: [rule('rule', stated)], rest };
}

function item(account: Criterion['account'], key: string, options: CriterionDetail): Criterion {
  const { rules, rest } = splitRules(options);
  const { points, cap, floor, ...own } = rest;
  const isDeducting = rules[0]?.effect === 'deduct';
  return {
    type: 'criterion',
    key,
    account,
    start: account === 'base' && isDeducting ? 'full' : 'zero',
    points: pointsText(points),
    rules,
    ...own,
    ...(cap === undefined ? {} : { cap: pointsText(cap) }),
    ...(floor === undefined ? {} : { floor: pointsText(floor) }),
  };
}

/**
 * An item of the base: deducted from full points, or earned from zero, as its rules say.
 * `criterion('coverage', { title: '培训覆盖', points: 5, measure: indicator('coverage'), price: perStep({ … }), source })`
 */
export function criterion(key: string, options: CriterionDetail): Criterion {
  return item('base', key, options);
}

/** 加分项, shown apart from the base: `bonus('clues', { points: 2, measure, price: perUnit({ add: '0.2' }), … })`. */
export function bonus(key: string, options: CriterionDetail): Criterion {
  return item('bonus', key, options);
}

/** 扣分项 without points of its own; `points` is the most it may take: `penalty('overdue', { points: 5, … })`. */
export function penalty(key: string, options: CriterionDetail): Criterion {
  return item('penalty', key, options);
}

type GroupOptions = Omit<ScoreGroup, 'type' | 'key' | 'points' | 'deductionCap' | 'bonusCap'> & {
  points: Points;
  deductionCap?: Points;
  bonusCap?: Points;
};

/** 一级、二级指标: `group('training', { title: '教育培训', points: 8, children: [criterion(…)] })`. */
export function group(key: string, options: GroupOptions): ScoreGroup {
  const { points, deductionCap, bonusCap, ...rest } = options;
  return {
    type: 'group',
    key,
    points: pointsText(points),
    ...rest,
    ...(deductionCap === undefined ? {} : { deductionCap: pointsText(deductionCap) }),
    ...(bonusCap === undefined ? {} : { bonusCap: pointsText(bonusCap) }),
  };
}

type ScorecardOptions = Omit<Scorecard, 'key' | 'points' | 'bonusPoints'> & {
  points: Points;
  bonusPoints?: Points;
};

/** 考评细则, to be read line by line beside the document: `defineScorecard('institution', { … })`. */
export function defineScorecard(key: string, options: ScorecardOptions): Scorecard {
  const { points, bonusPoints, ...rest } = options;
  return {
    key,
    points: pointsText(points),
    ...rest,
    ...(bonusPoints === undefined ? {} : { bonusPoints: pointsText(bonusPoints) }),
  };
}

type Grade = GradeTable['grades'][number];

/** A grade with all its conditions at once: `grade('excellent', '优秀', atLeast('total', 90), noDeduction)`. */
export function grade(key: string, title: Grade['title'], ...all: GradeCondition[]): Grade {
  const [only] = all;
  return { key, title, when: all.length === 1 && only !== undefined ? only : { all } };
}

/** A grade that any one of its conditions brings about, before all others: 或有一票否决情形的. */
export function overridingGrade(
  key: string,
  title: Grade['title'],
  ...any: GradeCondition[]
): Grade {
  return { key, title, when: { any }, overrides: true };
}

export function atLeast(metric: GradeMetric, points: Points): GradeCondition {
  return { metric, op: 'ge', value: pointsText(points) };
}

/** 关键项达80%: `atLeastShare('core', '80%')`, of the most that the figure can reach. */
export function atLeastShare(metric: GradeMetric, share: string): GradeCondition {
  return { metric, op: 'ge', share };
}

export function lessThan(metric: GradeMetric, points: Points): GradeCondition {
  return { metric, op: 'lt', value: pointsText(points) };
}

export const noDeduction: GradeCondition = { metric: 'deductions', op: 'eq', value: '0' };
export const vetoed: GradeCondition = { veto: true };
