import { eq } from 'drizzle-orm';
import { outboxEvents } from '#schema/tables/tenant/core.table.ts';
import { messageDeliveries, messages } from '#schema/tables/tenant/reminders.table.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { createAccounts, hashPassword } from '#workers/modules/identity/index.ts';
import { giveGrants, importOrganizations } from '#workers/modules/organizations/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { markHandled } from '#workers/platform/outbox/mark-handled.ts';

/** Clerks of further hospitals directly under the commission. */
export async function addClerks(site: TestSite, count: number): Promise<string[]> {
  const context = site.database;
  const units = Array.from({ length: count }, (_, at) => ({
    key: `more-${at}`,
    name: `东区第${at + 3}医院`,
    order: 300 + at,
    kind: 'hospital' as const,
    level: 'primary' as const,
    ownership: 'public' as const,
    relations: [{ relation: 'supervision' as const }],
  }));
  const imported = await importOrganizations({ context, input: { units, actor: testActor } });
  const secret = { passwordHash: await hashPassword('Lan-tian-07-bai-yun') };
  const accounts = imported.units.map(({ id }, at) => ({
    username: `clerk-more-${at}`,
    name: `填报岗${at}`,
    post: '填报岗',
    secret,
    organizationId: id,
  }));
  const created = await createAccounts({ context, input: { accounts, actor: testActor } });
  const grants = created.map(({ personId }, at) => ({
    personId,
    role: 'hospital-clerk' as const,
    organizationId: imported.units[at]?.id ?? '',
  }));
  await giveGrants({ context, input: { grants, actor: testActor, scope: 'tenant' } });
  return imported.units.map(({ id }) => id);
}

/** The mark of an event that is really on its way: only such a one can be handled. */
export async function markOfEvent({ site }: Pick<TestApp, 'site'>, handler: string): Promise<Step> {
  const { db, writer, clock, ids } = site.database;
  const subjectId = ids.next('tst');
  await writer.commit({
    steps: [],
    audit: {
      action: 'demo.seed',
      actor: testActor,
      subjectKind: 'test',
      subjectId,
      at: clock.now(),
      facts: {},
    },
    events: [{ type: 'test.happened', subjectId, payload: {} }],
  });
  const [event] = await db
    .select({ id: outboxEvents.id })
    .from(outboxEvents)
    .where(eq(outboxEvents.subjectId, subjectId));
  return markHandled(event?.id ?? '', handler);
}

export const messagesOf = (world: TestApp) => world.site.database.db.select().from(messages);
export const deliveriesOf = (world: TestApp) =>
  world.site.database.db.select().from(messageDeliveries);
