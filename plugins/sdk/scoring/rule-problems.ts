import {
  lightOptions,
  noRung,
  trendOptions,
  type Price,
  type ScoreMeasure,
} from '#schema/contracts/campaign/score-rule.ts';
import type { Scorecard, ScoreNode, ScoreRule } from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints } from '../points/points.ts';
import { parsePercent } from '../points/ratio.ts';
import { compileScorecard } from './compile.ts';
import { ScorecardDefinitionError } from './compiled.ts';

export const ruleProblemCodes = [
  'rule-never-met',
  'rule-without-effect',
  'rule-range-reversed',
  'rule-option-unpriced',
  'rule-level-twice',
  'rule-window-reversed',
  'veto-without-consequence',
  'definition',
] as const;

/** A rule that means nothing, or not what its author thinks. */
export type RuleProblem = {
  code: (typeof ruleProblemCodes)[number];
  path: string[];
  message: { zh: string; en: string };
};

type Found = Pick<RuleProblem, 'code' | 'message'>;
const found = (code: RuleProblem['code'], zh: string, en: string): Found => ({
  code,
  message: { zh, en },
});

const levelOf = (level: string): number =>
  level.endsWith('%') ? parsePercent(level) : parsePoints(level);
const whole = 1_000_000;

/** A share of all can lie between 0 and 100 %; beyond that a level is never reached or never missed. */
function isBeyondRatio({ kind }: ScoreMeasure, level: string): boolean {
  return (kind === 'ratio' || kind === 'sample') && levelOf(level) > whole;
}

function hasNoEffect(price: Price): boolean {
  switch (price.kind) {
    case 'fixed':
    case 'per-element':
    case 'per-unit':
    case 'shortfall':
    case 'per-step':
    case 'target':
      return parsePoints(price.amount) === 0;
    case 'proportional':
      return parsePoints(price.points) === 0;
    case 'repeated':
      return parsePoints(price.first) + parsePoints(price.again) === 0;
    case 'range':
    case 'recorded':
      return parsePoints(price.max) === 0;
    case 'per-category':
      return price.prices.every(({ amount }) => parsePoints(amount) === 0);
    case 'tiers':
    case 'choices':
      return false;
  }
}

function neverMet({ measure, price }: ScoreRule): Found[] {
  const level = price.kind === 'target' ? price.level : undefined;
  if (level !== undefined && isBeyondRatio(measure, level)) {
    return [found('rule-never-met', `比率不可能达到${level}`, `no share can reach ${level}`)];
  }
  if (price.kind === 'tiers') {
    return price.tiers
      .filter(({ atLeast }) => isBeyondRatio(measure, atLeast))
      .map(({ atLeast }) =>
        found('rule-never-met', `比率不可能达到${atLeast}`, `no share can reach ${atLeast}`),
      );
  }
  if (price.kind === 'shortfall' && price.minimum === 0) {
    return [found('rule-never-met', '下限为0，永远不会短缺', 'a minimum of 0 is never missed')];
  }
  if (price.kind === 'per-step') {
    const from = parsePercent(price.from);
    const never = price.side === 'below' ? from === 0 : from >= whole;
    const words = [`不可能再${price.side === 'below' ? '低于' : '高于'}${price.from}`] as const;
    if (never)
      return [found('rule-never-met', words[0], `nothing lies ${price.side} ${price.from}`)];
    if (parsePercent(price.step) === 0) {
      return [found('rule-range-reversed', '每档幅度为0', 'a step of nothing')];
    }
  }
  return [];
}

function reversed({ measure, price, leniency }: ScoreRule): Found[] {
  const problems: Found[] = [];
  if (price.kind === 'range' || price.kind === 'recorded') {
    if (parsePoints(price.min ?? '0') > parsePoints(price.max)) {
      problems.push(found('rule-range-reversed', '下限高于上限', 'the least is above the most'));
    }
  }
  if (measure.kind === 'light') {
    const [warn, alarm] = [levelOf(measure.warn), levelOf(measure.alarm)];
    const isWrong = measure.better === 'higher' ? warn <= alarm : warn >= alarm;
    if (isWrong) {
      const zh = '预警值与报警值颠倒或相同，永远不会亮黄灯';
      problems.push(found('rule-range-reversed', zh, 'warning and alarm leave no room for yellow'));
    }
  }
  if (leniency && leniency.from > leniency.to) {
    problems.push(
      found('rule-window-reversed', '期间的起止颠倒', 'the window ends before it begins'),
    );
  }
  return problems;
}

/** The options a measure can come out at; nothing where a person chooses freely. */
function optionsOf(measure: ScoreMeasure): readonly string[] | undefined {
  if (measure.kind === 'trend') return trendOptions;
  if (measure.kind === 'light') return lightOptions;
  if (measure.kind !== 'ladder') return undefined;
  return [noRung, ...measure.rungs.map(({ key }) => key)];
}

