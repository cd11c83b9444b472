import type { ScoreEvent, ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { Leniency } from '#schema/contracts/campaign/scorecard.ts';
import type { EvaluateRule } from './compiled.ts';
import { inOrder } from './event-order.ts';
import { draftOf, readOccurrences, use } from './events.ts';
import { withDetail } from './phrases.ts';

/** R33: handed in inside the window. */
export function isExcused({ handedInOn }: ScoreEvent, leniency: Leniency | undefined): boolean {
  if (leniency === undefined || handedInOn === undefined) return false;
  return leniency.from <= handedInOn && handedInOn <= leniency.to;
}

function excuse({ handedInOn, reason }: ScoreEvent, { from, to }: Leniency) {
  const phrase = {
    zh: `${handedInOn}主动上交或说明，在${from}至${to}期间内，不予扣分`,
    en: `handed in on ${handedInOn}, between ${from} and ${to}: not charged`,
  };
  return withDetail(phrase, reason);
}

/** Prices everything but what was handed in inside the window, and says of that why it is free. */
export function lenient(evaluate: EvaluateRule, leniency: Leniency): EvaluateRule {
  return (rule, facts, item) => {
    const found = readOccurrences(rule, facts, item);
    if (found.state !== 'events') return evaluate(rule, facts, item);
    const excused = found.events.filter((event) => isExcused(event, leniency));
    if (excused.length === 0) return evaluate(rule, facts, item);
    for (const event of excused) {
      item.drafts.push(draftOf(rule, 0, excuse(event, leniency), [event]));
    }
    use(item, excused);
    const ids = new Set(excused.map(({ id }) => id));
    return evaluate(rule, without(ids, rule.reads?.fact ?? '', facts), item);
  };
}

function without(ids: ReadonlySet<string>, key: string, facts: ScoreFacts): ScoreFacts {
  const fact = facts[key];
  if (fact?.kind !== 'events') return facts;
  const events = inOrder(fact.events).filter(({ id }) => !ids.has(id));
  return { ...facts, [key]: { ...fact, events } };
}
