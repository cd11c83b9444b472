import { and, count, eq, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { Range } from '#schema/contracts/permission.ts';
import { approvals } from '#schema/tables/tenant/approvals.table.ts';
import { bulletinRecipients } from '#schema/tables/tenant/bulletins.table.ts';
import { campaigns } from '#schema/tables/tenant/campaigns.table.ts';
import { petitions } from '#schema/tables/tenant/petitions.table.ts';
import { proposals } from '#schema/tables/tenant/proposals.table.ts';
import {
  requestAddressees,
  requestReplies,
  requests,
} from '#schema/tables/tenant/requests.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import { submissionRangeColumns } from '#workers/modules/submissions/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import type { OpenStep } from './waiting.domain.ts';

type Reading = Pick<TenantDatabase, 'select'>;
type Moment = { unitIds: readonly string[]; now: number; soon: number };

const notFiled = ['due', 'draft', 'signing', 'signed'] as const;

/** Open filings of units, counted by what is wrong with them. */
export function filingTallies(db: Reading, { unitIds, now, soon }: Moment) {
  const { organizationId, state, dueAt } = submissions;
  const open = sql`${state} <> 'returned' and ${submissions.firstFiledAt} is null`;
  return db
    .select({
      organizationId,
      overdue: sql<number>`sum(${open} and ${dueAt} <= ${now})`,
      soon: sql<number>`sum(${open} and ${dueAt} > ${now} and ${dueAt} <= ${soon})`,
      returned: sql<number>`sum(${state} = 'returned')`,
    })
    .from(submissions)
    .innerJoin(
      campaigns,
      and(eq(campaigns.id, submissions.campaignId), eq(campaigns.state, 'running')),
    )
    .where(and(inArray(organizationId, [...unitIds]), inArray(state, [...notFiled, 'returned'])))
    .groupBy(organizationId);
}

/** Open replies of units to requests in force. */
export function replyTallies(db: Reading, { unitIds, now, soon }: Moment) {
  const { organizationId, state, dueAt } = requestReplies;
  const open = sql`${state} in ('due', 'draft')`;
  return db
    .select({
      organizationId,
      overdue: sql<number>`sum(${open} and ${dueAt} <= ${now})`,
      soon: sql<number>`sum(${open} and ${dueAt} > ${now} and ${dueAt} <= ${soon})`,
      returned: sql<number>`sum(${state} = 'returned')`,
    })
    .from(requestReplies)
    .innerJoin(
      requests,
      and(eq(requests.id, requestReplies.requestId), eq(requests.state, 'issued')),
    )
    .where(and(inArray(organizationId, [...unitIds]), inArray(state, ['due', 'draft', 'returned'])))
    .groupBy(organizationId);
}

/** Requests that units have not signed for. */
export function unsignedTallies(db: Reading, unitIds: readonly string[]) {
  const { organizationId, requestId, signedForAt } = requestAddressees;
  return db
    .select({ organizationId, signFor: count() })
    .from(requestAddressees)
    .innerJoin(requests, and(eq(requests.id, requestId), eq(requests.state, 'issued')))
    .where(and(inArray(organizationId, [...unitIds]), isNull(signedForAt)))
    .groupBy(organizationId);
}

/** Papers of the office that units have not signed for. */
export function unsignedPaperTallies(db: Reading, unitIds: readonly string[]) {
  const { organizationId, signedForAt } = bulletinRecipients;
  return db
    .select({ organizationId, signFor: count() })
    .from(bulletinRecipients)
    .where(and(inArray(organizationId, [...unitIds]), isNull(signedForAt)))
    .groupBy(organizationId);
}

/** What units wrote upward: answered and not signed for, or waiting for the head's signature. */
export function petitionTallies(db: Reading, unitIds: readonly string[]) {
  const { organizationId, state, signedForAt } = petitions;
  return db
    .select({
      organizationId,
      answers: sql<number>`sum(${state} = 'answered' and ${signedForAt} is null)`,
      petitionSign: sql<number>`sum(${state} = 'signing')`,
    })
    .from(petitions)
    .where(and(inArray(organizationId, [...unitIds]), inArray(state, ['answered', 'signing'])))
    .groupBy(organizationId);
}

/** What arrived at offices from below and has not been answered. */
export async function countPetitions(
  db: TenantDatabase,
  input: { addresseeIds: readonly string[]; recusedFrom: readonly string[] },
): Promise<number> {
  const { addresseeId, filedAt, organizationId, state } = petitions;
  if (input.addresseeIds.length === 0) return 0;
  const [row] = await db
    .select({ total: count() })
    .from(petitions)
    .where(
      and(
        inArray(addresseeId, [...input.addresseeIds]),
        isNotNull(filedAt),
        inArray(state, ['filed', 'instructed']),
        notInArray(organizationId, [...input.recusedFrom]),
      ),
    );
  return row?.total ?? 0;
}

/** Steps of the inner sign-off of units whose turn it is, by post. */
export function signOffTallies(db: Reading, unitIds: readonly string[]) {
  const { organizationId, currentRole, state, subjectKind } = approvals;
  return db
    .select({ organizationId, role: currentRole, count: count() })
    .from(approvals)
    .where(
      and(
        inArray(organizationId, [...unitIds]),
        eq(state, 'open'),
        // The plus keeps the planner off the index of kinds, which would read every open sign-off.
        sql`+${subjectKind} = 'submission'`,
      ),
    )
    .groupBy(organizationId, currentRole);
}

/** Open steps of everything that is not a unit's own filing. */
export async function listOpenSteps(db: TenantDatabase): Promise<OpenStep[]> {
  const { organizationId, currentRole, state, subjectKind } = approvals;
  const rows = await db
    .select({ subjectKind, role: currentRole, organizationId, count: count() })
    .from(approvals)
    .where(and(eq(state, 'open'), notInArray(subjectKind, ['submission', 'petition'])))
    .groupBy(subjectKind, currentRole, organizationId);
  return rows.map(({ role, ...step }) => ({ ...step, role: role ?? '' }));
}

/** Filings that wait for a review within a range, those of kept-away units left out. */
export async function countToReview(
  db: TenantDatabase,
  input: { range: Range; recusedFrom: readonly string[] },
): Promise<number> {
  const { recusedFrom } = input;
  const [row] = await db
    .select({ total: count() })
    .from(submissions)
    .where(
      and(
        inArray(submissions.state, ['filed', 'held']),
        rangeCondition(input.range, submissionRangeColumns),
        recusedFrom.length === 0
          ? undefined
          : sql`${submissions.organizationId} not in ${[...recusedFrom]}`,
      ),
    );
  return row?.total ?? 0;
}

export async function countReplies(
  db: TenantDatabase,
  issuerIds: readonly string[],
): Promise<number> {
  if (issuerIds.length === 0) return 0;
  const [row] = await db
    .select({ total: count() })
    .from(requests)
    .innerJoin(
      requestReplies,
      and(eq(requestReplies.requestId, requests.id), eq(requestReplies.state, 'filed')),
    )
    .where(and(inArray(requests.issuerId, [...issuerIds]), eq(requests.state, 'issued')));
  return row?.total ?? 0;
}

export async function countProposals(db: TenantDatabase, range: Range): Promise<number> {
  const { organizationId, supervisionPath: supervision, territoryPath: territory } = proposals;
  const [row] = await db
    .select({ total: count() })
    .from(campaigns)
    .innerJoin(
      proposals,
      and(
        eq(proposals.campaignId, campaigns.id),
        eq(proposals.state, 'proposed'),
        isNull(proposals.lapsedAt),
      ),
    )
    .where(
      and(
        eq(campaigns.state, 'running'),
        rangeCondition(range, { organizationId, paths: { supervision, territory } }),
      ),
    );
  return row?.total ?? 0;
}
