import type { ScoreFact, ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { Price, ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import { parsePoints, timesPoints, unitsPerPoint } from '../../points/points.ts';
import {
  compareRatio,
  parsePercent,
  printRatio,
  shareOf,
  stepsFrom,
  type Ratio,
} from '../../points/ratio.ts';
import type { CompiledRule, EvaluateRule, Item, RuleOutcome } from '../compiled.ts';
import { draftOf, readOccurrences, use } from '../events.ts';
import { phrases, phraseOf, type Phrase } from '../phrases.ts';

type PriceOf<K extends Price['kind']> = Extract<Price, { kind: K }>;
type FactOf<K extends ScoreFact['kind']> = Extract<ScoreFact, { kind: K }>;
type Read<T> = T | { outcome: RuleOutcome };

/** What can be held against a level. */
export type LevelledMeasure = Extract<ScoreMeasure, { kind: 'ratio' | 'value' | 'events' }>;

/** The fact of the wanted kind, or why there is nothing to price. */
export function readFact<K extends ScoreFact['kind']>(
  rule: CompiledRule,
  facts: ScoreFacts,
  key: string,
  kind: K,
): Read<{ fact: FactOf<K> }> {
  const fact = facts[key];
  if (fact === undefined) {
    if (rule.missing === 'none') return { outcome: undefined };
    return { outcome: { state: 'pending', reason: phrases.notMeasured(key) } };
  }
  if (fact.kind === 'not-applicable') {
    return { outcome: { state: 'not-applicable', reason: phraseOf(fact.reason) } };
  }
  if (fact.kind !== kind) return { outcome: { state: 'pending', reason: phrases.wrongKind(key) } };
  return { fact: fact as FactOf<K> };
}

function ratioPhrase(rule: CompiledRule, ratio: Ratio): Phrase {
  const noun = rule.noun ?? { zh: '完成率', en: 'rate' };
  const { text, exact } = printRatio(ratio);
  const pair = `${ratio.numerator}/${ratio.denominator}`;
  return {
    zh: `${noun.zh}${pair}（${exact ? '' : '约'}${text}）`,
    en: `${noun.en} ${pair} (${exact ? '' : 'about '}${text})`,
  };
}

function continued(phrase: Phrase, zh: string, en: string): Phrase {
  return { zh: `${phrase.zh}，${zh}`, en: `${phrase.en}, ${en}` };
}

function readRatio(
  rule: CompiledRule,
  facts: ScoreFacts,
  key: string,
): Read<{ fact: FactOf<'ratio'> }> {
  const read = readFact(rule, facts, key, 'ratio');
  if ('fact' in read && read.fact.denominator === 0) {
    return { outcome: { state: 'not-applicable', reason: phrases.nothingToDo } };
  }
  return read;
}

/** R6: each step below or above a line, by cross-multiplication. */
export function perStep(price: PriceOf<'per-step'>, key: string): EvaluateRule {
  const [from, step] = [parsePercent(price.from), parsePercent(price.step)];
  const amount = parsePoints(price.amount);
  const bad = price.side === 'below' ? -1 : 1;
  const zhSide = price.side === 'below' ? '低于' : '高于';
  const zhStep = price.steps === 'full' ? '每满' : '每';
  return (rule, facts, item) => {
    const read = readRatio(rule, facts, key);
    if ('outcome' in read) return read.outcome;
    if (compareRatio(read.fact, from) !== bad) return undefined;
    const steps = stepsFrom(read.fact, from, step, price);
    if (steps === 0) return undefined;
    const phrase = continued(
      ratioPhrase(rule, read.fact),
      `${zhSide}${price.from}，${zhStep}${price.step}计1档，共${steps}档`,
      `${price.side} ${price.from}: ${steps} ${price.steps} steps of ${price.step}`,
    );
    item.drafts.push(draftOf(rule, timesPoints(amount, steps), phrase, [read.fact]));
    return undefined;
  };
}

/** 按比例得分: points times the ratio, never more than the points, rounded where the rule names it. */
export function proportional(price: PriceOf<'proportional'>, key: string): EvaluateRule {
  const points = parsePoints(price.points);
  const grain = 10 ** (4 - price.places);
  return (rule, facts, item) => {
    const read = readRatio(rule, facts, key);
    if ('outcome' in read) return read.outcome;
    const numerator = Math.min(read.fact.numerator, read.fact.denominator);
    const share = shareOf(points, { ...read.fact, numerator }, grain);
    const amount = rule.effect === 'add' ? share : points - share;
    if (amount === 0) return undefined;
    const phrase = continued(ratioPhrase(rule, read.fact), '按比例计分', 'points in proportion');
    item.drafts.push(draftOf(rule, amount, phrase, [read.fact]));
    return undefined;
  };
}

type Measured = {
  compare: (level: number) => number;
  phrase: Phrase;
  records: Parameters<typeof draftOf>[3];
};

function plainly(rule: CompiledRule, text: string, units: number): Omit<Measured, 'records'> {
  const noun = rule.noun ?? { zh: '', en: '' };
  return {
    compare: (level) => Math.sign(units - level),
    phrase: { zh: `${noun.zh}${text}`, en: `${noun.en} ${text}`.trim() },
  };
}

function readCount(rule: CompiledRule, facts: ScoreFacts, item: Item): Read<Measured> {
  const found = readOccurrences(rule, facts, item);
  if (found.state === 'nothing') return { outcome: found.outcome };
  if (found.state === 'events') use(item, found.events);
  const count =
    found.state === 'count'
      ? found.fact.count
      : found.events.reduce((sum, event) => sum + (event.quantity ?? 1), 0);
  const records = found.state === 'count' ? [found.fact] : found.events;
  return { ...plainly(rule, String(count), timesPoints(count, unitsPerPoint)), records };
}

function readMeasured(
  rule: CompiledRule,
  measure: LevelledMeasure,
  facts: ScoreFacts,
  item: Item,
): Read<Measured> {
  if (measure.kind === 'events') return readCount(rule, facts, item);
  if (measure.kind === 'value') {
    const read = readFact(rule, facts, measure.fact, 'value');
    if ('outcome' in read) return read;
    const { value } = read.fact;
    return { ...plainly(rule, value, parsePoints(value)), records: [read.fact] };
  }
  const read = readRatio(rule, facts, measure.fact);
  if ('outcome' in read) return read;
  const { fact } = read;
  const phrase = ratioPhrase(rule, fact);
  return { compare: (level) => compareRatio(fact, level), phrase, records: [fact] };
}

function parseLevel(level: string): number {
  return level.endsWith('%') ? parsePercent(level) : parsePoints(level);
}

/** R9: reached or not. Deducts when it is missed, adds when it is reached. */
export function target(price: PriceOf<'target'>, measure: LevelledMeasure): EvaluateRule {
  const level = parseLevel(price.level);
  const amount = parsePoints(price.amount);
  const [zh, en]: [string, string] =
    price.side === 'at-least' ? ['应达到', 'at least'] : ['应不超过', 'at most'];
  return (rule, facts, item) => {
    const read = readMeasured(rule, measure, facts, item);
    if ('outcome' in read) return read.outcome;
    const sign = read.compare(level);
    const reached = price.side === 'at-least' ? sign >= 0 : sign <= 0;
    if (reached === (rule.effect === 'deduct')) return undefined;
    const phrase = continued(read.phrase, `${zh}${price.level}`, `${en} ${price.level}`);
    item.drafts.push(draftOf(rule, amount, phrase, read.records));
    return undefined;
  };
}

/** Bands of a ratio, a value or a count: the highest level reached gives the points. */
export function tiers(price: PriceOf<'tiers'>, measure: LevelledMeasure): EvaluateRule {
  const levels = price.tiers
    .map(({ atLeast, amount }) => ({
      text: atLeast,
      level: parseLevel(atLeast),
      amount: parsePoints(amount),
    }))
    .sort((left, right) => right.level - left.level);
  const otherwise = parsePoints(price.otherwise);
  const lowest = levels[levels.length - 1]?.text ?? '';
  return (rule, facts, item) => {
    const read = readMeasured(rule, measure, facts, item);
    if ('outcome' in read) return read.outcome;
    const tier = levels.find(({ level }) => read.compare(level) >= 0);
    const amount = tier ? tier.amount : otherwise;
    if (amount === 0) return undefined;
    const [zh, en]: [string, string] = tier
      ? [`达到${tier.text}`, `reaches ${tier.text}`]
      : [`未达到${lowest}`, `does not reach ${lowest}`];
    const phrase = continued(read.phrase, zh, en);
    item.drafts.push(draftOf(rule, amount, phrase, read.records));
    return undefined;
  };
}
