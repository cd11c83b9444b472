import type { Criterion, Scorecard, ScoreNode } from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints } from '../points/points.ts';
import { compileRule, evidenceRuleKey, recordedRuleOf } from './compile-rule.ts';
import {
  ScorecardDefinitionError,
  type CompiledCriterion,
  type CompiledNode,
  type CompiledScorecard,
} from './compiled.ts';
import { compileFactCondition } from './fact-condition.ts';
import { gradeTableOf } from './grade-shares.ts';
import { compileGrades } from './grades.ts';
import { phraseOf } from './phrases.ts';

function optionalPoints(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parsePoints(text);
}

function expectFittingEffects({ key, account, start, rules }: Criterion): void {
  const wanted = account === 'penalty' || start === 'full' ? 'deduct' : 'add';
  if (account === 'bonus' && start === 'full') {
    throw new ScorecardDefinitionError(`${key}: a bonus item starts from zero`);
  }
  const misfit = rules.find((rule) => rule.effect !== wanted);
  if (misfit) {
    throw new ScorecardDefinitionError(
      `${key}: “${misfit.key}” must ${wanted}, since the item starts from ${start}`,
    );
  }
}

export function compileCriterion(definition: Criterion): CompiledCriterion {
  expectFittingEffects(definition);
  const { account, rules, start } = definition;
  const points = parsePoints(definition.points);
  const full = account === 'base' ? points : 0;
  const floor = optionalPoints(definition.floor) ?? (account === 'penalty' ? -points : 0);
  const recorded = compileRule(recordedRuleOf(definition), definition);
  const compiled = rules.map((rule, at) => compileRule(rule, definition, rules.slice(at + 1)));
  return {
    type: 'criterion',
    definition,
    points,
    full,
    start: start === 'full' ? full : 0,
    mostDeducted: optionalPoints(definition.cap) ?? Number.MAX_SAFE_INTEGER,
    floor,
    core: definition.core === true,
    once: definition.events !== 'each-rule' && compiled.filter((rule) => rule.reads).length > 1,
    rules: compiled,
    recorded,
    applies: definition.applies && compileFactCondition(definition.applies),
    evidence: definition.evidence && {
      fact: definition.evidence.fact,
      title: phraseOf(definition.evidence.title),
      rule: { ...recorded, key: evidenceRuleKey },
    },
  };
}

class Compilation {
  readonly criteria: CompiledCriterion[] = [];
  readonly keys = new Set<string>();

  node(node: ScoreNode): CompiledNode {
    if (this.keys.has(node.key)) {
      throw new ScorecardDefinitionError(`${node.key}: the key is used twice`);
    }
    this.keys.add(node.key);
    if (node.type === 'criterion') {
      const criterion = compileCriterion(node);
      this.criteria.push(criterion);
      return criterion;
    }
    const children = node.children.map((child) => this.node(child));
    return {
      type: 'group',
      definition: node,
      full: children.reduce((sum, child) => sum + child.full, 0),
      deductionCap: optionalPoints(node.deductionCap),
      bonusCap: optionalPoints(node.bonusCap),
      children,
    };
  }
}

/**
 * Reads a scorecard once; the result scores any number of subjects. Throws
 * `ScorecardDefinitionError` where the definition cannot mean anything.
 * `const compiled = compileScorecard(card); score(compiled, facts)`
 */
export function compileScorecard(definition: Scorecard): CompiledScorecard {
  const compilation = new Compilation();
  const children = definition.children.map((child) => compilation.node(child));
  const table = gradeTableOf(definition);
  return {
    definition,
    children,
    criteria: compilation.criteria,
    criterionKeys: new Set(compilation.criteria.map(({ definition: { key } }) => key)),
    full: children.reduce((sum, child) => sum + child.full, 0),
    kindCaps: (definition.kindCaps ?? []).map(({ kind, effect, cap }) => ({
      kind,
      effect,
      cap: parsePoints(cap),
      members: compilation.criteria.flatMap((criterion, at) =>
        criterion.rules.some((rule) => rule.kind === kind) ? [at] : [],
      ),
    })),
    totalFloor: optionalPoints(definition.total?.floor),
    totalCap: optionalPoints(definition.total?.cap),
    roundingPlaces: definition.rounding?.places,
    grades: table && compileGrades(table, definition.vetoes ?? []),
  };
}
