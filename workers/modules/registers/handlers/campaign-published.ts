import * as v from 'valibot';
import { CAMPAIGN_PUBLISHED, CampaignPublishedSchema } from '#workers/modules/campaigns/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { openRegisters } from '../usecases/open-registers.ts';

/** A published version defines its registers and opens the instances of its master lists. */
export function onRegistersPublished(context: TenantJobContext): OutboxHandler {
  return {
    name: 'registers.open',
    event: CAMPAIGN_PUBLISHED,
    handle: async ({ event, mark }) => {
      const input = v.parse(CampaignPublishedSchema, event.payload);
      await openRegisters({ context, input, mark });
    },
  };
}