function options({ measure, price }: ScoreRule): Found[] {
  if (price.kind === 'per-category' && measure.kind === 'events' && measure.categories) {
    const read = new Set(measure.categories);
    const priced = new Set(price.prices.map(({ category }) => category));
    return [
      ...[...priced]
        .filter((each) => !read.has(each))
        .map((each) =>
          found('rule-never-met', `不会出现类别“${each}”`, `no event of “${each}” is read`),
        ),
      ...[...read]
        .filter((each) => !priced.has(each))
        .map((each) =>
          found('rule-option-unpriced', `类别“${each}”没有分值`, `“${each}” has no price`),
        ),
    ];
  }
  const own = price.kind === 'choices' ? optionsOf(measure) : undefined;
  if (price.kind !== 'choices' || own === undefined) return [];
  const priced = new Set(price.choices.map(({ choice }) => choice));
  return [
    ...own
      .filter((each) => !priced.has(each))
      .map((each) => found('rule-option-unpriced', `“${each}”没有分值`, `“${each}” has no price`)),
    ...[...priced]
      .filter((each) => !own.includes(each))
      .map((each) => found('rule-never-met', `不会出现“${each}”`, `“${each}” never comes out`)),
  ];
}

function twice({ price, measure }: ScoreRule): Found[] {
  const names: string[] = [];
  if (price.kind === 'tiers')
    names.push(...price.tiers.map(({ atLeast }) => `${levelOf(atLeast)}`));
  if (price.kind === 'choices') names.push(...price.choices.map(({ choice }) => choice));
  if (price.kind === 'per-category') names.push(...price.prices.map(({ category }) => category));
  if (measure.kind === 'votes') names.push(...measure.answers.map(({ answer }) => answer));
  const isTwice = new Set(names).size < names.length;
  return isTwice
    ? [found('rule-level-twice', '同一档次写了两次', 'one level is stated twice')]
    : [];
}

function ruleProblems(rule: ScoreRule): Found[] {
  const nothing = hasNoEffect(rule.price)
    ? [found('rule-without-effect', '分值为0，不起作用', 'the price is 0: it does nothing')]
    : [];
  const { measure } = rule;
  const isVoid = measure.kind === 'votes' && measure.answers.every(({ points }) => !points);
  const void_ = isVoid
    ? [found('rule-never-met', '没有一个选项计入有效票', 'no answer counts as a valid vote')]
    : [];
  return [nothing, void_, neverMet(rule), reversed(rule), options(rule), twice(rule)].flat();
}

function nodeProblems(node: ScoreNode, path: string[]): RuleProblem[] {
  const here = [...path, node.key];
  if (node.type === 'group') return node.children.flatMap((child) => nodeProblems(child, here));
  return node.rules.flatMap((rule) =>
    ruleProblems(rule).map((problem) => ({ ...problem, path: [...here, rule.key] })),
  );
}

function vetoProblems({ key, vetoes = [], grades }: Scorecard): RuleProblem[] {
  const best = grades?.grades.find(({ overrides }) => !overrides)?.key;
  return vetoes.flatMap(({ key: veto, gradeAtMost, leniency }) => {
    const problems: Found[] = [];
    if (gradeAtMost === best) {
      const zh = '否决后的等次就是最高等次，不起作用';
      const en = 'the veto leads to the best grade: it does nothing';
      problems.push(found('veto-without-consequence', zh, en));
    }
    if (leniency && leniency.from > leniency.to) {
      problems.push(
        found('rule-window-reversed', '期间的起止颠倒', 'the window ends before it begins'),
      );
    }
    return problems.map((problem) => ({ ...problem, path: [key, 'vetoes', veto] }));
  });
}

/** A card that cannot be read at all, such as a price that does not fit its measure. */
function definitionProblem(card: Scorecard): RuleProblem[] {
  try {
    compileScorecard({ ...card, vetoes: [] });
    return [];
  } catch (error) {
    if (!(error instanceof ScorecardDefinitionError)) throw error;
    const { message } = error;
    const words = { zh: `评分标准无法执行：${message}`, en: `the card cannot be read: ${message}` };
    return [{ code: 'definition', path: [card.key], message: words }];
  }
}

/**
 * Rules that can never be met, price nothing, or leave an option unpriced; vetoes without effect.
 * `findRuleProblems(card)` is empty for a scorecard whose every rule can matter.
 */
export function findRuleProblems(card: Scorecard): RuleProblem[] {
  return [
    ...definitionProblem(card),
    ...card.children.flatMap((child) => nodeProblems(child, [card.key])),
    ...vetoProblems(card),
  ];
}
