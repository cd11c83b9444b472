import type { ChannelKind, ContactKind } from '#schema/contracts/reminders.ts';

/** The address that messages of a channel go to. */
export const contactOf: Readonly<Record<ChannelKind, ContactKind>> = {
  email: 'email',
  robot: 'account',
  webhook: 'account',
  sms: 'phone',
};
