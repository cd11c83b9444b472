import { and, asc, eq, ne } from 'drizzle-orm';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import { organizationPaths, organizations } from '#schema/tables/tenant/organizations.table.ts';
import { submissionRevisions, submissions } from '#schema/tables/tenant/submissions.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';

type Under = {
  readonly campaignId: string;
  readonly task: string;
  readonly occurrence: string | undefined;
  readonly relation: RelationKind;
  readonly organizationId: string;
  readonly path: string;
};

/** Where a unit stands in the tree of a relation today; nowhere when it has no place in it. */
export async function findPath(
  db: TenantDatabase,
  place: { organizationId: string; relation: RelationKind },
): Promise<string | undefined> {
  const { organizationId, relation, path } = organizationPaths;
  const [row] = await db
    .select({ path })
    .from(organizationPaths)
    .where(and(eq(organizationId, place.organizationId), eq(relation, place.relation)));
  return row?.path;
}

const below = ({ campaignId, task, occurrence, relation, organizationId, path }: Under) =>
  and(
    eq(submissions.campaignId, campaignId),
    eq(submissions.taskKey, task),
    occurrence === undefined ? undefined : eq(submissions.occurrence, occurrence),
    ne(submissions.organizationId, organizationId),
    eq(organizationPaths.relation, relation),
    rangeCondition(
      { everything: false, reaches: [{ organizationId, relation, path }] },
      {
        organizationId: submissions.organizationId,
        paths: { [relation]: organizationPaths.path },
      },
    ),
  );

/** Who under a unit owes a task, with what stands filed now, in official order. */
export function listBelow(db: TenantDatabase, under: Under) {
  return db
    .select({
      submissionId: submissions.id,
      organizationId: submissions.organizationId,
      organizationName: organizations.name,
      path: organizationPaths.path,
      state: submissions.state,
      firstFiledAt: submissions.firstFiledAt,
      onBehalf: submissions.onBehalf,
      claimed: submissions.claimed,
      nil: submissions.nil,
      revision: submissions.revision,
      answers: submissionRevisions.answers,
    })
    .from(submissions)
    .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
    .innerJoin(organizationPaths, eq(organizationPaths.organizationId, submissions.organizationId))
    .leftJoin(
      submissionRevisions,
      and(
        eq(submissionRevisions.submissionId, submissions.id),
        eq(submissionRevisions.revision, submissions.revision),
      ),
    )
    .where(below(under))
    .orderBy(asc(organizations.order), asc(organizations.id), asc(submissions.occurrence));
}

/** The units under a unit that owe the same roll-up themselves. */
export async function listOtherFilers(db: TenantDatabase, under: Under): Promise<string[]> {
  const rows = await db
    .selectDistinct({ organizationId: submissions.organizationId })
    .from(submissions)
    .innerJoin(organizationPaths, eq(organizationPaths.organizationId, submissions.organizationId))
    .where(below(under));
  return rows.map(({ organizationId }) => organizationId);
}
