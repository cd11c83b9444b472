import * as price from '#plugins/sdk/scoring/define-prices.ts';
import { criterion, defineScorecard, group } from '#plugins/sdk/scoring/define.ts';
import type { ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import type { Criterion, Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';

const source: Source = { proposed: true, reason: { zh: '测速用表', en: 'a table to measure by' } };

/** What one subject did, before either engine has seen it. */
export type SubjectFacts = { key: string; count: number; numerator: number }[];

const itemsInGroup = 10;
const denominator = 200;

const kinds = ['incidents', 'ratio', 'demand', 'minimum', 'incidents'] as const;
export type ItemKind = (typeof kinds)[number];

export function kindOf(at: number): ItemKind {
  return kinds[at % kinds.length] ?? 'incidents';
}

const pricedBy: Record<ItemKind, (fact: string) => Pick<Criterion, 'rules' | 'start'>> = {
  incidents: (fact) => itemOf(price.events(fact), price.perUnit({ deduct: '0.5' })),
  ratio: (fact) =>
    itemOf(
      price.indicator(fact),
      price.perStep({ below: '98%', step: '5%', steps: 'full', deduct: '0.5' }),
    ),
  demand: (fact) => itemOf(price.demand(fact), price.once({ deduct: '0.5' })),
  minimum: (fact) => itemOf(price.events(fact), price.shortfall({ minimum: 4, deduct: '0.5' })),
};

type Measure = ReturnType<typeof price.events>;

function itemOf(measure: Measure, priced: price.EffectivePrice) {
  const { rules, start } = criterion('item', {
    title: '项目',
    points: 1,
    measure,
    price: priced,
    noun: { zh: '问题', en: 'finding' },
    source,
  });
  return { rules, start };
}

/** A table of so many items of one point each, in groups of ten, of four kinds of rule. */
export function benchScorecard(items: number): Scorecard {
  const criteria = Array.from({ length: items }, (_, at): Criterion => {
    const key = `item-${at}`;
    const priced = pricedBy[kindOf(at)](key);
    return { ...criterion(key, detailOf(at)), ...priced };
  });
  const groups = Array.from({ length: Math.ceil(items / itemsInGroup) }, (_, at) => {
    const children = criteria.slice(at * itemsInGroup, (at + 1) * itemsInGroup);
    return group(`group-${at}`, { title: `第${at + 1}组`, points: children.length, children });
  });
  return defineScorecard('bench', {
    title: '测速用表',
    points: items,
    children: groups,
    total: { floor: '0' },
    source,
  });
}

function detailOf(at: number) {
  return {
    title: `第${at + 1}项`,
    points: 1,
    measure: price.events(`item-${at}`),
    price: price.perUnit({ deduct: '0.5' }),
    words: '每发现一次扣0.5分，扣完为止',
    source,
  };
}

/** The same random subjects in every run: one item in ten has something wrong. */
export function benchSubjects(items: number, subjects: number): SubjectFacts[] {
  let state = 20_240_307;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  return Array.from({ length: subjects }, () =>
    Array.from({ length: items }, (_, at) => {
      const isWrong = next(10) === 0;
      return {
        key: `item-${at}`,
        count: isWrong ? 1 + next(3) : 0,
        numerator: isWrong ? next(denominator) : denominator,
      };
    }),
  );
}

/** The facts as our kernel reads them: events with reasons, ratios as pairs. */
export function kernelFacts(subject: SubjectFacts): Record<string, ScoreFact> {
  const facts: Record<string, ScoreFact> = {};
  subject.forEach(({ key, count, numerator }, at) => {
    facts[key] = kernelFact(kindOf(at), { key, count, numerator });
  });
  return facts;
}

function kernelFact(kind: ItemKind, { key, count, numerator }: SubjectFacts[number]): ScoreFact {
  switch (kind) {
    case 'ratio':
      return { kind: 'ratio', numerator, denominator };
    case 'demand':
      return { kind: 'flag', met: count === 0 };
    case 'minimum':
      return { kind: 'count', count: 4 - count };
    case 'incidents': {
      const events = Array.from({ length: count }, (_, at) => ({
        id: `${key}-${at}`,
        on: '2024-10-08',
        reason: '9月30日应报，10月8日报',
        recordedBy: '市级复核组',
      }));
      return { kind: 'events', events };
    }
  }
}

/** The same facts as plain numbers, the friendliest shape for a general rule engine. */
export function plainFacts(subject: SubjectFacts): Record<string, number> {
  const facts: Record<string, number> = {};
  subject.forEach(({ key, count, numerator }, at) => {
    const kind = kindOf(at);
    if (kind === 'ratio') facts[key] = (numerator * 100) / denominator;
    else facts[key] = kind === 'minimum' ? 4 - count : count;
  });
  return facts;
}
