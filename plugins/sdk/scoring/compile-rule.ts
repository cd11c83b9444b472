import type { ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import type { Criterion, ScoreRule } from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints } from '../points/points.ts';
import {
  ScorecardDefinitionError,
  type CompiledRule,
  type EvaluateRule,
  type EventReader,
} from './compiled.ts';
import type { Derivation } from './derived/derivation.ts';
import { derivationOf } from './derived/derive.ts';
import { lenient } from './leniency.ts';
import { phraseOf, phrases } from './phrases.ts';
import { onceIfAny, perCategory, perUnit, recorded, shortfall } from './prices/counted.ts';
import { choices, fixed, perElement, range } from './prices/judged.ts';
import { perStep, proportional, target, tiers } from './prices/measured.ts';
import { repeated } from './prices/repeated.ts';

const times = { zh: '次', en: '' };

type MeasureOf<K extends ScoreMeasure['kind']> = Extract<ScoreMeasure, { kind: K }>;

function expectMeasure<K extends ScoreMeasure['kind']>(rule: ScoreRule, ...kinds: K[]) {
  const { measure, price } = rule;
  if (!kinds.some((kind) => kind === measure.kind)) {
    throw new ScorecardDefinitionError(
      `${rule.key}: a price “${price.kind}” does not fit a measure “${measure.kind}”`,
    );
  }
  return measure as MeasureOf<K>;
}

function expectLevels(rule: ScoreRule, levels: readonly string[]) {
  const measure = expectMeasure(rule, 'ratio', 'value', 'events');
  if (levels.some((level) => level.endsWith('%') !== (measure.kind === 'ratio'))) {
    throw new ScorecardDefinitionError(
      `${rule.key}: levels of a ratio are percentages, all other levels are plain decimals`,
    );
  }
  return measure;
}

function evaluatorOf(rule: ScoreRule): EvaluateRule {
  const { price } = rule;
  switch (price.kind) {
    case 'fixed': {
      const measure = expectMeasure(rule, 'flag', 'events');
      return measure.kind === 'flag' ? fixed(price, measure.fact) : onceIfAny(price);
    }
    case 'per-element':
      return perElement(price, expectMeasure(rule, 'elements').elements);
    case 'per-unit':
      expectMeasure(rule, 'events');
      return perUnit(price);
    case 'per-category':
      expectMeasure(rule, 'events');
      return perCategory(price);
    case 'repeated':
      expectMeasure(rule, 'events');
      return repeated(price);
    case 'shortfall':
      return shortfall(price, expectMeasure(rule, 'events').distinct === true);
    case 'per-step':
      return perStep(price, expectMeasure(rule, 'ratio').fact);
    case 'proportional':
      return proportional(price, expectMeasure(rule, 'ratio').fact);
    case 'target':
      return target(price, expectLevels(rule, [price.level]));
    case 'tiers': {
      const levels = price.tiers.map(({ atLeast }) => atLeast);
      return tiers(price, expectLevels(rule, levels));
    }
    case 'choices':
      return choices(price, expectMeasure(rule, 'choice').fact);
    case 'range':
      return range(price, expectMeasure(rule, 'judgement').fact);
    case 'recorded':
      expectMeasure(rule, 'recorded');
      return recorded(price);
  }
}

/** Works the composed fact out first, then prices it like any other. */
function derived(rule: ScoreRule, { measure, reads, derive }: Derivation): EvaluateRule {
  const key = 'fact' in measure ? measure.fact : reads;
  const evaluate = evaluatorOf({ ...rule, measure });
  return (compiled, facts, item) => {
    const found = derive(facts);
    if (found === undefined) {
      if (compiled.missing === 'none') return undefined;
      return { state: 'pending', reason: phrases.notMeasured(reads) };
    }
    if ('outcome' in found) return found.outcome;
    return evaluate(compiled, { [key]: found.fact }, item);
  };
}

function readerOf({ measure }: ScoreRule): EventReader | undefined {
  if (measure.kind === 'recorded')
    return { fact: measure.fact, categories: undefined, needsEvents: true };
  if (measure.kind !== 'events') return undefined;
  return {
    fact: measure.fact,
    categories: measure.categories && new Set(measure.categories),
    needsEvents: measure.distinct === true || measure.categories !== undefined,
  };
}

/** What absence means where the rule does not say: incidents did not happen, figures are awaited. */
function missingOf({ measure, price, missing }: ScoreRule): 'none' | 'pending' {
  if (missing !== undefined) return missing;
  const incidents = ['per-unit', 'per-category', 'repeated', 'fixed', 'recorded'].includes(
    price.kind,
  );
  const counted = measure.kind === 'events' || measure.kind === 'recorded';
  return incidents && counted ? 'none' : 'pending';
}

function expectFittingLeniency({ key, effect, measure, leniency }: ScoreRule): void {
  if (leniency === undefined) return;
  if (effect !== 'deduct' || (measure.kind !== 'events' && measure.kind !== 'recorded')) {
    throw new ScorecardDefinitionError(`${key}: only deductions for events can be let off`);
  }
}

function expectFittingCaps(rule: ScoreRule): void {
  const dated = ['per-unit', 'per-category', 'repeated', 'recorded'].includes(rule.price.kind);
  if (rule.periodCap && !dated) {
    throw new ScorecardDefinitionError(`${rule.key}: only dated events can be capped by period`);
  }
  if (rule.measure.kind === 'events' && rule.measure.distinct && rule.price.kind !== 'shortfall') {
    throw new ScorecardDefinitionError(`${rule.key}: only a shortfall counts different categories`);
  }
}

/** Reads one rule once: its numbers become integers, its price a function. */
export function compileRule(
  rule: ScoreRule,
  criterion: Criterion,
  rivals: readonly ScoreRule[] = [],
): CompiledRule {
  expectFittingCaps(rule);
  expectFittingLeniency(rule);
  const derivation = derivationOf(rule);
  const evaluate = derivation ? derived(rule, derivation) : evaluatorOf(rule);
  const noun = rule.noun === undefined ? derivation?.noun : phraseOf(rule.noun);
  return {
    key: rule.key,
    effect: rule.effect,
    words: rule.words ?? criterion.words,
    source: rule.source ?? criterion.source,
    noun,
    unit: rule.unit ? phraseOf(rule.unit) : times,
    cap: rule.cap === undefined ? undefined : parsePoints(rule.cap),
    periodCap: rule.periodCap && {
      every: rule.periodCap.every,
      cap: parsePoints(rule.periodCap.cap),
    },
    kind: rule.kind,
    missing: missingOf(rule),
    reads: readerOf(derivation ? { ...rule, measure: derivation.measure } : rule),
    rivals: rivals.map(readerOf).filter((reader) => reader !== undefined),
    evaluate: rule.leniency ? lenient(evaluate, rule.leniency) : evaluate,
  };
}

/** The key of the rule that every item has without saying so: deductions recorded by exception. */
export const recordedRuleKey = 'recorded';

/** The key under which a shut evidence gate takes the points that are left. */
export const evidenceRuleKey = 'evidence';

export function recordedRuleOf(criterion: Criterion): ScoreRule {
  return {
    key: recordedRuleKey,
    effect: 'deduct',
    measure: { kind: 'recorded', fact: recordedRuleKey },
    price: { kind: 'recorded', max: '99999' },
    words: criterion.words,
    source: criterion.source,
  };
}
