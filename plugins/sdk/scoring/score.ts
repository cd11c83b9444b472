import type { ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { ScoreBound, ScoreSheet, SheetNode } from '#schema/contracts/campaign/score-sheet.ts';
import type { Veto } from '#schema/contracts/campaign/scorecard.ts';
import { roundPoints } from '../points/points.ts';
import {
  ScoreFactsError,
  type CompiledScorecard,
  type Item,
  type RecordedDeductions,
} from './compiled.ts';
import { inOrder } from './event-order.ts';
import { applyEvidenceGate, limitKind, runItem } from './item.ts';
import { isExcused } from './leniency.ts';
import { phraseOf, phrases, withDetail, type Phrase } from './phrases.ts';
import { criterionNode, sumNodes, treeOf } from './sheet-nodes.ts';

type Pending = ScoreSheet['pending'];
type FiredVeto = ScoreSheet['vetoes'][number];

/** Until no cap of a kind binds any more; each round only lowers integers, so it ends. */
function limitKinds(compiled: CompiledScorecard, items: readonly Item[]): void {
  let isChanged = compiled.kindCaps.length > 0;
  while (isChanged) {
    isChanged = false;
    for (const cap of compiled.kindCaps) if (limitKind(cap, items)) isChanged = true;
  }
}

function nodesOf(
  compiled: CompiledScorecard,
  facts: ScoreFacts,
  recorded: RecordedDeductions,
): SheetNode[] {
  const items = compiled.criteria.map((criterion) =>
    runItem(criterion, facts, recorded[criterion.definition.key]),
  );
  limitKinds(compiled, items);
  return items.map((item) => {
    applyEvidenceGate(item, facts);
    return criterionNode(item);
  });
}

function fireVeto(veto: Veto, facts: ScoreFacts): FiredVeto | { pending: Phrase } | undefined {
  const fact = facts[veto.fact];
  if (fact === undefined || fact.kind === 'not-applicable') return undefined;
  const { key, title, gradeAtMost, words, source } = veto;
  const fired = { key, title, gradeAtMost, words, source };
  if (fact.kind === 'count') {
    return fact.count === 0 ? undefined : { ...fired, reason: phraseOf(title), eventIds: [] };
  }
  if (fact.kind !== 'events') return { pending: phrases.wrongKind(veto.fact) };
  const events = inOrder(fact.events).filter((event) => !isExcused(event, veto.leniency));
  if (events.length === 0) return undefined;
  return {
    ...fired,
    reason: withDetail(phraseOf(title), events[0]?.reason),
    eventIds: events.map(({ id }) => id),
  };
}

function fireVetoes(compiled: CompiledScorecard, facts: ScoreFacts, pending: Pending): FiredVeto[] {
  const fired: FiredVeto[] = [];
  for (const veto of compiled.definition.vetoes ?? []) {
    const result = fireVeto(veto, facts);
    if (result === undefined) continue;
    if ('pending' in result) pending.push({ criterion: veto.key, reason: result.pending });
    else fired.push(result);
  }
  return fired;
}

/** Floor, cap, and only then the one rounding the scorecard names. */
function finalOf(compiled: CompiledScorecard, sum: number, bounds: ScoreBound[]): number {
  let final = sum;
  const change = (kind: ScoreBound['kind'], limit: number, next: number) => {
    if (next !== final) bounds.push({ kind, limit, change: next - final });
    final = next;
  };
  const { totalFloor, totalCap, roundingPlaces } = compiled;
  if (totalCap !== undefined) change('total-cap', totalCap, Math.min(final, totalCap));
  if (totalFloor !== undefined) change('total-floor', totalFloor, Math.max(final, totalFloor));
  if (roundingPlaces !== undefined) {
    change('rounding', roundingPlaces, roundPoints(final, roundingPlaces));
  }
  return final;
}

function coreOf(compiled: CompiledScorecard, nodes: readonly SheetNode[]): number {
  let core = 0;
  compiled.criteria.forEach((criterion, at) => {
    if (criterion.core) core += nodes[at]?.score ?? 0;
  });
  return core;
}

function expectKnown(compiled: CompiledScorecard, recorded: RecordedDeductions): void {
  for (const key in recorded) {
    if (!compiled.criterionKeys.has(key)) {
      throw new ScoreFactsError(`a deduction is recorded for “${key}”, which is no item`);
    }
  }
}

type Grades = Pick<ScoreSheet, 'grade' | 'gradeBeforeVeto'>;

function gradesOf(
  compiled: CompiledScorecard,
  vetoes: readonly FiredVeto[],
  figures: { total: number; base: number; bonus: number; deductions: number; core: number },
): Grades {
  const { grades } = compiled;
  if (grades === undefined) return { grade: null, gradeBeforeVeto: null };
  const name = (grade: ReturnType<typeof grades.choose>) =>
    grade === undefined ? null : { key: grade.key, title: grade.title };
  const before = grades.choose({ ...figures, veto: false });
  if (vetoes.length === 0) return { grade: name(before), gradeBeforeVeto: name(before) };
  let after = grades.choose({ ...figures, veto: true });
  for (const { gradeAtMost } of vetoes) after = grades.lower(after, gradeAtMost);
  return { grade: name(after), gradeBeforeVeto: name(before) };
}

/**
 * Scores one subject: exact, the same in whatever order the facts come, with a reason for every
 * point. `recorded` are deductions by exception, by item; all other items keep their points.
 * `score(compileScorecard(card), { 'late-reports': { kind: 'events', events } })`
 */
export function score(
  compiled: CompiledScorecard,
  facts: ScoreFacts,
  recorded: RecordedDeductions = {},
): ScoreSheet {
  expectKnown(compiled, recorded);
  const nodes = nodesOf(compiled, facts, recorded);
  const pending: Pending = [];
  for (const { state, key, note } of nodes) {
    if (state === 'pending' && note !== undefined) pending.push({ criterion: key, reason: note });
  }
  const vetoes = fireVetoes(compiled, facts, pending);
  const tree = treeOf(compiled.children, nodes.values());
  const { full, deduction: deductions, bonus } = sumNodes(tree);
  const base = full - deductions;
  const bounds: ScoreBound[] = [];
  const final = finalOf(compiled, base + bonus, bounds);
  const core = coreOf(compiled, nodes);
  const complete = pending.length === 0;
  const grades = complete
    ? gradesOf(compiled, vetoes, { total: final, base, bonus, deductions, core })
    : { grade: null, gradeBeforeVeto: null };
  return {
    scorecard: compiled.definition.key,
    complete,
    full,
    base,
    deductions,
    bonus,
    core,
    final,
    ...grades,
    vetoes,
    pending,
    bounds,
    tree,
  };
}
