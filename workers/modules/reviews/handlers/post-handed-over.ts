import * as v from 'valibot';
import { POST_HANDED_OVER, PostHandedOverSchema } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { passOpinionsOn } from '../usecases/pass-opinions-on.ts';

/** What was asked of somebody who has handed the post over is asked of who follows. */
export function onPostHandedOver(context: TenantJobContext): OutboxHandler {
  return {
    name: 'reviews.pass-opinions-on',
    event: POST_HANDED_OVER,
    handle: async ({ event, mark }) => {
      const input = v.parse(PostHandedOverSchema, event.payload);
      await passOpinionsOn({ context, input, mark });
    },
  };
}
