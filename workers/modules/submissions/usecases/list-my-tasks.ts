import type * as v from 'valibot';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { Grant, Permission } from '#schema/contracts/permission.ts';
import type { MyTasksSchema, SubmissionSummary } from '#schema/contracts/submissions.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { groupOf } from '../submissions.domain.ts';
import type { TaskGroup } from '../submissions.domain.ts';
import { listOfOrganizations } from '../submissions.repository.ts';
import { summarize } from './summarize.ts';

type MyTasks = v.InferOutput<typeof MyTasksSchema>;
const mine: readonly Permission[] = ['submissions.fill', 'submissions.sign-off'];

/** 我的任务: what the units of this person still have to do, in three groups by date. */
export async function listMyTasks({ context }: { context: TenantContext }): Promise<MyTasks> {
  const unitIds = ownUnits(context.actor.grants);
  if (unitIds.length === 0) throw platformErrors['platform.forbidden']();
  const now = context.clock.now();
  const today = dayAt(now);
  const [filings, units] = await Promise.all([
    listOfOrganizations(context.db, unitIds),
    findOrganizations(context.db, unitIds),
  ]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const groups = new Map<TaskGroup, typeof filings>();
  for (const filing of filings) {
    const group = groupOf(filing, today);
    groups.set(group, [...(groups.get(group) ?? []), filing]);
  }
  const rows = (group: TaskGroup): Promise<SubmissionSummary[]> =>
    summarize(context, groups.get(group) ?? [], names);
  const [nowRows, month, later, waiting] = await Promise.all([
    rows('now'),
    rows('month'),
    rows('later'),
    rows('waiting'),
  ]);
  const next = [...month, ...later].find(({ dueOn }) => dueOn !== undefined);
  return {
    asOf: now,
    now: nowRows,
    month,
    later,
    waiting,
    done: groups.get('done')?.length ?? 0,
    ...(next?.dueOn === undefined ? {} : { next: { title: next.title, on: next.dueOn } }),
  };
}

/** Units in which this person holds a post that fills or signs, not those merely within reach. */
function ownUnits(grants: readonly Grant[]): string[] {
  const own = grants.filter(
    (grant) =>
      grant.organizationId !== null && mine.some((action) => grant.permissions.includes(action)),
  );
  return [...new Set(own.flatMap(({ organizationId }) => organizationId ?? []))];
}
