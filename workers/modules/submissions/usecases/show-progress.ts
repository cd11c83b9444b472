import * as v from 'valibot';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { ProgressSchema } from '#schema/contracts/submissions.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { listProgress, sumProgress } from '../progress.repository.ts';
import { overdueDays, reminderText } from '../reminder.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';

type Progress = v.InferOutput<typeof ProgressSchema>;

export type ProgressInput = {
  campaign: string;
  task?: string | undefined;
  kind?: string | undefined;
  overdue?: boolean | undefined;
};

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
  const [rows, totals] = await Promise.all([
    listProgress(context.db, { ...filter, overdueOnly: input.overdue === true }),
    sumProgress(context.db, filter),
  ]);
  const late = rows.filter(({ overdue }) => overdue > 0);
  return {
    asOf,
    totals,
    rows: rows.map(({ oldestOverdue, areaId, areaName, areaOrder, liaison, urge, ...row }) => ({
      ...withoutOnTime(row),
      ...(liaison === null ? {} : { liaison }),
      ...(urge === null ? {} : { urged: readUrge(urge, asOf) }),
      ...(areaId === null
        ? {}
        : { area: { id: areaId, name: areaName ?? '', order: areaOrder ?? 0 } }),
      overdueDays: overdueDays(oldestOverdue, asOf),
    })),
    reminder: reminderText({
      asOf,
      title: await titleOf(context, campaign.currentHash, input.task),
      units: late.map(({ organizationName }) => organizationName),
      calendar: officialCalendar,
    }),
  };
}

function withoutOnTime<Row extends { onTime: number }>({ onTime: _onTime, ...row }: Row) {
  return row;
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
