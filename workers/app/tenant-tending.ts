import { figureImportRules } from '#workers/modules/imported-figures/index.ts';
import {
  followDates,
  settleEndings,
  settleHandovers,
  tendImports,
} from '#workers/modules/organizations/index.ts';
import { sweepProposals } from '#workers/modules/proposals/index.ts';
import { recountDaily } from '#workers/modules/registers/index.ts';
import { sendDigests, sendWeeklyLists } from '#workers/modules/reminders/index.ts';
import type { TenantResolver } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import type { AppDependencies } from './dependencies.ts';
import { createMessaging } from './tenant-messaging.ts';

/**
 * What a day brings without anybody's doing: units that a dated relation moves, totals counted
 * anew, rules held against the facts of every unit, the day's digests and the week's lists. An isolate looks for moves once a day and tenant; looking again after a restart is harmless.
 */
export function createTending(
  deps: AppDependencies,
  resolver: TenantResolver,
): (slug: string) => Promise<void> {
  const { clock, ids } = deps;
  const followed = new Map<string, string>();
  return async (slug) => {
    const opened = await resolver.openTenant(slug);
    if (opened.tenant.status === 'suspended') return;
    const context = { ...opened, clock, ids };
    const today = dayOf(clock.now());
    if (followed.get(slug) !== today) {
      await followDates(context);
      await settleEndings(context);
      await settleHandovers(context);
      followed.set(slug, today);
    }
    const { box } = createMessaging(deps, opened.tenant);
    await tendImports({ ...context, box }, [figureImportRules]);
    await recountDaily(context);
    await sweepProposals(context);
    await sendDigests(context);
    await sendWeeklyLists(context);
  };
}
