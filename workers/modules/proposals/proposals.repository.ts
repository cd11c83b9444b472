import { and, count, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Range } from '#schema/contracts/permission.ts';
import type { ProposalShelf } from '#schema/contracts/proposals.ts';
import { proposalSweeps, proposals } from '#schema/tables/tenant/proposals.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredProposal = typeof proposals.$inferSelect;
export type StoredSweep = typeof proposalSweeps.$inferSelect;

export type ProposalFilter = {
  campaignId: string;
  range: Range;
  state?: ProposalShelf | undefined;
  organizationId?: string | undefined;
  rule?: string | undefined;
};

/** One whose facts are gone lies apart; one that was decided stays where its decision put it. */
function onShelf(shelf: ProposalShelf): SQL | undefined {
  const { state, lapsedAt } = proposals;
  if (shelf === 'lapsed') return and(eq(state, 'proposed'), isNotNull(lapsedAt));
  return shelf === 'proposed' ? and(eq(state, shelf), isNull(lapsedAt)) : eq(state, shelf);
}

function conditionOf(filter: ProposalFilter): SQL | undefined {
  const { campaignId, organizationId, ruleKey, supervisionPath, territoryPath } = proposals;
  const paths = { supervision: supervisionPath, territory: territoryPath };
  return and(
    eq(campaignId, filter.campaignId),
    filter.state === undefined ? undefined : onShelf(filter.state),
    filter.organizationId === undefined ? undefined : eq(organizationId, filter.organizationId),
    filter.rule === undefined ? undefined : eq(ruleKey, filter.rule),
    rangeCondition(filter.range, { organizationId, paths }),
  );
}

/** A page of a campaign's proposals, the newest first. */
export function proposalPageQuery(
  db: Pick<TenantDatabase, 'select'>,
  filter: ProposalFilter,
  page: { after?: string | undefined; limit: number },
) {
  const before = page.after === undefined ? undefined : lt(proposals.id, page.after);
  return db
    .select()
    .from(proposals)
    .where(and(conditionOf(filter), before))
    .orderBy(desc(proposals.id))
    .limit(page.limit);
}

/** How many lie on each shelf, whichever is filtered by. */
export async function countByState(
  db: TenantDatabase,
  filter: Omit<ProposalFilter, 'state'>,
): Promise<Record<ProposalShelf, number>> {
  const rows = await db
    .select({ state: proposals.state, total: count(), lapsed: count(proposals.lapsedAt) })
    .from(proposals)
    .where(conditionOf(filter))
    .groupBy(proposals.state);
  const totals = { proposed: 0, accepted: 0, declined: 0, lapsed: 0 };
  for (const { state, total, lapsed } of rows) {
    totals[state] = state === 'proposed' ? total - lapsed : total;
    if (state === 'proposed') totals.lapsed = lapsed;
  }
  return totals;
}

export async function findProposal(
  db: TenantDatabase,
  id: string,
): Promise<StoredProposal | undefined> {
  const [row] = await db.select().from(proposals).where(eq(proposals.id, id));
  return row;
}

/** All that was ever found on a unit in a campaign. */
export function listOfUnit(
  db: TenantDatabase,
  unit: { campaignId: string; organizationId: string },
): Promise<StoredProposal[]> {
  return db
    .select()
    .from(proposals)
    .where(
      and(
        eq(proposals.organizationId, unit.organizationId),
        eq(proposals.campaignId, unit.campaignId),
      ),
    );
}

/** A finding that is there already stays as it is, whoever found it at the same time. */
export function insertProposal(row: StoredProposal): Step {
  return { statement: toStatement(build.insert(proposals).values(row).onConflictDoNothing()) };
}

/** Changes a proposal; refused as stale when somebody else changed it since `version`. */
export function updateProposal(
  current: Pick<StoredProposal, 'id' | 'version'>,
  update: Partial<StoredProposal>,
): Step {
  const query = build
    .update(proposals)
    .set({ ...update, version: sql`${proposals.version} + 1` })
    .where(and(eq(proposals.id, current.id), eq(proposals.version, current.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

export async function findSweep(
  db: TenantDatabase,
  campaignId: string,
): Promise<StoredSweep | undefined> {
  const [row] = await db
    .select()
    .from(proposalSweeps)
    .where(eq(proposalSweeps.campaignId, campaignId));
  return row;
}

export function saveSweep(row: StoredSweep): Step {
  const { onDay, after } = row;
  const query = build
    .insert(proposalSweeps)
    .values(row)
    .onConflictDoUpdate({ target: proposalSweeps.campaignId, set: { onDay, after } });
  return { statement: toStatement(query) };
}
