import type { DoubleReview, DoubleState } from '#schema/contracts/review-opinions.ts';
import type { OpinionRecord } from './opinions.domain.ts';

type View = DoubleReview['views'][number];
type Judged = 'pass' | 'mend';

/** A leader's ruling on a round of a filing, as far as the decision depends on it. */
export type RulingOf = {
  readonly revision: number;
  readonly view: Judged;
  readonly registeredBy: string;
};

/** What two people found about what was filed last, each without the other. */
export type Pair = {
  readonly state: DoubleState;
  readonly firstId?: string | undefined;
  readonly secondId?: string | undefined;
  readonly ruled?: Judged | undefined;
  readonly registeredBy?: string | undefined;
  readonly views: readonly View[];
};

/** 不属本人职责 is no view: somebody else is asked instead. */
function isOfPair(opinion: OpinionRecord, revision: number): boolean {
  const isCurrent = opinion.kind === 'second' && opinion.revision === revision;
  const isDead = opinion.state === 'withdrawn' || opinion.view === 'not-ours';
  return isCurrent && opinion.ownView !== null && !isDead;
}

function firstView({ ownView, ownWords, askedByPost, askedAt }: OpinionRecord): View[] {
  if (ownView === null) return [];
  return [{ place: 'first', post: askedByPost, view: ownView, words: ownWords ?? '', at: askedAt }];
}

function secondView({ view, words, answeredByPost, answeredAt }: OpinionRecord): View[] {
  if (view === null || view === 'not-ours') return [];
  const post = answeredByPost ?? '';
  return [{ place: 'second', post, view, words: words ?? '', at: answeredAt ?? 0 }];
}

export function pairOf(
  opinions: readonly OpinionRecord[],
  revision: number,
  ruling?: RulingOf,
): Pair {
  const found = opinions.findLast((each) => isOfPair(each, revision));
  if (found === undefined) return { state: 'first', views: [] };
  const views = [...firstView(found), ...secondView(found)];
  const named = { firstId: found.askedBy, secondId: found.askedOf ?? undefined, views };
  if (found.state === 'asked') return { state: 'second', ...named };
  if (found.view === found.ownView) return { state: 'agreed', ...named };
  return ruling?.revision === revision
    ? { state: 'ruled', ruled: ruling.view, registeredBy: ruling.registeredBy, ...named }
    : { state: 'disagreed', ...named };
}

export function isParty({ firstId, secondId }: Pair, personId: string): boolean {
  return personId === firstId || personId === secondId;
}

export type DoubleRefusal =
  | 'second-missing'
  | 'both-mend'
  | 'decider-needed'
  | 'own-registration'
  | 'against-ruling';

const judgedBy = { accept: 'pass', return: 'mend' } as const;

/**
 * Why this person may not decide so: nobody accepts alone, against both, or between himself and a
 * colleague. What is plainly not in order may be returned by the first alone; what a leader ruled is
 * carried out by another than who registered it.
 */
export function doubleRefusalOf(
  pair: Pair,
  personId: string,
  decision: 'accept' | 'return',
): DoubleRefusal | undefined {
  if (pair.state === 'ruled') {
    if (pair.registeredBy === personId) return 'own-registration';
    return judgedBy[decision] === pair.ruled ? undefined : 'against-ruling';
  }
  if (pair.state === 'disagreed') return isParty(pair, personId) ? 'decider-needed' : undefined;
  if (decision === 'return') return undefined;
  if (pair.state !== 'agreed') return 'second-missing';
  return pair.views.every(({ view }) => view === 'pass') ? undefined : 'both-mend';
}

/** A third who accepts over one of two colleagues says why; a return says it point by point. */
export function needsReason(pair: Pair, decision: 'accept' | 'return'): boolean {
  return pair.state === 'disagreed' && decision === 'accept';
}

/** What a reader may know of the two: both once both have said, and always what he said himself. */
export function visibleViews(pair: Pair, personId: string): View[] {
  if (pair.state !== 'second') return [...pair.views];
  return personId === pair.firstId ? [...pair.views] : [];
}
