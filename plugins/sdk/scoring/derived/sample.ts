import type { ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import type { Price, ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import { plusPoints } from '../../points/points.ts';
import { inOrder } from '../event-order.ts';
import type { Phrase } from '../phrases.ts';
import { pendingFor, recordOf, waivedFor, withFact, type Derivation } from './derivation.ts';

type Sample = Extract<ScoreMeasure, { kind: 'sample' }>;
type SampleFact = Extract<ScoreFact, { kind: 'sample' }>;

const byFinding: readonly Price['kind'][] = ['per-unit', 'per-category', 'repeated', 'fixed'];
const nothingToDraw: Phrase = { zh: '没有可抽查的对象', en: 'there was nothing to draw from' };
const contradictory: Phrase = {
  zh: '抽查数据不一致：抽查数不得多于总数，问题数不得多于抽查数',
  en: 'the sample contradicts itself: no more can be checked than there are, nor at fault than checked',
};

const tooFew = (wanted: number, checked: number): Phrase => ({
  zh: `抽查数不足：应查${wanted}，实查${checked}`,
  en: `the sample is too small: ${wanted} wanted, ${checked} checked`,
});

const faultsOf = ({ findings }: SampleFact): number =>
  inOrder(findings).reduce((sum, { quantity }) => plusPoints(sum, quantity ?? 1), 0);

/** R18: a sample of the wanted size, or all where there are fewer; a smaller one proves nothing. */
export function sampleOf({ fact: key, size }: Sample, price: Price): Derivation {
  const isByFinding = byFinding.includes(price.kind);
  return {
    measure: isByFinding ? { kind: 'events', fact: key } : { kind: 'ratio', fact: key },
    ...(isByFinding ? {} : { noun: { zh: '抽查合格率', en: 'share of the sample without fault' } }),
    reads: key,
    derive: (facts) =>
      withFact(facts, key, ['sample'], (fact) => {
        const { population, checked, findings } = fact;
        if (population === 0) return waivedFor(nothingToDraw);
        const faults = faultsOf(fact);
        if (checked > population || faults > checked) return pendingFor(contradictory);
        const wanted = Math.min(population, size ?? population);
        if (checked < wanted) return pendingFor(tooFew(wanted, checked));
        if (isByFinding) return { fact: { kind: 'events', events: findings } };
        const numerator = checked - faults;
        return { fact: { kind: 'ratio', numerator, denominator: checked, ...recordOf(fact) } };
      }),
  };
}
