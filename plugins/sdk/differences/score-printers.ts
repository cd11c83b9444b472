import type { Price, ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import type { GradeCondition, Leniency, ScoreRule } from '#schema/contracts/campaign/scorecard.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Language, Text } from '#schema/contracts/campaign/text.ts';
import { say } from './condition-printers.ts';
import { listed } from './printers.ts';
import type { Place } from './printers.ts';

type PeriodCap = NonNullable<ScoreRule['periodCap']>;

const points = (amount: string, language: Language) =>
  say(`${amount}分`, `${amount} points`, language);

const priced = (lines: readonly { title: Text; amount: string }[], language: Language): string =>
  listed(
    lines.map(({ title, amount }) => {
      const name = textIn(title, language).value;
      return `${name}${language === 'en' ? ' ' : ''}${points(amount, language)}`;
    }),
    language,
  );

const step = (price: Extract<Price, { kind: 'per-step' }>, language: Language): string => {
  const { from, side, steps } = price;
  const amount = points(price.amount, language);
  const [zhSide, enSide] = side === 'below' ? ['低于', 'below'] : ['高于', 'above'];
  const [zhStep, enStep] =
    steps === 'full'
      ? [`每满${price.step}`, `for each full ${price.step}`]
      : [`每${price.step}（不足的按一档）`, `for each started ${price.step}`];
  return say(
    `${zhSide}${from}的，${zhStep}${amount}`,
    `${enSide} ${from}, ${enStep} ${amount}`,
    language,
  );
};

const tiers = (price: Extract<Price, { kind: 'tiers' }>, language: Language): string =>
  listed(
    [
      ...price.tiers.map(({ atLeast, amount }) =>
        say(`不低于${atLeast}的${amount}分`, `at least ${atLeast} ${amount} points`, language),
      ),
      say(`其余${price.otherwise}分`, `otherwise ${price.otherwise} points`, language),
    ],
    language,
  );

const perUnit = (price: Extract<Price, { kind: 'per-unit' }>, language: Language): string => {
  const each = points(price.amount, language);
  return price.beyond === undefined
    ? say(`每1次${each}`, `${each} each time`, language)
    : say(
        `超过${price.beyond}次后每1次${each}`,
        `${each} each time beyond ${price.beyond}`,
        language,
      );
};

/** Prices of which a person sets the figure. */
function setByHand(price: Extract<Price, { kind: 'range' | 'recorded' }>, language: Language) {
  const most = points(price.max, language);
  return price.kind === 'range'
    ? say(`在${price.min}至${most}内酌定`, `between ${price.min} and ${most}`, language)
    : say(`登记时定分，每次不超过${most}`, `set when recorded, ${most} at most each`, language);
}

/** 每1次0.5分；低于95%的，每满5%1分: what a rule costs or earns, whichever it does. */
export function printPrice(price: Price, _place: Place, language: Language): string {
  const of = (amount: string) => points(amount, language);
  switch (price.kind) {
    case 'fixed':
      return say(`一次${of(price.amount)}`, `${of(price.amount)} once`, language);
    case 'per-element':
      return say(`每1项${of(price.amount)}`, `${of(price.amount)} for each demand`, language);
    case 'per-unit':
      return perUnit(price, language);
    case 'per-category':
      return priced(price.prices, language);
    case 'choices':
      return priced(price.choices, language);
    case 'shortfall': {
      const [zh, en] = [`应有${price.minimum}次，每少1次`, `${price.minimum} wanted, each missing`];
      return say(`${zh}${of(price.amount)}`, `${en} ${of(price.amount)}`, language);
    }
    case 'per-step':
      return step(price, language);
    case 'target': {
      const [zh, en] = price.side === 'at-least' ? ['达到', 'at least'] : ['不超过', 'at most'];
      const amount = of(price.amount);
      return say(
        `以${zh}${price.level}为线，${amount}`,
        `${amount} by ${en} ${price.level}`,
        language,
      );
    }
    case 'tiers':
      return tiers(price, language);
    case 'proportional': {
      const full = of(price.points);
      return say(
        `按比例，满分${full}，保留${price.places}位小数`,
        `in proportion, ${full} in full, ${price.places} places`,
        language,
      );
    }
    case 'repeated': {
      const [first, again] = [of(price.first), of(price.again)];
      return say(`首次${first}，同一问题再次${again}`, `first ${first}, then ${again}`, language);
    }
    case 'range':
    case 'recorded':
      return setByHand(price, language);
  }
}

const measures: Readonly<Record<ScoreMeasure['kind'], readonly [zh: string, en: string]>> = {
  events: ['事件次数', 'how often it happened'],
  ratio: ['比率', 'a share'],
  value: ['数值', 'a figure'],
  flag: ['是否做到', 'whether it is met'],
  elements: ['逐项要求', 'several demands'],
  choice: ['选定的档次', 'the option chosen'],
  judgement: ['评分人判断', 'a person’s judgement'],
  recorded: ['登记的例外', 'exceptions on record'],
  sample: ['抽查', 'a sample'],
  votes: ['评议得票', 'votes'],
  ladder: ['达到的层级', 'the rung reached'],
  trend: ['与上期相比', 'against the period before'],
  light: ['红黄绿灯', 'a traffic light'],
};

/** What is measured, with what the contract itself names of it. */
export function printMeasure(measure: ScoreMeasure, _place: Place, language: Language): string {
  const [zh, en] = measures[measure.kind];
  const name = say(zh, en, language);
  const titles = (of: readonly { title: Text }[]) =>
    `${name}${say('：', ': ', language)}${listed(
      of.map(({ title }) => textIn(title, language).value),
      language,
    )}`;
  switch (measure.kind) {
    case 'elements':
      return titles(measure.elements);
    case 'ladder':
      return titles(measure.rungs);
    case 'votes':
      return titles(measure.answers);
    case 'events':
      return measure.distinct ? name + say('（同类只算一次）', ', each kind once', language) : name;
    case 'sample':
      return measure.size === undefined
        ? name
        : name + say(`（${measure.size}份）`, ` of ${measure.size}`, language);
    case 'light':
      return (
        name +
        say(
          `（${measure.warn}转黄，${measure.alarm}转红）`,
          ` (yellow at ${measure.warn}, red at ${measure.alarm})`,
          language,
        )
      );
    case 'ratio':
    case 'value':
    case 'flag':
    case 'choice':
    case 'judgement':
    case 'recorded':
    case 'trend':
      return name;
  }
}

const every: Readonly<Record<PeriodCap['every'], readonly [zh: string, en: string]>> = {
  month: ['每月', 'a month'],
  quarter: ['每季度', 'a quarter'],
  'half-year': ['每半年', 'a half-year'],
  year: ['每年', 'a year'],
};

export const printPeriodCap = (cap: PeriodCap, _place: Place, language: Language): string => {
  const [zh, en] = every[cap.every];
  return say(`${zh}最多${cap.cap}分`, `${cap.cap} points ${en} at most`, language);
};

export const printLeniency = ({ from, to }: Leniency, _place: Place, language: Language): string =>
  say(
    `${from}至${to}主动说明的不扣`,
    `nothing for who came forward from ${from} to ${to}`,
    language,
  );

const metrics: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  total: ['总分', 'the total'],
  base: ['基本分得分', 'the base score'],
  bonus: ['加分', 'the bonus'],
  deductions: ['扣分合计', 'the deductions'],
  core: ['核心项得分', 'the core score'],
};
const compared = {
  lt: ['低于', 'below'],
  le: ['不高于', 'at most'],
  gt: ['高于', 'above'],
  ge: ['不低于', 'at least'],
  eq: ['等于', 'exactly'],
} as const;

