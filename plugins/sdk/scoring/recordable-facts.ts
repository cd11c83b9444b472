import type { Evaluation } from '#schema/contracts/campaign/evaluation.ts';
import type {
  Criterion,
  Scorecard,
  ScoreRule,
  Veto,
} from '#schema/contracts/campaign/scorecard.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type {
  FactUse,
  RecordableFact,
  RecordedKind,
} from '#schema/contracts/evaluation-records.ts';
import { parsePoints } from '../points/points.ts';
import { criteriaOf } from './grade-shares.ts';

type Measure = ScoreRule['measure'];
type Read = { fact: string; title: Text; kinds: readonly RecordedKind[] };
type Offer = Omit<RecordableFact, 'uses' | 'needsConfirmation' | 'kinds'> & {
  kinds: readonly RecordedKind[];
  use: FactUse;
};

const figure = ['ratio', 'value'] as const;
const byLevel = (level: string): readonly RecordedKind[] =>
  level.endsWith('%') ? ['ratio'] : ['value'];

/** What a rule reads; deductions by exception have a record of their own. */
function readsOf(measure: Measure, title: Text): Read[] {
  switch (measure.kind) {
    case 'recorded':
      return [];
    case 'events':
      return [{ fact: measure.fact, title, kinds: ['event'] }];
    case 'elements':
      return measure.elements.map((each) => ({ ...each, kinds: ['flag'] }));
    case 'ladder':
      return measure.rungs.flatMap(({ elements }) =>
        elements.map((each) => ({ ...each, kinds: ['flag' as const] })),
      );
    case 'trend': {
      const kinds = measure.enough === undefined ? figure : byLevel(measure.enough);
      return [measure.fact, measure.previous].map((fact) => ({ fact, title, kinds }));
    }
    case 'light':
      return [{ fact: measure.fact, title, kinds: byLevel(measure.warn) }];
    case 'ratio':
    case 'value':
    case 'flag':
    case 'choice':
    case 'judgement':
    case 'sample':
    case 'votes':
      return [{ fact: measure.fact, title, kinds: [measure.kind] }];
  }
}

type Asked = Pick<Offer, 'categories' | 'choices' | 'answers' | 'least' | 'most'>;

/** What the recorder has to choose from, where the price asks for it. */
function askedBy({ measure, price }: ScoreRule): Asked {
  const answers =
    measure.kind === 'votes'
      ? {
          answers: measure.answers.map(({ answer, title, points }) => ({
            key: answer,
            title,
            ...(points === undefined ? {} : { points }),
          })),
        }
      : {};
  if (price.kind === 'per-category') {
    const categories = price.prices.map(({ category: key, title, amount: points }) => ({
      key,
      title,
      points,
    }));
    return { ...answers, categories };
  }
  if (price.kind === 'choices' && measure.kind === 'choice') {
    const choices = price.choices.map(({ choice: key, title, amount: points }) => ({
      key,
      title,
      points,
    }));
    return { ...answers, choices };
  }
  return price.kind === 'range' ? { ...answers, least: price.min, most: price.max } : answers;
}

function offersOfRule(card: Scorecard, criterion: Criterion, rule: ScoreRule): Offer[] {
  const { key, title, words = rule.words } = criterion;
  const asked = askedBy(rule);
  return readsOf(rule.measure, title).map((read) => ({
    ...read,
    ...asked,
    ...(rule.unit === undefined ? {} : { unit: rule.unit }),
    use: {
      kind: 'criterion',
      effect: rule.effect,
      scorecard: card.key,
      key,
      title,
      ...(words === undefined ? {} : { words }),
      points: Math.min(
        parsePoints(criterion.points),
        ...(rule.cap === undefined ? [] : [parsePoints(rule.cap)]),
      ),
    },
  }));
}

