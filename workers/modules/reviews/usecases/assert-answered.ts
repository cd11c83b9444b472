import type { DecideReview } from '#schema/contracts/reviews.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { isAwaited } from '../opinions.domain.ts';
import { opinionsQuery } from '../opinions.repository.ts';
import { reviewsErrors } from '../reviews.errors.ts';
import type { LoadedCase } from './load-case.ts';

/**
 * A return says everything at once and an acceptance is final: neither is made while somebody who was
 * asked about the filing has still to answer. To hold it or pass it on waits for nobody.
 */
export async function assertAnswered(
  context: TenantContext,
  { submission }: LoadedCase,
  decision: DecideReview['decision'],
): Promise<void> {
  if (decision !== 'accept' && decision !== 'return') return;
  const opinions = await opinionsQuery(context.db, submission.id);
  const awaited = opinions.filter((each) => isAwaited(each, submission.revision));
  if (awaited.length === 0) return;
  const office = [...new Set(awaited.map((each) => each.office))].join('、');
  throw reviewsErrors['reviews.opinion_awaited']({ values: { office } });
}
