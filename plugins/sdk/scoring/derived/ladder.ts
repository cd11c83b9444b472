import type { ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import { noRung, type ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import { phraseOf, phrases, type Phrase } from '../phrases.ts';
import { pendingFor, waivedFor, type Derivation, type Derived } from './derivation.ts';

type Ladder = Extract<ScoreMeasure, { kind: 'ladder' }>;
type Rung = { key: string; title: Phrase; elements: { fact: string; title: Phrase }[] };

/** Where the ladder's own outcome lies among the facts of a rule; no author's key has a capital. */
const outcomeKey = 'Rung';

/** What of a rung is not there; an element that does not apply asks nothing. */
function missingOf({ elements }: Rung, facts: ScoreFacts) {
  const missing: Phrase[] = [];
  let applicable = 0;
  for (const { fact: key, title } of elements) {
    const fact = facts[key];
    if (fact?.kind === 'not-applicable') continue;
    applicable += 1;
    if (fact === undefined) return { unknown: phrases.notMeasured(key) };
    if (fact.kind !== 'flag') return { unknown: phrases.wrongKind(key) };
    if (!fact.met) missing.push(title);
  }
  return { missing, applicable };
}

function reached(choice: string, next: Rung | undefined, missing: readonly Phrase[]): Derived {
  if (next === undefined) return { fact: { kind: 'choice', choice } };
  const zh = `距“${next.title.zh}”缺：${missing.map((each) => each.zh).join('、')}`;
  const en = `short of “${next.title.en}”: ${missing.map((each) => each.en).join(', ')}`;
  return { fact: { kind: 'choice', choice, reason: { zh, en } } };
}

/** R21: C, then B (符合C，并…), then A; a rung that is not whole ends the climb. */
export function ladderOf({ rungs }: Ladder): Derivation {
  const steps: Rung[] = rungs.map(({ key, title, elements }) => ({
    key,
    title: phraseOf(title),
    elements: elements.map(({ fact, title: name }) => ({ fact, title: phraseOf(name) })),
  }));
  return {
    measure: { kind: 'choice', fact: outcomeKey },
    reads: rungs[0]?.elements[0]?.fact ?? outcomeKey,
    derive: (facts) => {
      let choice: string = noRung;
      let asked = 0;
      for (const rung of steps) {
        const { missing, applicable, unknown } = missingOf(rung, facts);
        if (unknown) return pendingFor(unknown);
        asked += applicable;
        if (missing.length > 0) return reached(choice, rung, missing);
        choice = rung.key;
      }
      return asked === 0 ? waivedFor(phrases.doesNotApply) : reached(choice, undefined, []);
    },
  };
}
