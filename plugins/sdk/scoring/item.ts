import type { ScoreEvent, ScoreFact, ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import { changeOf, limitDrafts, limitEffect, limitRule, sumOf } from './caps.ts';
import { recordedRuleKey } from './compile-rule.ts';
import type { CompiledCriterion, CompiledKindCap, Draft, Item } from './compiled.ts';
import { draftOf } from './events.ts';
import { phrases } from './phrases.ts';

/** The score of an item as its lines stand, before a floor lifts it. */
export function scoreOf(item: Item): number {
  if (item.drafts.length === 0) return item.criterion.start;
  return item.criterion.start + sumOf(item.drafts, 'add') - sumOf(item.drafts, 'deduct');
}

/** The limits of the item itself: its points, its cap, its floor. */
function limitItem(item: Item): void {
  const { criterion, drafts } = item;
  if (drafts.length === 0) return;
  limitEffect(item, 'add', criterion.points, { kind: 'item-cap' });
  limitEffect(item, 'deduct', criterion.mostDeducted, { kind: 'item-cap' });
  const room = criterion.start + sumOf(drafts, 'add') - criterion.floor;
  limitEffect(item, 'deduct', Math.max(0, room), { kind: 'floor', limit: criterion.floor });
}

function runRules(item: Item, facts: ScoreFacts): void {
  const { rules } = item.criterion;
  let notApplicable = 0;
  for (const rule of rules) {
    const from = item.drafts.length;
    const outcome = rule.evaluate(rule, facts, item);
    if (outcome?.state === 'pending') item.pending ??= outcome.reason;
    if (outcome?.state === 'not-applicable') {
      notApplicable += 1;
      if (notApplicable === rules.length) item.notApplicable = outcome.reason;
    }
    limitRule(rule, item, from);
  }
}

/** Runs the rules of one item over the facts of one subject. */
export function runItem(
  criterion: CompiledCriterion,
  facts: ScoreFacts,
  recorded: readonly ScoreEvent[] | undefined,
): Item {
  const item: Item = {
    criterion,
    drafts: [],
    bounds: [],
    used: criterion.once ? new Set() : undefined,
    pending: undefined,
    notApplicable: undefined,
    isGateShut: false,
  };
  const applies = criterion.applies === undefined ? true : criterion.applies(facts);
  if (applies === undefined) item.pending = phrases.applicabilityUnknown;
  if (applies === false) item.notApplicable = phrases.doesNotApply;
  else runRules(item, facts);
  if (recorded && recorded.length > 0) {
    if (item.notApplicable) item.pending ??= phrases.deductedThoughNotApplicable;
    else {
      const events: ScoreFact = { kind: 'events', events: [...recorded] };
      const outcome = criterion.recorded.evaluate(
        criterion.recorded,
        { [recordedRuleKey]: events },
        item,
      );
      if (outcome) item.pending ??= outcome.reason;
    }
  }
  limitItem(item);
  return item;
}

/**
 * R16: what all rules of one kind may take or give together; earlier items keep theirs. An item that
 * is lowered is counted anew, since its own limits may leave room again. True when anything changed.
 */
export function limitKind(cap: CompiledKindCap, items: readonly Item[]): boolean {
  let left = cap.cap;
  let isChanged = false;
  for (const at of cap.members) {
    const item = items[at];
    if (item === undefined || item.drafts.length === 0) continue;
    const drafts = item.drafts.filter(
      ({ rule }) => rule.kind === cap.kind && rule.effect === cap.effect,
    );
    const sum = () => drafts.reduce((total, draft) => total + draft.counted, 0);
    if (sum() > left) {
      lowerKind(cap, item, drafts, left);
      isChanged = true;
    }
    left -= sum();
  }
  return isChanged;
}

function lowerKind(cap: CompiledKindCap, item: Item, drafts: Draft[], most: number): void {
  for (const draft of item.drafts) draft.counted = draft.ruled;
  item.bounds = item.bounds.filter(({ kind }) => kind !== 'floor' && kind !== 'item-cap');
  const change = changeOf(cap.effect, limitDrafts(drafts, most));
  item.bounds.push({ kind: 'kind-cap', limit: cap.cap, change });
  for (const draft of drafts) draft.ruled = draft.counted;
  limitItem(item);
}

function isShown(fact: ScoreFact | undefined): boolean {
  if (fact === undefined) return false;
  if (fact.kind === 'flag') return fact.met;
  if (fact.kind === 'events') return fact.events.length > 0;
  if (fact.kind === 'count') return fact.count > 0;
  if (fact.kind === 'sample') return fact.checked > 0;
  return fact.kind === 'not-applicable';
}

/** R17: no written proof, no points, whatever the rules have said. */
export function applyEvidenceGate(item: Item, facts: ScoreFacts): void {
  const { evidence, definition } = item.criterion;
  if (!evidence || item.notApplicable || isShown(facts[evidence.fact])) return;
  const left = scoreOf(item);
  item.isGateShut = true;
  if (definition.start === 'zero') {
    limitEffect(item, 'add', 0, { kind: 'evidence' });
    limitItem(item);
    return;
  }
  if (left <= 0) return;
  const phrase = {
    zh: `未提供书面材料：${evidence.title.zh}，本项不得分`,
    en: `no written proof: ${evidence.title.en}; the item earns nothing`,
  };
  item.drafts.push(draftOf(evidence.rule, left, phrase));
  item.bounds.push({ kind: 'evidence', limit: 0, change: -left });
}
