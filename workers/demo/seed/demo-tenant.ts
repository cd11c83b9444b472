import type { AuditActor } from '#schema/contracts/audit.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { StoredKey } from '#workers/platform/crypto/signature.driver.ts';
import { createIds } from '#workers/platform/ids.ts';
import type { OutboxWriter } from '#workers/platform/outbox/outbox-writer.ts';
import type { RegionPlan } from '../world/region.ts';
import type { World } from '../world/world.ts';

/** A provisioned tenant that gets a demo: its databases and files, and the world planned for it. */
export type DemoTenant = Pick<TenantJobContext, 'tenant' | 'db' | 'evidence'> & {
  readonly writer: OutboxWriter;
  readonly plan: RegionPlan;
  readonly world: World;
  /** The region's own key, with which it signs what it reports. */
  readonly readKey: () => Promise<StoredKey>;
};

export const demoActor: AuditActor = { kind: 'system', id: 'demo' };

/** The tenant as it was worked with at an instant of the demo year. */
export function contextAt(tenant: DemoTenant, instant: number): TenantJobContext {
  const { tenant: profile, db, writer, evidence } = tenant;
  const clock = { now: () => instant };
  return { tenant: profile, db, writer, evidence, clock, ids: createIds(clock) };
}

/** Ten in the morning of a day of the demo year. */
export function morningOf(world: World, monthDay: string, year: number = world.year): number {
  return Date.parse(`${year}-${monthDay}T10:00:00+08:00`);
}
