import { InboxView } from '#web/features/reminders/inbox.component.tsx';

/** 我的消息. */
export const MessagesPage = () => <InboxView />;
