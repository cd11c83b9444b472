import { For, Show } from 'solid-js';
import type { Inbox, Message } from '#schema/contracts/reminders.ts';
import { formatMoment } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { ComputedAsOf, PageHeader } from '#web/ui/page.component.tsx';
import { Empty, QueryView } from '#web/ui/state.component.tsx';
import { ReceptionForm } from './reception.component.tsx';
import { useInbox } from './reminders.queries.ts';
import './reminders.css';

/** 待办: where the work is; pages of the other application open anew. */
const WaitingList = (props: { inbox: Inbox }) => (
  <section aria-labelledby="waiting">
    <h2 class="section-title" id="waiting">
      {t('reminders.waiting')} <ComputedAsOf at={props.inbox.asOf} />
    </h2>
    <Show
      when={props.inbox.waiting.length > 0}
      fallback={<Empty title={t('reminders.nothing-waits')} next={t('reminders.nothing-next')} />}
    >
      <ul class="message-list">
        <For each={props.inbox.waiting}>
          {({ kind, count, href }) => (
            <li>
              <a href={href} rel="external">
                {t(`reminders.waiting-${kind}`, { count: formatCount(count) })}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </section>
);

const MessageRow = (props: { message: Message; asOf: number }) => (
  <li>
    <div class="row-apart">
      <a href={props.message.href} rel="external">
        {localText(props.message.title)}
      </a>
      <span class="small soft nowrap">{formatMoment(props.message.at, props.asOf)}</span>
    </div>
    <p class="message-body">{localText(props.message.body)}</p>
  </li>
);

const MessageList = (props: { inbox: Inbox }) => (
  <section aria-labelledby="told">
    <h2 class="section-title" id="told">
      {t('reminders.told')}
    </h2>
    <Show
      when={props.inbox.messages.length > 0}
      fallback={<p class="soft">{t('reminders.nothing-told')}</p>}
    >
      <ul class="message-list">
        <For each={props.inbox.messages}>
          {(message) => <MessageRow message={message} asOf={props.inbox.asOf} />}
        </For>
      </ul>
    </Show>
  </section>
);

/** 我的消息: what waits, what one was told, and by which way. */
export const InboxView = () => {
  const inbox = useInbox();
  return (
    <>
      <PageHeader title={t('reminders.title')} />
      <div class="stack-wide">
        <QueryView query={inbox}>
          {(data) => (
            <div class="stack-wide">
              <WaitingList inbox={data()} />
              <MessageList inbox={data()} />
            </div>
          )}
        </QueryView>
        <ReceptionForm />
      </div>
    </>
  );
};
