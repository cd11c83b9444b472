import type { ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import type {
  lightOptions,
  ScoreMeasure,
  trendOptions,
} from '#schema/contracts/campaign/score-rule.ts';
import { parsePoints } from '../../points/points.ts';
import { compareRatio, parsePercent, printRatio } from '../../points/ratio.ts';
import { phrases, type Phrase } from '../phrases.ts';
import { pendingFor, recordOf, waivedFor, withFact, type Derivation } from './derivation.ts';

type Trend = Extract<ScoreMeasure, { kind: 'trend' }>;
type Light = Extract<ScoreMeasure, { kind: 'light' }>;
type Figure = Extract<ScoreFact, { kind: 'ratio' | 'value' }>;

const figures = ['ratio', 'value'] as const;
const noEarlier: Phrase = {
  zh: '没有上期数据可比',
  en: 'there is no earlier figure to compare with',
};

function printFigure(figure: Figure): string {
  return figure.kind === 'value' ? figure.value : printRatio(figure).text;
}

/** Sign of one figure against another of the same kind; a ratio is never divided. */
function compareFigures(left: Figure, right: Figure): number | undefined {
  if (left.kind === 'value' && right.kind === 'value') {
    return Math.sign(parsePoints(left.value) - parsePoints(right.value));
  }
  if (left.kind === 'value' || right.kind === 'value') return undefined;
  const one = BigInt(left.numerator) * BigInt(right.denominator);
  const other = BigInt(right.numerator) * BigInt(left.denominator);
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Sign of a figure against a level: percentages for ratios, plain decimals for values. */
function compareLevel(figure: Figure, level: string): number | undefined {
  if (level.endsWith('%') !== (figure.kind === 'ratio')) return undefined;
  if (figure.kind === 'value') return Math.sign(parsePoints(figure.value) - parsePoints(level));
  return compareRatio(figure, parsePercent(level));
}

const isEmpty = (figure: Figure) => figure.kind === 'ratio' && figure.denominator === 0;

/** R45: 逐步提高／监测比较, against the period before and against no fixed standard. */
export function trendOf({ fact: key, previous, better, enough }: Trend): Derivation {
  const good = better === 'higher' ? 1 : -1;
  const optionOf = (now: Figure, sign: number): (typeof trendOptions)[number] => {
    if (sign === good) return 'improved';
    const level = enough === undefined ? undefined : compareLevel(now, enough);
    if (level !== undefined && level !== -good) return 'improved';
    return sign === 0 ? 'unchanged' : 'declined';
  };
  return {
    measure: { kind: 'choice', fact: key },
    reads: key,
    derive: (facts) =>
      withFact(facts, key, figures, (now) => {
        if (isEmpty(now)) return waivedFor(phrases.nothingToDo);
        const before = facts[previous];
        if (before === undefined || before.kind === 'not-applicable') return waivedFor(noEarlier);
        if (before.kind !== 'ratio' && before.kind !== 'value') {
          return pendingFor(phrases.wrongKind(previous));
        }
        if (isEmpty(before)) return waivedFor(noEarlier);
        const sign = compareFigures(now, before);
        if (sign === undefined) return pendingFor(phrases.wrongKind(previous));
        const [was, is] = [printFigure(before), printFigure(now)];
        const reason = { zh: `上期${was}，本期${is}`, en: `${was} before, ${is} now` };
        return {
          fact: { kind: 'choice', choice: optionOf(now, sign), reason, ...recordOf(now) },
        };
      }),
  };
}

/** R46: green, yellow from the warning value on, red from the alarm value on. */
export function lightOf({ fact: key, better, warn, alarm }: Light): Derivation {
  const bad = better === 'higher' ? -1 : 1;
  const reaches = (sign: number) => sign === 0 || sign === bad;
  return {
    measure: { kind: 'choice', fact: key },
    reads: key,
    derive: (facts) =>
      withFact(facts, key, figures, (now) => {
        if (isEmpty(now)) return waivedFor(phrases.nothingToDo);
        const [atAlarm, atWarn] = [compareLevel(now, alarm), compareLevel(now, warn)];
        if (atAlarm === undefined || atWarn === undefined) {
          return pendingFor(phrases.wrongKind(key));
        }
        let choice: (typeof lightOptions)[number] = 'green';
        if (reaches(atAlarm)) choice = 'red';
        else if (reaches(atWarn)) choice = 'yellow';
        const reason = {
          zh: `${printFigure(now)}，预警值${warn}，报警值${alarm}`,
          en: `${printFigure(now)}, warning at ${warn}, alarm at ${alarm}`,
        };
        return { fact: { kind: 'choice', choice, reason, ...recordOf(now) } };
      }),
  };
}
