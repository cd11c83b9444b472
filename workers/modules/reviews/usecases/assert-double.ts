import type { AskOpinion, DoubleReview } from '#schema/contracts/review-opinions.ts';
import type { Judge } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { doubleRefusalOf, isParty, pairOf, visibleViews } from '../double-review.domain.ts';
import type { DoubleRefusal } from '../double-review.domain.ts';
import { opinionsQuery } from '../opinions.repository.ts';
import type { StoredOpinion } from '../opinions.repository.ts';
import { reviewsErrors } from '../reviews.errors.ts';
import type { LoadedCase } from './load-case.ts';

const refusals = {
  'second-missing': 'reviews.second_missing',
  'both-mend': 'reviews.both_mend',
  'decider-needed': 'reviews.decider_needed',
} as const satisfies Record<DoubleRefusal, keyof typeof reviewsErrors>;

export function isDouble({ task }: LoadedCase): boolean {
  return task.review?.double === true;
}

/** Where the task asks for two reviewers: nobody decides alone, nor between himself and another. */
export async function assertDouble(
  context: TenantContext,
  loaded: LoadedCase,
  decision: string,
): Promise<void> {
  if (!isDouble(loaded) || (decision !== 'accept' && decision !== 'return')) return;
  const opinions = await opinionsQuery(context.db, loaded.submission.id);
  const pair = pairOf(opinions, loaded.submission.revision);
  const refusal = doubleRefusalOf(pair, context.actor.personId, decision);
  if (refusal !== undefined) throw reviewsErrors[refusals[refusal]]();
}

/** The first of two says what he found, to a person, once a round. */
export async function assertAskedAsDouble(
  context: TenantContext,
  loaded: LoadedCase,
  input: Pick<AskOpinion, 'kind' | 'own' | 'personId'>,
): Promise<void> {
  if (!isDouble(loaded) || input.kind !== 'second') return;
  if (input.own === undefined) throw reviewsErrors['reviews.own_view_missing']();
  if (input.personId === undefined) throw reviewsErrors['reviews.second_in_person']();
  const opinions = await opinionsQuery(context.db, loaded.submission.id);
  const { state } = pairOf(opinions, loaded.submission.revision);
  if (state !== 'first') throw reviewsErrors['reviews.second_asked']();
}

/** 双人复核 of a case, as this reader may see it. */
export function showDouble(
  context: TenantContext,
  loaded: LoadedCase,
  beside: { opinions: readonly StoredOpinion[]; colleagues: readonly Judge[] },
): DoubleReview | undefined {
  if (!isDouble(loaded)) return undefined;
  const { personId } = context.actor;
  const pair = pairOf(beside.opinions, loaded.submission.revision);
  const may = (decision: 'accept' | 'return') =>
    loaded.barred === undefined && doubleRefusalOf(pair, personId, decision) === undefined;
  return {
    state: pair.state,
    views: visibleViews(pair, personId),
    mayAccept: may('accept'),
    mayReturn: may('return'),
    deciders: beside.colleagues
      .filter((colleague) => !isParty(pair, colleague.personId))
      .map(({ post }) => post),
  };
}
