import type { ScoreEvent } from '#schema/contracts/campaign/score-facts.ts';
import type { Price } from '#schema/contracts/campaign/score-rule.ts';
import { parsePoints, timesPoints } from '../../points/points.ts';
import type { EvaluateRule } from '../compiled.ts';
import {
  countPhrase,
  draftOf,
  eventDraft,
  readOccurrences,
  unsharedFirst,
  use,
} from '../events.ts';
import { phrases, phraseOf, withDetail } from '../phrases.ts';

type PriceOf<K extends Price['kind']> = Extract<Price, { kind: K }>;

const quantityOf = (event: ScoreEvent) => event.quantity ?? 1;

/** R3, R11: each occurrence beyond a free number, event by event in date order. */
export function perUnit(price: PriceOf<'per-unit'>): EvaluateRule {
  const amount = parsePoints(price.amount);
  const free = price.beyond ?? 0;
  return (rule, facts, item) => {
    const found = readOccurrences(rule, facts, item);
    if (found.state === 'count') {
      const priced = found.fact.count - free;
      if (priced > 0) {
        const phrase = countPhrase(rule, priced);
        item.drafts.push(draftOf(rule, timesPoints(amount, priced), phrase, [found.fact]));
      }
      return undefined;
    }
    if (found.state === 'nothing') return found.outcome;
    let left = free;
    for (const event of found.events) {
      const skipped = Math.min(left, quantityOf(event));
      left -= skipped;
      const priced = quantityOf(event) - skipped;
      if (priced > 0) {
        item.drafts.push(eventDraft(rule, timesPoints(amount, priced), priced, event));
      }
    }
    use(item, found.events);
    return undefined;
  };
}

/** R10, R13, R19, R26: the same topic at the price of its severity, or of its level of honour. */
export function perCategory(price: PriceOf<'per-category'>): EvaluateRule {
  const prices = new Map(
    price.prices.map((each) => [
      each.category,
      { amount: parsePoints(each.amount), title: phraseOf(each.title) },
    ]),
  );
  return (rule, facts, item) => {
    const found = readOccurrences(rule, facts, item);
    if (found.state === 'count') {
      return { state: 'pending', reason: phrases.wrongKind(rule.reads?.fact ?? '') };
    }
    if (found.state === 'nothing') return found.outcome;
    let unknown: ScoreEvent | undefined;
    for (const event of found.events) {
      const priced = prices.get(event.category ?? '');
      if (priced === undefined) {
        unknown ??= event;
        continue;
      }
      const quantity = quantityOf(event);
      const amount = timesPoints(priced.amount, quantity);
      item.drafts.push(eventDraft(rule, amount, quantity, event, priced.title));
    }
    use(item, found.events);
    return unknown && { state: 'pending', reason: phrases.unknownCategory(unknown.id) };
  };
}

/** R4, R5: each one short of the minimum; an event that fills this demand fills no other. */
export function shortfall(price: PriceOf<'shortfall'>, distinct: boolean): EvaluateRule {
  const amount = parsePoints(price.amount);
  const { minimum } = price;
  return (rule, facts, item) => {
    const found = readOccurrences(rule, facts, item);
    if (found.state === 'nothing') return found.outcome;
    let reached = 0;
    const counted: ScoreEvent[] = [];
    if (found.state === 'count') reached = found.fact.count;
    else {
      const categories = new Set<string>();
      for (const event of unsharedFirst(rule, facts, found.events)) {
        if (reached >= minimum) break;
        if (distinct && categories.has(event.category ?? '')) continue;
        categories.add(event.category ?? '');
        reached += distinct ? 1 : quantityOf(event);
        counted.push(event);
      }
      use(item, counted);
    }
    const short = minimum - reached;
    if (short <= 0) return undefined;
    const phrase = withDetail(countPhrase(rule, short), {
      zh: `至少${minimum}，实有${reached}`,
      en: `at least ${minimum}, there were ${reached}`,
    });
    const records = found.state === 'count' ? [found.fact] : counted;
    item.drafts.push(draftOf(rule, timesPoints(amount, short), phrase, records));
    return undefined;
  };
}

/** Exceptions that carry their own points, each inside the range the standard leaves. */
export function recorded(price: PriceOf<'recorded'>): EvaluateRule {
  const [min, max] = [parsePoints(price.min ?? '0'), parsePoints(price.max)];
  return (rule, facts, item) => {
    const found = readOccurrences(rule, facts, item);
    if (found.state === 'count') {
      return { state: 'pending', reason: phrases.wrongKind(rule.reads?.fact ?? '') };
    }
    if (found.state === 'nothing') return found.outcome;
    let refused = false;
    for (const event of found.events) {
      const amount = event.points === undefined ? undefined : parsePoints(event.points);
      if (amount === undefined || amount < min || amount > max) {
        refused = true;
        continue;
      }
      const phrase = phraseOf(event.reason);
      if (amount > 0) item.drafts.push(draftOf(rule, amount, phrase, [event]));
    }
    use(item, found.events);
    return refused ? { state: 'pending', reason: phrases.outOfRange(min, max) } : undefined;
  };
}

/** R1 over events: once, however many there are. */
export function onceIfAny(price: PriceOf<'fixed'>): EvaluateRule {
  const amount = parsePoints(price.amount);
  return (rule, facts, item) => {
    const found = readOccurrences(rule, facts, item);
    if (found.state === 'nothing') return found.outcome;
    if (found.state === 'count') {
      if (found.fact.count === 0) return undefined;
      const phrase = countPhrase(rule, found.fact.count);
      item.drafts.push(draftOf(rule, amount, phrase, [found.fact]));
      return undefined;
    }
    const count = found.events.reduce((sum, event) => sum + quantityOf(event), 0);
    if (count === 0) return undefined;
    const phrase = withDetail(countPhrase(rule, count), found.events[0]?.reason);
    item.drafts.push(draftOf(rule, amount, phrase, found.events));
    use(item, found.events);
    return undefined;
  };
}
