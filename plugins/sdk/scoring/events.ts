import type { ScoreEvent, ScoreFact, ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { CompiledRule, Draft, EventReader, Item, RuleOutcome } from './compiled.ts';
import { inOrder } from './event-order.ts';
import { phrases, phraseOf, quantityPhrase, withDetail, type Phrase } from './phrases.ts';

type Record = Pick<ScoreEvent, 'materials' | 'recordedBy'>;
type CountFact = Extract<ScoreFact, { kind: 'count' }>;

export type Occurrences =
  | { state: 'events'; events: readonly ScoreEvent[] }
  | { state: 'count'; fact: CountFact }
  | { state: 'nothing'; outcome: RuleOutcome };

const none: Occurrences = { state: 'events', events: [] };
const finding: Phrase = { zh: '问题', en: 'finding' };

function nothing(state: 'pending' | 'not-applicable', reason: Phrase): Occurrences {
  return { state: 'nothing', outcome: { state, reason } };
}

function reads(reader: EventReader, event: ScoreEvent): boolean {
  return reader.categories === undefined || reader.categories.has(event.category ?? '');
}

/** What the rule's fact says happened, without the events this item has used before. */
export function readOccurrences(rule: CompiledRule, facts: ScoreFacts, item: Item): Occurrences {
  const { reads: reader } = rule;
  if (reader === undefined) return none;
  const fact = facts[reader.fact];
  if (fact === undefined) {
    if (rule.missing === 'none') return none;
    return nothing('pending', phrases.notMeasured(reader.fact));
  }
  if (fact.kind === 'not-applicable') {
    return nothing('not-applicable', phraseOf(fact.reason));
  }
  if (fact.kind === 'count' && !reader.needsEvents) return { state: 'count', fact };
  if (fact.kind !== 'events') {
    return nothing('pending', phrases.wrongKind(reader.fact));
  }
  if (fact.events.length === 0) return none;
  const { used } = item;
  const events = inOrder(fact.events).filter(
    (event) => reads(reader, event) && used?.has(event.id) !== true,
  );
  return { state: 'events', events };
}

/** Events no later rule could use come first, so that filling one demand starves no other. */
export function unsharedFirst(
  rule: CompiledRule,
  facts: ScoreFacts,
  events: readonly ScoreEvent[],
): readonly ScoreEvent[] {
  if (rule.rivals.length === 0) return events;
  const shared = new Set<string>();
  for (const rival of rule.rivals) {
    const fact = facts[rival.fact];
    if (fact?.kind !== 'events') continue;
    for (const event of fact.events) if (reads(rival, event)) shared.add(event.id);
  }
  const isShared = (event: ScoreEvent) => shared.has(event.id);
  return [...events.filter((event) => !isShared(event)), ...events.filter(isShared)];
}

export function use(item: Item, events: readonly ScoreEvent[]): void {
  if (item.used) for (const event of events) item.used.add(event.id);
}

/** A line with what proves it. */
export function draftOf(
  rule: CompiledRule,
  amount: number,
  phrase: Phrase,
  records: readonly (Record & Partial<Pick<ScoreEvent, 'id' | 'on'>>)[] = [],
): Draft {
  const draft: Draft = {
    rule,
    amount,
    ruled: amount,
    counted: amount,
    phrase,
    eventIds: [],
    materials: [],
    recordedBy: [],
    on: records[0]?.on,
  };
  for (const record of records) {
    if (record.id !== undefined) draft.eventIds.push(record.id);
    if (record.materials) draft.materials.push(...record.materials);
    if (record.recordedBy !== undefined && !draft.recordedBy.includes(record.recordedBy)) {
      draft.recordedBy.push(record.recordedBy);
    }
  }
  return draft;
}

export function eventDraft(
  rule: CompiledRule,
  amount: number,
  quantity: number,
  event: ScoreEvent,
  noun: Phrase = rule.noun ?? finding,
): Draft {
  const phrase = withDetail(quantityPhrase(quantity, noun, rule.unit), event.reason);
  return draftOf(rule, amount, phrase, [event]);
}

export function countPhrase(rule: CompiledRule, count: number): Phrase {
  return quantityPhrase(count, rule.noun ?? finding, rule.unit);
}
