import type { Price } from '#schema/contracts/campaign/score-rule.ts';
import { parsePoints, timesPoints, plusPoints } from '../../points/points.ts';
import type { EvaluateRule } from '../compiled.ts';
import { draftOf, readOccurrences, use } from '../events.ts';
import { phrases, withDetail, type Phrase } from '../phrases.ts';

type Repeated = Extract<Price, { kind: 'repeated' }>;

function timePhrase(before: number, quantity: number): Phrase {
  const last = before + quantity;
  if (last === 1) return { zh: '第1次发现', en: 'found for the first time' };
  const from = before + 1;
  const zh = from === last ? `第${last}次` : `第${from}至${last}次`;
  const en = from === last ? `time ${last}` : `times ${from} to ${last}`;
  return { zh: `同一问题${zh}`, en: `the same problem, ${en}` };
}

/** R31: the first time of a problem, then each further time of the same one, in date order. */
export function repeated(price: Repeated): EvaluateRule {
  const [first, again] = [parsePoints(price.first), parsePoints(price.again)];
  return (rule, facts, item) => {
    const found = readOccurrences(rule, facts, item);
    if (found.state === 'nothing') return found.outcome;
    if (found.state === 'count') {
      return { state: 'pending', reason: phrases.wrongKind(rule.reads?.fact ?? '') };
    }
    const times = new Map<string, number>();
    for (const event of found.events) {
      const problem = event.about ?? event.id;
      const before = times.get(problem) ?? 0;
      const quantity = event.quantity ?? 1;
      times.set(problem, before + quantity);
      const isFirst = before === 0;
      const further = timesPoints(again, isFirst ? quantity - 1 : quantity);
      const amount = plusPoints(isFirst ? first : 0, further);
      if (amount === 0) continue;
      const phrase = withDetail(timePhrase(before, quantity), event.reason);
      item.drafts.push(draftOf(rule, amount, phrase, [event]));
    }
    use(item, found.events);
    return undefined;
  };
}