function offersOfCriterion(card: Scorecard, criterion: Criterion): Offer[] {
  const { evidence, key, title } = criterion;
  const rules = criterion.rules.flatMap((rule) => offersOfRule(card, criterion, rule));
  if (evidence === undefined) return rules;
  const use: FactUse = {
    kind: 'evidence',
    effect: 'deduct',
    scorecard: card.key,
    key,
    title,
    points: parsePoints(criterion.points),
  };
  return [...rules, { ...evidence, kinds: ['flag'], use }];
}

function offerOfVeto(card: Scorecard, veto: Veto): Offer {
  const { key, title, words, fact, gradeAtMost } = veto;
  const grade = card.grades?.grades.find((each) => each.key === gradeAtMost);
  const use: FactUse = {
    kind: 'veto',
    effect: 'cap-grade',
    scorecard: card.key,
    key,
    title,
    ...(words === undefined ? {} : { words }),
    gradeAtMost: grade?.title ?? gradeAtMost,
  };
  return { fact, title, kinds: ['event'], use };
}

/** Under which key a source of a combination is recorded that no scorecard gives. */
export function sourceFact(combination: string, source: string): string {
  return `${combination}:${source}`;
}

function offersOfEvaluation({ combinations = [], alerts = [] }: Evaluation): Offer[] {
  const weighed = combinations.flatMap(({ key, sources, words }) =>
    sources
      .filter(({ scorecard }) => scorecard === undefined)
      .map((source): Offer => {
        const use: FactUse = {
          kind: 'combination',
          effect: 'weigh',
          key,
          title: source.title,
          ...(words === undefined ? {} : { words }),
          points: parsePoints(source.outOf),
        };
        const fact = sourceFact(key, source.key);
        return { fact, title: source.title, kinds: ['value'], least: '0', most: source.outOf, use };
      }),
  );
  const watched = alerts.flatMap(({ key, title, words, when }): Offer[] => {
    if (when.kind !== 'frequency' && when.kind !== 'rate') return [];
    const kinds: readonly RecordedKind[] =
      when.kind === 'frequency' ? ['event'] : byLevel(when.level);
    const use: FactUse = {
      kind: 'alert',
      effect: 'watch',
      key,
      title,
      ...(words === undefined ? {} : { words }),
    };
    return [{ fact: when.fact, title, kinds, use }];
  });
  return [...weighed, ...watched];
}

function join(known: RecordableFact, { use, kinds, ...offer }: Offer): RecordableFact {
  const added = (offer.categories ?? []).filter(
    ({ key }) => !known.categories?.some((each) => each.key === key),
  );
  const categories = [...(known.categories ?? []), ...added];
  return {
    ...offer,
    ...known,
    ...(categories.length === 0 ? {} : { categories }),
    kinds: [...new Set([...known.kinds, ...kinds])],
    needsConfirmation: known.needsConfirmation || use.kind === 'veto',
    uses: [...known.uses, use],
  };
}

/**
 * The facts of a campaign that people put on record, in the order of its cards, each once with all it
 * would do. `supplied` are those that come from filings. A fact on which a veto stands needs a second
 * person. `recordableFacts({ scorecards, evaluation }, new Set(['filings']))`
 */
export function recordableFacts(
  campaign: { scorecards: readonly Scorecard[]; evaluation?: Evaluation | undefined },
  supplied: ReadonlySet<string>,
): RecordableFact[] {
  const offers = [
    ...campaign.scorecards.flatMap((card) => [
      ...criteriaOf(card.children).flatMap((criterion) => offersOfCriterion(card, criterion)),
      ...(card.vetoes ?? []).map((veto) => offerOfVeto(card, veto)),
    ]),
    ...offersOfEvaluation(campaign.evaluation ?? {}),
  ];
  const facts = new Map<string, RecordableFact>();
  for (const offer of offers) {
    if (supplied.has(offer.fact)) continue;
    const { fact, title } = offer;
    const empty = { fact, title, kinds: [], uses: [], needsConfirmation: false };
    facts.set(fact, join(facts.get(fact) ?? empty, offer));
  }
  return [...facts.values()];
}
