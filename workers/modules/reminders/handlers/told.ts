import * as v from 'valibot';
import type { ChannelKind } from '#schema/contracts/reminders.ts';
import { REQUEST_ISSUED } from '#workers/modules/requests/index.ts';
import { OPINION_ANSWERED, SUBMISSION_RETURNED } from '#workers/modules/reviews/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { DeliveryError } from '#workers/platform/messaging/message-channel.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { MESSAGE_DUE, REQUEST_TOLD, UNIT_URGED } from '../reminders.events.ts';
import { deliverMessage } from '../usecases/deliver-message.ts';
import type { DeliveryContext } from '../usecases/deliver-message.ts';
import { tellDifference } from '../usecases/tell-difference.ts';
import { tellAddressees, tellReturned, tellUrged } from '../usecases/tell-units.ts';

const UrgedSchema = v.object({ urgeId: v.string() });
const ReturnedSchema = v.object({ submissionId: v.string(), revision: v.number() });
const RequestSchema = v.object({ requestId: v.string(), after: v.optional(v.string(), '') });
const OpinionSchema = v.object({ submissionId: v.string(), opinionId: v.string() });
const DueSchema = v.object({ deliveryId: v.string() });

export function onUnitUrged(context: TenantJobContext): OutboxHandler {
  return {
    name: 'reminders.urged',
    event: UNIT_URGED,
    handle: ({ event, mark }) =>
      tellUrged(context, { ...v.parse(UrgedSchema, event.payload), mark }),
  };
}

export function onSubmissionReturned(context: TenantJobContext): OutboxHandler {
  return {
    name: 'reminders.returned',
    event: SUBMISSION_RETURNED,
    handle: ({ event, mark }) =>
      tellReturned(context, { ...v.parse(ReturnedSchema, event.payload), mark }),
  };
}

/** Two reviewers have both said what they found; where they differ somebody has to decide. */
export function onReviewersDiffer(context: TenantJobContext): OutboxHandler {
  return {
    name: 'reminders.difference',
    event: OPINION_ANSWERED,
    handle: ({ event, mark }) =>
      tellDifference(context, { ...v.parse(OpinionSchema, event.payload), mark }),
  };
}

const onRequest = (event: string) => (context: TenantJobContext) => ({
  name: 'reminders.request',
  event,
  handle: ({ event: { payload }, mark }: Parameters<OutboxHandler['handle']>[0]) =>
    tellAddressees(context, { ...v.parse(RequestSchema, payload), mark }),
});
export const onRequestIssued = onRequest(REQUEST_ISSUED);
export const onRequestTold = onRequest(REQUEST_TOLD);

/** Messages leave; a channel that is down is asked once a sweep. */
export function onMessageDue(context: DeliveryContext): OutboxHandler {
  const broken = new Map<ChannelKind, DeliveryError>();
  return {
    name: 'reminders.deliver',
    event: MESSAGE_DUE,
    handle: ({ event, mark }) =>
      deliverMessage(context, { ...v.parse(DueSchema, event.payload), mark, broken }),
  };
}
