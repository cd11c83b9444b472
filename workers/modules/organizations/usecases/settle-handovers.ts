import type { HandoverMoved } from '#schema/contracts/handovers.ts';
import { bumpAuthority } from '#workers/modules/identity/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { insertGrants, listGrantsOf, revokeGrantRow } from '../grants.repository.ts';
import { listDueHandovers, listHeldPosts, updateHandover } from '../handovers.repository.ts';
import type { HeldPost, StoredHandover } from '../handovers.repository.ts';
import { POST_HANDED_OVER } from '../organizations.events.ts';

type Context = Pick<TenantJobContext, 'db' | 'writer' | 'clock' | 'ids'>;

/** Posts whose day has come, acknowledged by who follows, change hands. */
export async function settleHandovers(context: Context): Promise<number> {
  const due = await listDueHandovers(context.db, dayOf(context.clock.now()));
  for (const row of due) await settleHandover(context, row);
  return due.length;
}

/**
 * The predecessor's grant ends and the successor has the same, in one change. Where the grant was
 * taken back meanwhile there is nothing to hand over.
 */
export async function settleHandover(
  context: Context,
  row: StoredHandover,
): Promise<HandoverMoved> {
  const at = context.clock.now();
  const { id, fromId, toId, role, organizationId, grantId } = row;
  const [held] = await listHeldPosts(context.db, { grantId });
  const state = held === undefined ? ('withdrawn' as const) : ('settled' as const);
  const passing = held === undefined ? [] : await passOn(context, row, held);
  const payload = { handoverId: id, fromId, toId, toPost: row.toPost, role, organizationId };
  await commitOrThrow(context.writer, {
    steps: [updateHandover(row, { state, settledAt: at }), ...passing],
    audit: {
      action: 'account.hand-over',
      actor: { kind: 'system', id: 'settle-handovers' },
      subjectKind: 'handover',
      subjectId: id,
      at,
      facts: { state, from: fromId, to: toId, role, organizationId, grant: grantId },
    },
    events: held === undefined ? [] : [{ type: POST_HANDED_OVER, subjectId: id, payload }],
  });
  return { id, state, version: row.version + 1 };
}

async function passOn(context: Context, row: StoredHandover, held: HeldPost): Promise<Step[]> {
  const at = context.clock.now();
  const { toId, role, organizationId, on } = row;
  const { relation, tasks, sections, validTo: to } = held;
  const own = await listGrantsOf(context.db, [toId]);
  const hasIt = own.some(
    (grant) =>
      grant.role === role &&
      grant.organizationId === organizationId &&
      grant.relation === relation &&
      grant.to === null,
  );
  const place = { personId: toId, role, relation, organizationId, tasks, sections };
  const grant = { id: context.ids.next('grt'), ...place, from: on, to };
  return [
    revokeGrantRow(held.id, at),
    ...(hasIt ? [] : insertGrants([grant], at)),
    bumpAuthority([row.fromId, toId]),
  ];
}
