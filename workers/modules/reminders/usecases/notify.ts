import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { JsonObject, OutboxEventDraft, Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { insertDeliveries, insertMessages, insertOnlyMessages } from '../messages.repository.ts';
import type { Recipient } from '../messages.repository.ts';
import { planNotices } from '../notices.domain.ts';
import type { Notice } from '../notices.domain.ts';
import { MESSAGE_DUE } from '../reminders.events.ts';

export type NoticeContext = Pick<TenantJobContext, 'db' | 'writer' | 'clock' | 'ids'>;

/** The part of a change by which people are told: messages, and what leaves by a channel. */
export function noticeChange(
  { clock, ids }: Pick<NoticeContext, 'clock' | 'ids'>,
  recipients: readonly Recipient[],
  noticeOf: (recipient: Recipient) => Notice | undefined,
  options: { only?: boolean } = {},
): { steps: Step[]; events: OutboxEventDraft[]; told: number } {
  const make = { id: ids.next, at: clock.now() };
  const { messages, deliveries } = planNotices(recipients, noticeOf, make);
  const insert = options.only === true ? insertOnlyMessages : insertMessages;
  return {
    steps: [...insert(messages), ...insertDeliveries(deliveries)],
    events: deliveries.map(({ id }) => ({
      type: MESSAGE_DUE,
      subjectId: id,
      payload: { deliveryId: id },
    })),
    told: messages.length,
  };
}

/** Tells people of one event, once however often it is delivered. */
export async function notify(
  context: NoticeContext,
  input: {
    mark: Step;
    by: string;
    subject: { kind: string; id: string };
    recipients: readonly Recipient[];
    noticeOf: (recipient: Recipient) => Notice | undefined;
    events?: readonly OutboxEventDraft[];
    facts?: JsonObject;
  },
): Promise<void> {
  const { mark, by, subject, recipients, noticeOf, facts } = input;
  const { steps, events, told } = noticeChange(context, recipients, noticeOf);
  await commitOrThrow(context.writer, {
    steps: [mark, ...steps],
    events: [...events, ...(input.events ?? [])],
    audit: {
      action: 'notification.make',
      actor: { kind: 'system', id: by },
      subjectKind: subject.kind,
      subjectId: subject.id,
      at: context.clock.now(),
      facts: { ...facts, told },
    },
  });
}
