import { receiveSnapshot } from '#workers/modules/oversight/index.ts';
import {
  onSnapshotSent,
  prepareSnapshot,
  sendSnapshot,
  signSnapshot,
  submitSnapshot,
} from '#workers/modules/snapshots/index.ts';
import type { ControlDatabase } from '#workers/platform/database/database.driver.ts';
import { createIds } from '#workers/platform/ids.ts';
import { sweepOutbox } from '#workers/platform/outbox/dispatch-outbox.ts';
import type { OutboxWriter } from '#workers/platform/outbox/outbox-writer.ts';
import { actAs } from './act-as.ts';
import { contextAt } from './demo-tenant.ts';
import type { DemoTenant } from './demo-tenant.ts';
import { readReport } from './ledger.repository.ts';

type Control = { readonly db: ControlDatabase; readonly writer: OutboxWriter };

const hourMs = 60 * 60 * 1000;

/** The half-year reported upwards, post by post, and received; one region still has it to do. */
export async function seedReports(
  tenant: DemoTenant,
  control: Control,
): Promise<{ reports: number }> {
  const { world, plan } = tenant;
  const period = `${world.year}-H1`;
  const isOver = world.now > Date.parse(`${world.year}-07-01T10:00:00+08:00`);
  if (plan.unreported === true || !isOver) return { reports: 0 };
  const preparedAt = Math.max(
    world.now - 48 * hourMs,
    Date.parse(`${world.year}-07-01T09:00:00+08:00`),
  );
  let report = await readReport(tenant.db, period);
  if (report === undefined) {
    report = await prepareSnapshot({
      context: await actAs(tenant, 'drafter', preparedAt),
      input: { period },
    });
  }
  const { id } = report;
  if (report.state === 'draft') {
    const context = await actAs(tenant, 'drafter', preparedAt + hourMs);
    report = await submitSnapshot({ context, input: { id } });
  }
  if (report.state === 'signing') report = await signReport(tenant, id, preparedAt);
  const sentAt = preparedAt + 6 * hourMs;
  if (report.state === 'signed') {
    await sendSnapshot({ context: await actAs(tenant, 'drafter', sentAt), input: { id } });
  }
  await deliverReport(tenant, control, sentAt);
  return { reports: 1 };
}

async function signReport(tenant: DemoTenant, id: string, preparedAt: number) {
  const checker = await actAs(tenant, 'checker', preparedAt + 3 * hourMs);
  const signer = await actAs(tenant, 'signer', preparedAt + 5 * hourMs);
  await signSnapshot({ context: checker, input: { id, step: 'checked' } });
  return signSnapshot({ context: signer, input: { id, step: 'signed' } });
}

/** Nothing listens yet while a demo is brought in: the delivery is handed over in this process. */
async function deliverReport(tenant: DemoTenant, control: Control, sentAt: number): Promise<void> {
  const context = contextAt(tenant, sentAt);
  const { clock, db } = context;
  const higher = { ...control, clock, ids: createIds(clock) };
  const handler = onSnapshotSent({
    ...context,
    readKey: tenant.readKey,
    deliver: (delivery) => receiveSnapshot({ context: higher, input: delivery }),
  });
  const { later, dead } = await sweepOutbox({
    db,
    writer: tenant.writer,
    clock,
    handlers: [handler],
    workMs: Infinity,
  });
  if (later + dead > 0) throw new Error(`the report of ${tenant.tenant.slug} was not taken`);
}
