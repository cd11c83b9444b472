import * as v from 'valibot';
import { UNIT_ENDED, UnitEndedSchema } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { exemptOfEnded } from '../usecases/follow-ending.ts';

/** A unit that has ended owes nothing that it never filed. */
export function onUnitEnded(context: TenantJobContext): OutboxHandler {
  return {
    name: 'submissions.exempt-of-ended',
    event: UNIT_ENDED,
    handle: async ({ event, mark }) => {
      const input = v.parse(UnitEndedSchema, event.payload);
      await exemptOfEnded({ context, input, mark });
    },
  };
}
