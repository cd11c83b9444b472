import { Show, createSignal } from 'solid-js';
import type { ReplyDetail, RequestAsk } from '#schema/contracts/request-replies.ts';
import { createCommand } from '#web/shared/command.ts';
import { parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { MomentFields } from './moment-fields.component.tsx';
import { isHour } from './moment.presenter.ts';
import { replyPath, useRequestsChanged } from './requests.queries.ts';

const AskForm = (props: { reply: ReplyDetail; onDone: () => void }) => {
  const changed = useRequestsChanged();
  const [on, setOn] = createSignal('');
  const [hour, setHour] = createSignal('17:30');
  const [reason, setReason] = createSignal('');
  const command = createCommand<void, RequestAsk>(() => ({
    method: 'POST',
    path: `${replyPath(props.reply.id)}/asks`,
    body: { to: { on: parseDay(on()), hour: hour() }, reason: reason().trim() },
  }));
  const isReady = () =>
    parseDay(on()) !== undefined && isHour(hour()) && reason().trim().length > 1;
  const send = async () => {
    if (!(await command.attempt())) return;
    announce(t('requests.asked-done'));
    await changed();
    props.onDone();
  };
  return (
    <div class="stack">
      <p>{t('requests.ask-words')}</p>
      <Refusal problem={command.problem()} />
      <MomentFields
        name="ask"
        label={t('requests.ask-until')}
        on={on()}
        hour={hour()}
        onDay={setOn}
        onHour={setHour}
      />
      <TextArea
        name="ask-reason"
        label={t('requests.reason')}
        required
        rows={2}
        value={reason()}
        onInput={setReason}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={command.isBusy()}
          disabled={!isReady()}
          onClick={() => void send()}
        >
          {t('requests.ask-send')}
        </Button>
      </div>
    </div>
  );
};

/** 申请延期: before the due moment, once at a time. */
export const AskMoreTime = (props: { reply: ReplyDetail }) => {
  const [isOpen, setOpen] = createSignal(false);
  const canAsk = () => props.reply.may.file && !props.reply.late && !props.reply.asked;
  return (
    <Show when={canAsk()}>
      <Button small kind="quiet" onClick={() => setOpen(true)}>
        {t('requests.ask')}
      </Button>
      <Dialog open={isOpen()} title={t('requests.ask')} onClose={() => setOpen(false)}>
        <AskForm reply={props.reply} onDone={() => setOpen(false)} />
      </Dialog>
    </Show>
  );
};
