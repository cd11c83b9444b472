import * as v from 'valibot';
import { UNIT_ENDED, UnitEndedSchema } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { excuseOfEnded } from '../usecases/follow-ending.ts';

/** A unit that has ended owes no reply any more. */
export function onUnitEnded(context: TenantJobContext): OutboxHandler {
  return {
    name: 'requests.excuse-of-ended',
    event: UNIT_ENDED,
    handle: async ({ event, mark }) => {
      const input = v.parse(UnitEndedSchema, event.payload);
      await excuseOfEnded({ context, input, mark });
    },
  };
}
