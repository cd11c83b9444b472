import { Show } from 'solid-js';
import type { ReplyDetail } from '#schema/contracts/request-replies.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { ReplyAnswers, ReturnPoints } from './reply-content.component.tsx';
import { replyStatus } from './request.presenter.ts';

/** The due moment that holds for this unit, where more time was given. */
export const Moved = (props: { reply: ReplyDetail }) => (
  <Show when={props.reply.originalDueOn && props.reply.originalDueOn !== props.reply.dueOn}>
    <div class="request-section">
      <Callout title={t('requests.moved-to', { due: localText(props.reply.dueLabel) })} />
    </div>
  </Show>
);

export const Returned = (props: { reply: ReplyDetail }) => (
  <ReturnPoints
    returned={props.reply.state === 'returned' ? props.reply.returned : undefined}
    kind="warn"
    title={(count) => t('requests.returned-title', { office: props.reply.office, count })}
  />
);

/** What was filed, for whoever only reads: after 报送, after the end, without the post that fills in. */
export const ReplyRead = (props: { reply: ReplyDetail }) => (
  <section class="request-section">
    <h2 class="section-title">{t('requests.our-reply')}</h2>
    <p class="row request-ways">
      <Status kind={replyStatus(props.reply.state).kind}>
        {replyStatus(props.reply.state).words}
      </Status>
      <Show when={props.reply.late && props.reply.state !== 'excused'}>
        <Status kind="late">{t('requests.late')}</Status>
      </Show>
      <Show when={props.reply.receipt}>
        <LinkButton small href={`/request-replies/${props.reply.id}/receipt`}>
          {t('submissions.show-receipt')}
        </LinkButton>
      </Show>
    </p>
    <Show when={props.reply.excusedReason}>
      {(reason) => <Callout title={t('requests.excused-because', { reason: reason() })} />}
    </Show>
    <Show when={props.reply.nil || props.reply.state !== 'excused'}>
      <ReplyAnswers reply={props.reply} />
    </Show>
  </section>
);
