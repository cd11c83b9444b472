import * as v from 'valibot';
import { dayAt, daysBetween } from '#plugins/sdk/dates/days.ts';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { ReviewQueue } from '#schema/contracts/reviews.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import { summarize } from '#workers/modules/submissions/index.ts';
import type { SubmissionRow } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { barOf } from '../reviews.domain.ts';
import { countWaiting, listFiledBy, listWaiting } from '../reviews.repository.ts';
import { readStandings } from './read-standings.ts';

const keySchema = v.tuple([v.number(), v.string()]);

export type QueueInput = {
  readonly office?: string | undefined;
  /** 待裁定: only where two reviewers differ. */
  readonly ruling?: boolean;
  readonly cursor?: string | undefined;
  readonly limit?: string | undefined;
};

/** 待审: what waits within the reader's range, the longest waiting first, with who must stand aside. */
export async function listQueue(request: {
  context: TenantContext;
  input: QueueInput;
}): Promise<ReviewQueue> {
  const { context, input } = request;
  const { actor, db } = context;
  assertHolds(actor, 'submissions.review');
  const { limit, after } = pageRequestOf(input, keySchema);
  const range = rangeOf(actor, 'submissions.review');
  const filter = { range, office: input.office, ruling: input.ruling === true };
  const [found, [counted]] = await Promise.all([
    listWaiting(db, { ...filter, after, limit: limit + 1 }),
    countWaiting(db, filter),
  ]);
  const page = toPage(found, limit, ({ filedAt, id }) => [filedAt ?? 0, id]);
  const ids = page.items.map(({ id }) => id);
  const [summaries, own, standings] = await Promise.all([
    summarize(context, page.items, namesOf(db, page.items)),
    listFiledBy(db, { submissionIds: ids, personId: actor.personId }),
    readStandings(context, page.items),
  ]);
  const asOf = context.clock.now();
  const rows = summaries.map((row) => {
    const madeBy = own.has(row.id) ? [actor.personId] : [];
    const barred = barOf(actor, { organizationId: row.organizationId, madeBy });
    const waitingDays = daysBetween(dayAt(row.filedAt ?? asOf), dayAt(asOf));
    const double = standings.get(row.id);
    return {
      ...row,
      waitingDays,
      ...(barred === undefined ? {} : { barred }),
      ...(double === undefined ? {} : { double: double.state }),
      ...(barred === undefined && double?.mayRule === true ? { mayRule: true as const } : {}),
    };
  });
  return {
    asOf,
    total: counted?.total ?? 0,
    rows,
    ...(page.nextCursor === null ? {} : { next: page.nextCursor }),
  };
}

async function namesOf(
  db: TenantDatabase,
  filings: readonly Pick<SubmissionRow, 'organizationId'>[],
): Promise<ReadonlyMap<string, string>> {
  const units = await findOrganizations(db, [
    ...new Set(filings.map(({ organizationId }) => organizationId)),
  ]);
  return new Map(units.map(({ id, name }) => [id, name]));
}
