import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { listOpenActs, moveAct } from '../acts.repository.ts';
import { UNIT_ENDED } from '../organizations.events.ts';

/**
 * The day after a unit was closed or merged, its consequences are drawn: what it still owed is
 * exempted or passed on. Before that the ending could be taken back without a trace in the work.
 */
export async function settleEndings(
  context: Pick<TenantJobContext, 'db' | 'writer' | 'clock'>,
): Promise<number> {
  const at = context.clock.now();
  const today = dayOf(at);
  const standing = await listOpenActs(context.db, today);
  const due = standing.filter((act) => dayOf(act.at) < today);
  for (const { id, organizationId, effectiveOn: on, reason, facts } of due) {
    const { into, intoId } = facts;
    const payload = { organizationId, intoId, into, on, reason };
    await commitOrThrow(context.writer, {
      steps: [moveAct(id, 'standing', 'settled')],
      audit: {
        action: 'organization.settle',
        actor: { kind: 'system', id: 'settle-endings' },
        subjectKind: 'organization',
        subjectId: organizationId,
        at,
        facts: { act: id, ...payload },
      },
      events: [{ type: UNIT_ENDED, subjectId: organizationId, payload }],
    });
  }
  return due.length;
}
