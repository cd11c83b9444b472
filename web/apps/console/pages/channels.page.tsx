import { ChannelsView } from '#web/features/reminders/channels.component.tsx';

/** 消息通道. */
export const ChannelsPage = () => <ChannelsView />;
