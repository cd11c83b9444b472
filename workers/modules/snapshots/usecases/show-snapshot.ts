import { halfBeside, newestFullHalf } from '#schema/contracts/period.ts';
import type { SnapshotDetail, SnapshotList } from '#schema/contracts/snapshots.ts';
import { findApproval } from '#workers/modules/approvals/index.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { linesOf } from '../content.domain.ts';
import { findPreviousSent, listSummaries } from '../snapshots.repository.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { toSnapshot } from './to-snapshot.ts';

/** One of them as it left or is to leave, with its 审签 and the last period beside it. */
export async function showSnapshot(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<SnapshotDetail> {
  const { context, input } = request;
  assertCan(context.actor, 'snapshots.read', {});
  const row = await loadSnapshot(context, input.id);
  const [version, previous, approval] = await Promise.all([
    loadVersion(context.db, row.content.campaignVersion),
    findPreviousSent(context.db, row.period),
    row.approvalId === null ? undefined : findApproval(context.db, row.approvalId),
  ]);
  return {
    ...toSnapshot(row),
    lines: linesOf(row.content, version.campaign, previous?.content),
    ...(previous === undefined ? {} : { previousPeriod: previous.period }),
    ...(approval === undefined ? {} : { approval: withoutUnit(approval) }),
  };
}

/** All that was prepared or sent, the newest period first. */
export async function listSnapshots(request: { context: TenantContext }): Promise<SnapshotList> {
  const { context } = request;
  assertCan(context.actor, 'snapshots.read', {});
  const rows = await listSummaries(context.db);
  const newest = newestFullHalf(dayOf(context.clock.now()));
  const around = [halfBeside(newest, 'before'), newest, halfBeside(newest, 'after')];
  const periods = new Set([...around, ...rows.map(({ period }) => period)]);
  return {
    newest,
    periods: [...periods].toSorted().toReversed(),
    items: rows.map(({ correctsId, sentAt, receipt, ...row }) => ({
      ...row,
      ...(correctsId === null ? {} : { corrects: correctsId }),
      ...(sentAt === null ? {} : { sentAt }),
      ...(receipt === null ? {} : { receipt }),
    })),
  };
}

function withoutUnit<Approval extends { organizationId: string | null }>(approval: Approval) {
  const { organizationId: _organizationId, ...rest } = approval;
  return rest;
}
