import type { ChannelKind, MessageCategory } from '#schema/contracts/reminders.ts';
import { leavesFor } from './reminders.domain.ts';
import type { Phrase } from './reminders.domain.ts';

export type Notice = {
  category: MessageCategory;
  /** What it is about; a person is told of an occasion once. */
  occasion: string;
  title: Phrase;
  body: Phrase;
  href: string;
  items: number;
};

type Reached = {
  personId: string;
  channel: ChannelKind | null;
  digest: number;
  urged: number;
};

/** A message for each person once, and a delivery for those who chose a channel for such messages. */
export function planNotices<Row extends Reached>(
  recipients: readonly Row[],
  noticeOf: (recipient: Row) => Notice | undefined,
  make: { id: (prefix: string) => string; at: number },
) {
  const planned = new Map<string, ReturnType<typeof plan>>();
  const plan = (recipient: Row, notice: Notice) => {
    const { personId, channel } = recipient;
    const message = { id: make.id('msg'), personId, ...notice, at: make.at };
    const choice = { digest: recipient.digest === 1, urged: recipient.urged === 1 };
    const leaves = channel !== null && leavesFor(notice.category, choice);
    const delivery = leaves
      ? {
          id: make.id('dlv'),
          messageId: message.id,
          personId,
          channel,
          state: 'queued' as const,
          sentAt: null,
        }
      : undefined;
    return { message, delivery };
  };
  for (const recipient of recipients) {
    const notice = noticeOf(recipient);
    if (notice === undefined) continue;
    const key = `${recipient.personId} ${notice.occasion}`;
    if (!planned.has(key)) planned.set(key, plan(recipient, notice));
  }
  const all = [...planned.values()];
  return {
    messages: all.map(({ message }) => message),
    deliveries: all.flatMap(({ delivery }) => delivery ?? []),
  };
}
