import { UNITS_MOVED } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { followMoves } from '../usecases/follow-moves.ts';

/** What is open at a unit goes along when the unit comes under another superior. */
export function onUnitsMoved(context: TenantJobContext): OutboxHandler {
  return {
    name: 'registers.follow-moves',
    event: UNITS_MOVED,
    handle: async ({ mark }) => {
      await followMoves({ context, mark });
    },
  };
}
