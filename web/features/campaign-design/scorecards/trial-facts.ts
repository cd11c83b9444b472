import { fieldsOf } from '#plugins/sdk/conditions/evaluate.ts';
import type { ScoreEvent, ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import type { Criterion, ScoreRule, Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { itemsOf } from './score-edit.ts';

export type TrialOption = { readonly key: string; readonly title: Text };

/** One thing that is asked of the imagined unit. */
export type TrialAsk = {
  readonly fact: string;
  readonly title: Text;
  /** The item that asks first; nothing for a veto. */
  readonly item: Text | undefined;
  readonly kind:
    | 'count'
    | 'categories'
    | 'ratio'
    | 'value'
    | 'flag'
    | 'choice'
    | 'judgement'
    | 'recorded'
    | 'sample'
    | 'votes'
    | 'veto';
  readonly options: readonly TrialOption[];
};

/** What was typed, by `fact/part`; what is not typed is not known. */
export type Trial = Readonly<Record<string, string>>;

const categoriesOf = ({ measure, price }: ScoreRule): TrialOption[] => {
  if (price.kind === 'per-category') {
    return price.prices.map(({ category, title }) => ({ key: category, title }));
  }
  const keys = measure.kind === 'events' ? (measure.categories ?? []) : [];
  return keys.map((key) => ({ key, title: key }));
};

type Read = Omit<TrialAsk, 'item'>;

const readsOf = (rule: ScoreRule, item: Criterion): Read[] => {
  const { measure } = rule;
  const title = rule.noun ?? item.title;
  const plain = (kind: TrialAsk['kind'], fact: string, options: TrialOption[] = []): Read[] => [
    { fact, title, kind, options },
  ];
  switch (measure.kind) {
    case 'events': {
      const options = categoriesOf(rule);
      return plain(options.length > 0 ? 'categories' : 'count', measure.fact, options);
    }
    case 'elements':
      return measure.elements.map((each) => ({ ...each, kind: 'flag', options: [] }));
    case 'ladder':
      return measure.rungs.flatMap(({ elements }) =>
        elements.map((each): Read => ({ ...each, kind: 'flag', options: [] })),
      );
    case 'trend': {
      const kind = measure.enough?.endsWith('%') === false ? 'value' : 'ratio';
      return [...plain(kind, measure.fact), ...plain(kind, measure.previous)];
    }
    case 'light':
      return plain(measure.warn.endsWith('%') ? 'ratio' : 'value', measure.fact);
    case 'votes':
      return plain(
        'votes',
        measure.fact,
        measure.answers.map((each) => ({ key: each.answer, title: each.title })),
      );
    case 'choice':
      return plain(
        'choice',
        measure.fact,
        rule.price.kind === 'choices'
          ? rule.price.choices.map((each) => ({ key: each.choice, title: each.title }))
          : [],
      );
    case 'ratio':
    case 'value':
    case 'flag':
    case 'judgement':
    case 'recorded':
    case 'sample':
      return plain(measure.kind, measure.fact);
  }
};

const ofItem = (item: Criterion): TrialAsk[] => {
  const gate: Read[] =
    item.evidence === undefined ? [] : [{ ...item.evidence, kind: 'flag', options: [] }];
  const applies: Read[] =
    item.applies === undefined
      ? []
      : fieldsOf(item.applies).map((fact) => ({
          fact,
          title: item.title,
          kind: 'flag',
          options: [],
        }));
  return [...item.rules.flatMap((rule) => readsOf(rule, item)), ...gate, ...applies].map(
    (read) => ({ ...read, item: item.title }),
  );
};

/** Every fact that the card reads, once, in the order of its items; vetoes last. */
export const trialAsks = (card: Scorecard): TrialAsk[] => {
  const all = [
    ...itemsOf(card).flatMap(ofItem),
    ...(card.vetoes ?? []).map(({ fact, title }): TrialAsk => ({
      fact,
      title,
      item: undefined,
      kind: 'veto',
      options: [],
    })),
  ];
  const seen = new Map<string, TrialAsk>();
  for (const ask of all) {
    const known = seen.get(ask.fact);
    const options = [...(known?.options ?? []), ...ask.options];
    const once = options.filter(
      ({ key }, at) => options.findIndex((each) => each.key === key) === at,
    );
    const kind = known?.kind === 'categories' ? known.kind : ask.kind;
    seen.set(ask.fact, { ...(known ?? ask), kind: known ? kind : ask.kind, options: once });
  }
  return [...seen.values()];
};

const whole = (typed: string | undefined): number | undefined =>
  typed !== undefined && /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
const points = (typed: string | undefined): string | undefined =>
  typed !== undefined && /^\d{1,5}(\.\d{1,4})?$/.test(typed) ? typed : undefined;

/** So many of one kind, each about the same thing, so that 再次 can be tried too. */
const eventsOf = (
  fact: string,
  count: number,
  more: Omit<ScoreEvent, 'id' | 'reason'>,
  reason: string,
): ScoreEvent[] =>
  count === 0
    ? []
    : Array.from({ length: Math.min(count, 1000) }, (_, at) => ({
        id: `${fact}-${more.category ?? 'any'}-${at}`,
        about: fact,
        reason,
        ...more,
      }));

type Said = (part: string) => string | undefined;

const sampleOf = (ask: TrialAsk, said: Said, reason: string): ScoreFact | undefined => {
  const [population, checked] = [whole(said('population')), whole(said('checked'))];
  const faults = whole(said('faults')) ?? 0;
  return population === undefined || checked === undefined
    ? undefined
    : { kind: 'sample', population, checked, findings: eventsOf(ask.fact, faults, {}, reason) };
};

const votesOf = (ask: TrialAsk, said: Said): ScoreFact | undefined => {
  const counts = ask.options.flatMap(({ key }) => {
    const each = whole(said(key));
    return each === undefined ? [] : [{ answer: key, count: each }];
  });
  return counts.length === 0 ? undefined : { kind: 'votes', counts };
};

const factOf = (ask: TrialAsk, trial: Trial, reason: string): ScoreFact | undefined => {
  const said = (part: string) => trial[`${ask.fact}/${part}`];
  const count = whole(said('count'));
  switch (ask.kind) {
    case 'count':
      return count === undefined
        ? undefined
        : { kind: 'events', events: eventsOf(ask.fact, count, {}, reason) };
    case 'veto':
      return said('met') === 'yes' ? { kind: 'count', count: 1 } : undefined;
    case 'categories': {
      const known = ask.options.filter(({ key }) => whole(said(key)) !== undefined);
      if (known.length === 0) return undefined;
      const events = known.flatMap(({ key }) =>
        eventsOf(ask.fact, whole(said(key)) ?? 0, { category: key }, reason),
      );
      return { kind: 'events', events };
    }
    case 'ratio': {
      const [numerator, denominator] = [whole(said('numerator')), whole(said('denominator'))];
      return numerator === undefined || denominator === undefined
        ? undefined
        : { kind: 'ratio', numerator, denominator };
    }
    case 'value': {
      const value = said('value');
      return value !== undefined && /^-?\d{1,9}(\.\d{1,4})?$/.test(value)
        ? { kind: 'value', value }
        : undefined;
    }
    case 'flag': {
      const met = said('met');
      return met === 'yes' || met === 'no' ? { kind: 'flag', met: met === 'yes' } : undefined;
    }
    case 'choice': {
      const choice = said('choice');
      return choice === undefined || choice === '' ? undefined : { kind: 'choice', choice };
    }
    case 'judgement': {
      const given = points(said('points'));
      return given === undefined ? undefined : { kind: 'judgement', points: given, reason };
    }
    case 'recorded': {
      const given = points(said('points'));
      return given === undefined
        ? undefined
        : { kind: 'events', events: eventsOf(ask.fact, 1, { points: given }, reason) };
    }
    case 'sample':
      return sampleOf(ask, said, reason);
    case 'votes':
      return votesOf(ask, said);
  }
};

/** The facts of the imagined unit, as far as they were typed. */
export const trialFacts = (
  asks: readonly TrialAsk[],
  trial: Trial,
  reason: string,
): Record<string, ScoreFact> =>
  Object.fromEntries(
    asks.flatMap((ask) => {
      const fact = factOf(ask, trial, reason);
      return fact === undefined ? [] : [[ask.fact, fact] as const];
    }),
  );

/** 例外扣分, typed as `deduct:<item>/points`. */
export const trialDeductions = (
  card: Scorecard,
  trial: Trial,
  reason: string,
): Record<string, ScoreEvent[]> =>
  Object.fromEntries(
    itemsOf(card).flatMap(({ key }) => {
      const given = points(trial[`deduct:${key}/points`]);
      return given === undefined
        ? []
        : [[key, [{ id: `deduct-${key}`, points: given, reason }]] as const];
    }),
  );
