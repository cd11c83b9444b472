import type { Inbox } from '#schema/contracts/reminders.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { inboxQuery } from '../messages.repository.ts';
import { totalOf } from '../reminders.domain.ts';
import { readWaiting } from './read-waiting.ts';

const KEPT_MS = 30 * 24 * 3_600_000;

/** 我的消息: what waits for me as it stands now, and what I was told in the last thirty days. */
export async function showInbox({ context }: { context: TenantContext }): Promise<Inbox> {
  const { actor, clock, db } = context;
  const asOf = clock.now();
  const [waiting, rows] = await Promise.all([
    readWaiting(context, [actor]),
    inboxQuery(db, actor.personId, asOf - KEPT_MS),
  ]);
  return {
    asOf,
    waiting: waiting.get(actor.personId) ?? [],
    messages: rows.map(({ id, category, title, body, href, at }) => ({
      id,
      category,
      title,
      body,
      href,
      at,
    })),
  };
}

export async function countWaiting({ context }: { context: TenantContext }) {
  const waiting = await readWaiting(context, [context.actor]);
  const count = totalOf(waiting.get(context.actor.personId) ?? []);
  return { asOf: context.clock.now(), count };
}
