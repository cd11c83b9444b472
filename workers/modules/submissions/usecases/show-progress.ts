import * as v from 'valibot';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { ProgressSchema } from '#schema/contracts/submissions.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { listProgress, sumProgress } from '../progress.repository.ts';
import { overdueDays, reminderText } from '../reminder.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';

type Progress = v.InferOutput<typeof ProgressSchema>;

export type ProgressInput = {
  campaign: string;
  task?: string | undefined;
  kind?: string | undefined;
  overdue?: boolean | undefined;
  /** All units unless told. */
  limit?: string | undefined;
  cursor?: string | undefined;
};

const keySchema = v.tuple([v.number(), v.string()]);

/** 报送进度: who owes what, who has filed, who is overdue, within the reader's range. */
export async function showProgress(request: {
  context: TenantContext;
  input: ProgressInput;
}): Promise<Progress> {
  const { context, input } = request;
  assertHolds(context.actor, 'submissions.read');
  const campaign = await findCampaignRow(context.db, input.campaign);
  if (campaign === undefined) throw submissionsErrors['submissions.not_found']();
  const asOf = context.clock.now();
  const filter = {
    campaignId: campaign.id,
    task: input.task,
    kind: input.kind,
    range: rangeOf(context.actor, 'submissions.read'),
    asOf,
  };
  const page = input.limit === undefined ? undefined : pageRequestOf(input, keySchema);
  const [found, { overdueNames: units, ...totals }, title] = await Promise.all([
    listProgress(context.db, {
      ...filter,
      overdueOnly: input.overdue === true,
      ...(page && { page: { ...page, limit: page.limit + 1 } }),
    }),
    sumProgress(context.db, filter),
    titleOf(context, campaign.currentHash, input.task),
  ]);
  const { items, nextCursor } = toPage(found, page?.limit ?? found.length, (row) => [
    row.order,
    row.organizationId,
  ]);
  return {
    asOf,
    totals,
    rows: items.map((row) => toRow(row, asOf)),
    reminder: reminderText({ asOf, title, units, calendar: officialCalendar }),
    ...(nextCursor === null ? {} : { next: nextCursor }),
  };
}

type Found = Awaited<ReturnType<typeof listProgress>>[number];

function toRow(found: Found, asOf: number): Progress['rows'][number] {
  const { oldestOverdue, areaId, areaName, areaOrder, liaison, urge, ...rest } = found;
  const { onTime: _onTime, order: _order, ...row } = rest;
  return {
    ...row,
    ...(liaison === null ? {} : { liaison }),
    ...(urge === null ? {} : { urged: readUrge(urge, asOf) }),
    ...(areaId === null
      ? {}
      : { area: { id: areaId, name: areaName ?? '', order: areaOrder ?? 0 } }),
    overdueDays: overdueDays(oldestOverdue, asOf),
  };
}

const urgeSchema = v.object({ at: v.number(), post: v.string() });

function readUrge(text: string, asOf: number) {
  const { at, post } = v.parse(urgeSchema, JSON.parse(text));
  return { at, post, today: dayAt(at) === dayAt(asOf) };
}

async function titleOf(context: TenantContext, hash: string, task: string | undefined) {
  if (task === undefined) return undefined;
  const { campaign } = await loadVersion(context.db, hash);
  const title = campaign.tasks.find(({ key }) => key === task)?.title;
  if (title === undefined) return undefined;
  return { zh: textIn(title, 'zh-CN').value, en: textIn(title, 'en').value };
}
