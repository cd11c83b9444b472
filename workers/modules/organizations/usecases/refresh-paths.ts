import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { planPaths } from './plan-paths.ts';
import type { PlannedPaths } from './plan-paths.ts';

type Context = Pick<TenantJobContext, 'db' | 'writer' | 'clock'>;

/** Recomputes the paths from the relations in force today: a dated relation begins or ends. */
export async function refreshPaths(request: { context: Context }): Promise<number> {
  return replaceBy(request.context, await planPaths(request.context));
}

/** The same where a unit has moved since, and nothing written where none has. */
export async function followDates(context: Context): Promise<number> {
  const plan = await planPaths(context);
  if (plan.moved > 0) await replaceBy(context, plan);
  return plan.moved;
}

async function replaceBy(
  { writer, clock }: Context,
  { steps, events, paths, moved }: PlannedPaths,
): Promise<number> {
  await commitOrThrow(writer, {
    steps,
    audit: {
      action: 'organization.move',
      actor: { kind: 'system', id: 'refresh-paths' },
      subjectKind: 'organization',
      subjectId: 'tree',
      at: clock.now(),
      facts: { paths, moved },
    },
    events,
  });
  return paths;
}
