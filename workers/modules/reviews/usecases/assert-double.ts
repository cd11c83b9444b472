import type { AskOpinion, DoubleReview } from '#schema/contracts/review-opinions.ts';
import type { DecideReview } from '#schema/contracts/reviews.ts';
import type { Judge } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import {
  doubleRefusalOf,
  isParty,
  needsReason,
  pairOf,
  visibleViews,
} from '../double-review.domain.ts';
import type { DoubleRefusal } from '../double-review.domain.ts';
import { opinionsQuery } from '../opinions.repository.ts';
import type { StoredOpinion } from '../opinions.repository.ts';
import { isWaiting } from '../reviews.domain.ts';
import { reviewsErrors } from '../reviews.errors.ts';
import { findRuling } from '../rulings.repository.ts';
import type { StoredRuling } from '../rulings.repository.ts';
import type { LoadedCase } from './load-case.ts';
import { toRuling } from './register-ruling.ts';

const refusals = {
  'second-missing': 'reviews.second_missing',
  'both-mend': 'reviews.both_mend',
  'decider-needed': 'reviews.decider_needed',
  'own-registration': 'reviews.own_registration',
  'against-ruling': 'reviews.against_ruling',
} as const satisfies Record<DoubleRefusal, keyof typeof reviewsErrors>;

export function isDouble({ task }: Pick<LoadedCase, 'task'>): boolean {
  return task.review?.double === true;
}

async function readPair({ db }: TenantContext, { submission }: LoadedCase) {
  const [opinions, ruling] = await Promise.all([
    opinionsQuery(db, submission.id),
    findRuling(db, submission),
  ]);
  return pairOf(opinions, submission.revision, ruling);
}

/** Where the task asks for two reviewers: nobody decides alone, nor between himself and another. */
export async function assertDouble(
  context: TenantContext,
  loaded: LoadedCase,
  input: DecideReview,
): Promise<void> {
  const { decision } = input;
  if (!isDouble(loaded) || (decision !== 'accept' && decision !== 'return')) return;
  const pair = await readPair(context, loaded);
  const refusal = doubleRefusalOf(pair, context.actor.personId, decision);
  if (refusal !== undefined) throw reviewsErrors[refusals[refusal]]();
  const reason = input.decision === 'accept' ? (input.comment ?? '') : '';
  if (needsReason(pair, decision) && reason.length < 2) {
    throw reviewsErrors['reviews.ruling_reason_missing']();
  }
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
  const { state } = await readPair(context, loaded);
  if (state !== 'first') throw reviewsErrors['reviews.second_asked']();
}

/** 双人复核 of a case, as this reader may see it. */
export function showDouble(
  context: TenantContext,
  loaded: LoadedCase,
  beside: {
    opinions: readonly StoredOpinion[];
    colleagues: readonly Judge[];
    ruling: StoredRuling | undefined;
  },
): DoubleReview | undefined {
  if (!isDouble(loaded)) return undefined;
  const { personId } = context.actor;
  const { ruling } = beside;
  const pair = pairOf(beside.opinions, loaded.submission.revision, ruling);
  const isOpen = loaded.barred === undefined && isWaiting(loaded.submission.state);
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
    ...(pair.state === 'ruled' && ruling !== undefined ? { ruling: toRuling(ruling) } : {}),
    mayRegisterRuling: isOpen && pair.state === 'disagreed',
    mayWithdrawRuling: isOpen && pair.state === 'ruled' && ruling?.registeredBy === personId,
  };
}