function gradeWords(condition: GradeCondition, language: Language): string {
  const part = (each: GradeCondition): string => {
    const words = gradeWords(each, language);
    const isWhole = 'metric' in each || 'veto' in each;
    return isWhole ? words : say(`（${words}）`, `(${words})`, language);
  };
  if ('all' in condition) return condition.all.map(part).join(say('，并且', ', and ', language));
  if ('any' in condition) return condition.any.map(part).join(say('，或者', ', or ', language));
  if ('not' in condition) return say('并非', 'not ', language) + part(condition.not);
  if ('veto' in condition) {
    return condition.veto
      ? say('有一票否决', 'a veto', language)
      : say('没有一票否决', 'no veto', language);
  }
  const [zhMetric, enMetric] = metrics[condition.metric] ?? [condition.metric, condition.metric];
  const [zhOp, enOp] = compared[condition.op];
  const level =
    'value' in condition
      ? points(condition.value, language)
      : say(`最高可得的${condition.share}`, `${condition.share} of the most there is`, language);
  return say(`${zhMetric}${zhOp}${level}`, `${enMetric} ${enOp} ${level}`, language);
}

/** 总分不低于90分，并且没有一票否决. */
export const printGradeCondition = (
  condition: GradeCondition,
  _place: Place,
  language: Language,
): string => gradeWords(condition, language);
