import * as v from 'valibot';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { SNAPSHOT_SENT, SnapshotSentSchema } from '../snapshots.events.ts';
import { deliverSnapshot } from '../usecases/deliver-snapshot.ts';
import type { DeliveryContext } from '../usecases/deliver-snapshot.ts';

/** What was sent is delivered to the higher authority; what fails is tried again by the outbox. */
export function onSnapshotSent(context: DeliveryContext): OutboxHandler {
  return {
    name: 'snapshots.deliver',
    event: SNAPSHOT_SENT,
    handle: async ({ event, mark }) => {
      const { snapshotId } = v.parse(SnapshotSentSchema, event.payload);
      await deliverSnapshot({ context, input: { snapshotId, auditSeq: event.auditSeq, mark } });
    },
  };
}
