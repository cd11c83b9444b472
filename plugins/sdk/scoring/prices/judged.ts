import type { Price, ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import { parsePoints } from '../../points/points.ts';
import type { EvaluateRule } from '../compiled.ts';
import { draftOf } from '../events.ts';
import { phrases, phraseOf, withDetail } from '../phrases.ts';
import { readFact } from './measured.ts';

type PriceOf<K extends Price['kind']> = Extract<Price, { kind: K }>;
type Elements = Extract<ScoreMeasure, { kind: 'elements' }>['elements'];

const unmet = { zh: '未达到要求', en: 'the demand is not met' };
const met = { zh: '达到要求', en: 'the demand is met' };

/** R1: all or nothing. Deducts when the demand is not met, adds when it is. */
export function fixed(price: PriceOf<'fixed'>, key: string): EvaluateRule {
  const amount = parsePoints(price.amount);
  return (rule, facts, item) => {
    const read = readFact(rule, facts, key, 'flag');
    if ('outcome' in read) return read.outcome;
    if (read.fact.met === (rule.effect === 'deduct')) return undefined;
    const phrase = withDetail(rule.noun ?? (read.fact.met ? met : unmet), read.fact.reason);
    item.drafts.push(draftOf(rule, amount, phrase, [read.fact]));
    return undefined;
  };
}

/** R2: each element that is missing (or, where points are earned, that is there). */
export function perElement(price: PriceOf<'per-element'>, elements: Elements): EvaluateRule {
  const amount = parsePoints(price.amount);
  const parts = elements.map(({ fact, title }) => ({ key: fact, title: phraseOf(title) }));
  return (rule, facts, item) => {
    let notApplicable = 0;
    let outcome: ReturnType<EvaluateRule>;
    for (const { key, title } of parts) {
      const read = readFact(rule, facts, key, 'flag');
      if ('outcome' in read) {
        if (read.outcome?.state === 'not-applicable') notApplicable += 1;
        else outcome ??= read.outcome;
        continue;
      }
      if (read.fact.met === (rule.effect === 'deduct')) continue;
      const shown = read.fact.met ? title : { zh: `缺${title.zh}`, en: `missing: ${title.en}` };
      const phrase = withDetail(shown, read.fact.reason);
      item.drafts.push(draftOf(rule, amount, phrase, [read.fact]));
    }
    if (notApplicable === parts.length) {
      return { state: 'not-applicable', reason: phrases.doesNotApply };
    }
    return outcome;
  };
}

/** R21, R23: the points of the option a person chose. */
export function choices(price: PriceOf<'choices'>, key: string): EvaluateRule {
  const options = new Map(
    price.choices.map((each) => [
      each.choice,
      { amount: parsePoints(each.amount), title: phraseOf(each.title) },
    ]),
  );
  return (rule, facts, item) => {
    const read = readFact(rule, facts, key, 'choice');
    if ('outcome' in read) return read.outcome;
    const option = options.get(read.fact.choice);
    if (option === undefined) {
      return { state: 'pending', reason: phrases.unknownCategory(read.fact.choice) };
    }
    if (option.amount === 0) return undefined;
    const phrase = withDetail(option.title, read.fact.reason);
    item.drafts.push(draftOf(rule, option.amount, phrase, [read.fact]));
    return undefined;
  };
}

/** R15: a human's figure inside a range, never without a reason. */
export function range(price: PriceOf<'range'>, key: string): EvaluateRule {
  const [min, max] = [parsePoints(price.min), parsePoints(price.max)];
  return (rule, facts, item) => {
    const read = readFact(rule, facts, key, 'judgement');
    if ('outcome' in read) return read.outcome;
    const amount = parsePoints(read.fact.points);
    const reason = phraseOf(read.fact.reason);
    if (reason.zh.trim() === '') return { state: 'pending', reason: phrases.noReason };
    if (amount < min || amount > max) {
      return { state: 'pending', reason: phrases.outOfRange(min, max) };
    }
    if (amount > 0) item.drafts.push(draftOf(rule, amount, reason, [read.fact]));
    return undefined;
  };
}
