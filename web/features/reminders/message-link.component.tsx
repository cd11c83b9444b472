import { A } from '@solidjs/router';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { dataOf } from '#web/ui/state.component.tsx';
import { useWaitingCount } from './reminders.queries.ts';

/** 消息, with what waits in words; it leads there and counts nothing as read. */
export const MessageLink = () => {
  const waiting = useWaitingCount();
  const words = () => {
    const count = dataOf(waiting)?.count ?? 0;
    return count === 0
      ? t('reminders.messages')
      : t('reminders.messages-waiting', { count: formatCount(count) });
  };
  return (
    <A class="button button-quiet button-small" href="/messages">
      {words()}
    </A>
  );
};
