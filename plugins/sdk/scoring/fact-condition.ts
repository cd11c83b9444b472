import type { Comparison, Condition } from '#schema/contracts/campaign/condition.ts';
import type { ScoreFact, ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import { parsePoints, timesPoints, unitsPerPoint } from '../points/points.ts';
import { compareRatio, parsePercent } from '../points/ratio.ts';
import { inOrder } from './event-order.ts';

/** True, false, or undefined while a fact it needs is absent. */
export type CompiledCondition = (facts: ScoreFacts) => boolean | undefined;

type Literal = string | number | boolean;

function quantityOf(fact: Extract<ScoreFact, { kind: 'events' }>): number {
  return inOrder(fact.events).reduce((sum, event) => sum + (event.quantity ?? 1), 0);
}

const decimal = /^-?\d{1,9}(\.\d{1,4})?$/;

/** Sign of the fact against the literal; undefined where the two cannot be compared. */
function compareFact(fact: ScoreFact, literal: Literal): number | undefined {
  switch (fact.kind) {
    case 'flag':
      return typeof literal === 'boolean' ? Number(fact.met) - Number(literal) : undefined;
    case 'choice':
      return typeof literal === 'string' ? Number(fact.choice !== literal) : undefined;
    case 'count':
      return typeof literal === 'number' ? Math.sign(fact.count - literal) : undefined;
    case 'events':
      return typeof literal === 'number' ? Math.sign(quantityOf(fact) - literal) : undefined;
    case 'value':
    case 'judgement': {
      const own = parsePoints(fact.kind === 'value' ? fact.value : fact.points);
      if (typeof literal === 'number') return Math.sign(own - timesPoints(literal, unitsPerPoint));
      if (typeof literal !== 'string' || !decimal.test(literal)) return undefined;
      return Math.sign(own - parsePoints(literal));
    }
    case 'ratio':
      if (typeof literal !== 'string' || fact.denominator === 0) return undefined;
      return literal.endsWith('%') ? compareRatio(fact, parsePercent(literal)) : undefined;
    case 'sample':
    case 'votes':
    case 'not-applicable':
      return undefined;
  }
}

const signs = {
  eq: (sign: number) => sign === 0,
  ne: (sign: number) => sign !== 0,
  lt: (sign: number) => sign < 0,
  le: (sign: number) => sign <= 0,
  gt: (sign: number) => sign > 0,
  ge: (sign: number) => sign >= 0,
};

function compareWith(condition: Comparison): CompiledCondition {
  const { field, op, value } = condition;
  if (op === 'present') return (facts) => facts[field] !== undefined;
  if (op === 'absent') return (facts) => facts[field] === undefined;
  const literals = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const holds = op === 'in' ? signs.eq : signs[op];
  return (facts) => {
    const fact = facts[field];
    if (fact === undefined) return undefined;
    const results = literals.map((literal) => compareFact(fact, literal));
    if (results.some((sign) => sign !== undefined && holds(sign))) return true;
    return results.length === 0 || results.includes(undefined) ? undefined : false;
  };
}

/** A condition over facts: the `field` of each comparison names a fact. */
export function compileFactCondition(condition: Condition): CompiledCondition {
  if ('all' in condition) {
    const parts = condition.all.map(compileFactCondition);
    return (facts) => {
      const results = parts.map((part) => part(facts));
      if (results.includes(false)) return false;
      return results.includes(undefined) ? undefined : true;
    };
  }
  if ('any' in condition) {
    const parts = condition.any.map(compileFactCondition);
    return (facts) => {
      const results = parts.map((part) => part(facts));
      if (results.includes(true)) return true;
      return results.includes(undefined) ? undefined : false;
    };
  }
  if ('not' in condition) {
    const inner = compileFactCondition(condition.not);
    return (facts) => {
      const result = inner(facts);
      return result === undefined ? undefined : !result;
    };
  }
  return compareWith(condition);
}
