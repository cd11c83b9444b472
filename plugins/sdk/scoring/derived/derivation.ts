import type { ScoreFact, ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import type { RuleOutcome } from '../compiled.ts';
import { phraseOf, phrases, type Phrase } from '../phrases.ts';

/** The plain fact a composed measure comes to, why there is none, or nothing where it is absent. */
export type Derived = { fact: ScoreFact } | { outcome: RuleOutcome } | undefined;

/** A composed measure as a plain one, priced from a fact that is worked out first. */
export type Derivation = {
  measure: ScoreMeasure;
  noun?: Phrase;
  /** The fact whose absence is reported. */
  reads: string;
  derive: (facts: ScoreFacts) => Derived;
};

type FactOf<K extends ScoreFact['kind']> = Extract<ScoreFact, { kind: K }>;

export const pendingFor = (reason: Phrase): Derived => ({ outcome: { state: 'pending', reason } });
export const waivedFor = (reason: Phrase): Derived => ({
  outcome: { state: 'not-applicable', reason },
});

/** Hands on the fact if it is of a wanted kind, or says why not. */
export function withFact<K extends ScoreFact['kind']>(
  facts: ScoreFacts,
  key: string,
  kinds: readonly K[],
  then: (fact: FactOf<K>) => Derived,
): Derived {
  const fact = facts[key];
  if (fact === undefined) return undefined;
  if (fact.kind === 'not-applicable') return waivedFor(phraseOf(fact.reason));
  if (!kinds.some((kind) => kind === fact.kind)) return pendingFor(phrases.wrongKind(key));
  return then(fact as FactOf<K>);
}

type Recorded = { recordedBy?: string | undefined; materials?: string[] | undefined };

/** Who recorded it and what proves it goes with the fact. */
export function recordOf({ recordedBy, materials }: Recorded): Recorded {
  return {
    ...(recordedBy === undefined ? {} : { recordedBy }),
    ...(materials === undefined ? {} : { materials }),
  };
}
