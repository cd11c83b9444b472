import { Show, createSignal } from 'solid-js';
import type { ApplicationKind, Ask } from '#schema/contracts/filing-applications.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createAsk } from './applications.queries.ts';
import type { Filing } from './filing.ts';

/** 申请延期 or 申请更正, with its reason. */
export const AskDialog = (props: {
  filing: Filing;
  kind: ApplicationKind;
  onClose: () => void;
}) => {
  const [reason, setReason] = createSignal('');
  const [dueOn, setDueOn] = createSignal('');
  const ask = createAsk(() => props.filing.draft.id());
  const isReady = () =>
    reason().trim().length >= 2 && (props.kind === 'correction' || dueOn() !== '');
  const send = async () => {
    const words = reason().trim();
    const body: Ask =
      props.kind === 'correction'
        ? { kind: 'correction', reason: words }
        : { kind: 'extension', reason: words, dueOn: dueOn() };
    if (!(await ask.attempt(body))) return;
    announce(t('submissions.asked'));
    props.onClose();
    await props.filing.refresh();
  };
  return (
    <Dialog open title={t(`submissions.ask-${props.kind}`)} onClose={() => props.onClose()}>
      <div class="stack">
        <p>{t(`submissions.ask-${props.kind}-words`)}</p>
        <Show when={props.kind === 'extension'}>
          <DateField
            name="dueOn"
            label={t('submissions.ask-until')}
            required
            value={dueOn()}
            onInput={setDueOn}
          />
        </Show>
        <TextArea
          name="reason"
          label={t('submissions.ask-reason')}
          required
          rows={3}
          value={reason()}
          onInput={setReason}
        />
        <Show when={ask.error()}>
          <LoadFailed error={ask.error()} />
        </Show>
        <div class="row">
          <Button
            kind="primary"
            busy={ask.isBusy()}
            disabled={!isReady()}
            onClick={() => void send()}
          >
            {t('submissions.ask-send')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
