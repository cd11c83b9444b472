import type { ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import { parsePoints, printPoints } from '../../points/points.ts';
import type { Phrase } from '../phrases.ts';
import { pendingFor, recordOf, withFact, type Derivation } from './derivation.ts';

type Votes = Extract<ScoreMeasure, { kind: 'votes' }>;

const noneValid: Phrase = { zh: '没有有效票', en: 'there is no valid vote' };
const unknownAnswer = (answer: string): Phrase => ({
  zh: `有选项未列入计分表（${answer}）`,
  en: `an answer is not in the table (${answer})`,
});

/** The mean in units, rounded half-up once; every operand is an integer. */
function meanOf(sum: bigint, valid: bigint, places: number): number {
  const grain = 10n ** BigInt(4 - places);
  const step = valid * grain;
  return Number(((sum * 2n + step) / (step * 2n)) * grain);
}

/** R40: the mean of the valid votes; an answer without points is void and in no denominator. */
export function votesOf({ fact: key, answers, places }: Votes): Derivation {
  const points = new Map(
    answers.map((each) => [
      each.answer,
      each.points === undefined ? undefined : BigInt(parsePoints(each.points)),
    ]),
  );
  return {
    measure: { kind: 'value', fact: key },
    noun: { zh: '有效票平均分', en: 'mean of the valid votes' },
    reads: key,
    derive: (facts) =>
      withFact(facts, key, ['votes'], (fact) => {
        let [sum, valid] = [0n, 0n];
        for (const { answer, count } of fact.counts) {
          if (!points.has(answer)) return pendingFor(unknownAnswer(answer));
          const worth = points.get(answer);
          if (worth === undefined) continue;
          sum += worth * BigInt(count);
          valid += BigInt(count);
        }
        if (valid === 0n) return pendingFor(noneValid);
        const value = printPoints(meanOf(sum, valid, places));
        return { fact: { kind: 'value', value, ...recordOf(fact) } };
      }),
  };
}
