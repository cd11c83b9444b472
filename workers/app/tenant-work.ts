import { onAuditHeadSigned, signHeadHourly } from '#workers/modules/audit/index.ts';
import { onMessageDue, onPersonJoined } from '#workers/modules/reminders/index.ts';
import { onSnapshotSent } from '#workers/modules/snapshots/index.ts';
import type { Deliver } from '#workers/modules/snapshots/index.ts';
import { CONTROL_NAMESPACE, listMirroredTenants } from '#workers/modules/tenants/index.ts';
import type { TenantJobContext, TenantResolver } from '#workers/modules/tenants/index.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import { sweepOutbox } from '#workers/platform/outbox/dispatch-outbox.ts';
import type { DispatchReport } from '#workers/platform/outbox/dispatch-outbox.ts';
import type { AppDependencies } from './dependencies.ts';
import { SHARED_DEPLOYMENT } from './dependencies.ts';
import { tenantHandlers } from './tenant-handlers.ts';
import { createMessaging } from './tenant-messaging.ts';
import { createTending } from './tenant-tending.ts';

/** Events of answers that follow one another closely leave in one sweep. */
const gatherMs = 150;
/** A sweep that was cut off with its request holds nobody up for longer. */
const sweepMs = 20_000;
/** Tenants that one tick looks after; with more of them each has its turn within some minutes. */
const tenantsATick = 50;
const minuteMs = 60_000;

/** What happens without anybody asking: events on their way, heads of the audit trail signed. */
export type TenantWork = {
  /** Delivers a tenant's events: after an answer, and again at every tick until they are through. */
  sweep(slug: string): Promise<DispatchReport>;
  /** The same after an answer; while one sweep of a tenant is under way it takes the newer ones too. */
  sweepSoon(slug: string): Promise<void>;
  /** The minute's work; one tenant's failure is logged and keeps no other waiting. */
  tick(): Promise<void>;
};

export function createTenantWork(
  deps: AppDependencies,
  resolver: TenantResolver,
  deliver: Deliver,
): TenantWork {
  const sweep = async (slug: string) => {
    const opened = await resolver.openTenant(slug);
    if (opened.tenant.status === 'suspended') return { done: 0, later: 0, dead: 0 };
    const { clock, ids } = deps;
    const context: TenantJobContext = { ...opened, clock, ids };
    const writer = deps.writerOf(slug);
    const messaging = createMessaging(deps, opened.tenant);
    const handlers = [
      ...tenantHandlers.map((create) => create(context)),
      onSnapshotSent({ ...context, readKey: () => deps.keyRing.keyFor(slug), deliver }),
      onMessageDue({ ...context, messaging }),
      onPersonJoined({ ...context, messaging }),
      ...outside(deps, writer),
    ];
    return sweepOutbox({ db: opened.db, writer, handlers, clock });
  };
  const tend = createTending(deps, resolver);
  const underWay = new Map<string, number>();
  const askedAgain = new Set<string>();
  return {
    sweep,
    async sweepSoon(slug) {
      const now = deps.clock.now();
      if (now - (underWay.get(slug) ?? -Infinity) < sweepMs) {
        askedAgain.add(slug);
        return;
      }
      underWay.set(slug, now);
      try {
        do {
          await new Promise((resolve) => setTimeout(resolve, gatherMs));
          askedAgain.delete(slug);
          await sweep(slug);
        } while (askedAgain.has(slug));
      } catch (error) {
        deps.logger.error('sweep', { tenant: slug, error });
      } finally {
        underWay.delete(slug);
      }
    },
    async tick() {
      for (const slug of await tenantsOfThisMinute(deps, resolver)) {
        try {
          await signHeadHourly({ ...(await headOf(deps, resolver, slug)), clock: deps.clock });
          await sweep(slug);
          await tend(slug);
        } catch (error) {
          deps.logger.error('tick', { tenant: slug, error: String(error) });
        }
      }
    },
  };
}

async function tenantsOfThisMinute(
  deps: AppDependencies,
  resolver: TenantResolver,
): Promise<string[]> {
  if (deps.deployment !== SHARED_DEPLOYMENT) return [deps.deployment];
  const { db } = await resolver.openControl();
  const active = (await listMirroredTenants(db)).filter(({ status }) => status === 'active');
  const turns = Math.max(1, Math.ceil(active.length / tenantsATick));
  const turn = Math.floor(deps.clock.now() / minuteMs) % turns;
  return active.slice(turn * tenantsATick, (turn + 1) * tenantsATick).map(({ slug }) => slug);
}

async function headOf(deps: AppDependencies, resolver: TenantResolver, slug: string) {
  const { db, writer } = await resolver.openTenant(slug);
  return { namespace: slug, db, writer, key: await deps.keyRing.keyFor(slug) };
}

/** A region's deployment holds no key for control: its heads leave with its snapshots. */
function outside({ deployment, writerOf, clock }: AppDependencies, writer: Writer) {
  if (deployment !== SHARED_DEPLOYMENT) return [];
  return [onAuditHeadSigned({ writer, control: writerOf(CONTROL_NAMESPACE), clock })];
}
