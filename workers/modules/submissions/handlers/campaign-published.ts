import * as v from 'valibot';
import { CAMPAIGN_PUBLISHED, CampaignPublishedSchema } from '#workers/modules/campaigns/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { openSubmissions } from '../usecases/open-submissions.ts';

/** A published version opens the filings it asks for. */
export function onCampaignPublished(context: TenantJobContext): OutboxHandler {
  return {
    name: 'submissions.open',
    event: CAMPAIGN_PUBLISHED,
    handle: async ({ event, mark }) => {
      const input = v.parse(CampaignPublishedSchema, event.payload);
      await openSubmissions({ context, input, mark });
    },
  };
}
