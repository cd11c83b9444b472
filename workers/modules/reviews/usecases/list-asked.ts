import { rangeOf, isWithin } from '#schema/contracts/permission.ts';
import type { OpinionQueue } from '#schema/contracts/review-opinions.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import { findSubmission, summarize } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { toOpinion } from '../opinions.domain.ts';
import { askedOfQuery } from '../opinions.repository.ts';

/** 请我会审: what this person is asked about and has not answered, the oldest first. */
export async function listAsked(request: { context: TenantContext }): Promise<OpinionQueue> {
  const { context } = request;
  const { actor, db } = context;
  assertHolds(actor, 'submissions.review');
  const range = rangeOf(actor, 'submissions.review');
  const asked = await askedOfQuery(db, actor.personId);
  const ids = [...new Set(asked.map(({ submissionId }) => submissionId))];
  const found = await Promise.all(ids.map((id) => findSubmission(db, id)));
  const filings = found.flatMap((filing) => {
    if (filing === undefined) return [];
    const { organizationId, supervisionPath, territoryPath, taskKey: task } = filing;
    const paths = { supervision: supervisionPath, territory: territoryPath };
    return isWithin(range, { organizationId, paths, task }) ? [filing] : [];
  });
  const units = await findOrganizations(db, [
    ...new Set(filings.map(({ organizationId }) => organizationId)),
  ]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const summaries = await summarize(context, filings, names);
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  return {
    asOf: context.clock.now(),
    items: asked.flatMap((row) => {
      const filing = byId.get(row.submissionId);
      return filing === undefined ? [] : [{ opinion: toOpinion(row, actor), filing }];
    }),
  };
}
