import * as v from 'valibot';
import { UNIT_ENDED, UnitEndedSchema } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { passEntriesOn } from '../usecases/follow-ending.ts';

/** Open entries of a merged unit go on at the one that took it over. */
export function onUnitEnded(context: TenantJobContext): OutboxHandler {
  return {
    name: 'registers.pass-on-of-ended',
    event: UNIT_ENDED,
    handle: async ({ event, mark }) => {
      const input = v.parse(UnitEndedSchema, event.payload);
      await passEntriesOn({ context, input, mark });
    },
  };
}
