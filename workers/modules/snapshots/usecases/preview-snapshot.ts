import type { Period } from '#schema/contracts/period.ts';
import type { SnapshotPreview } from '#schema/contracts/snapshots.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { linesOf } from '../content.domain.ts';
import { listOfPeriod } from '../snapshots.repository.ts';
import { composeContent } from './compose-content.ts';

/** 「以下数据将离开本地区」 before anything is prepared. */
export async function previewSnapshot(request: {
  context: TenantContext;
  input: { period: Period };
}): Promise<SnapshotPreview> {
  const { context, input } = request;
  assertCan(context.actor, 'snapshots.read', {});
  const { content, version, previous, isOver } = await composeContent(context, input.period);
  const [newest] = await listOfPeriod(context.db, input.period);
  return {
    content,
    lines: linesOf(content, version.campaign, previous?.content),
    isOver,
    ...(previous === undefined ? {} : { previousPeriod: previous.period }),
    ...(newest === undefined ? {} : { existing: { id: newest.id, state: newest.state } }),
  };
}
