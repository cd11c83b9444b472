import { Show, createSignal } from 'solid-js';
import type { EntryDetail } from '#schema/contracts/registers.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { createAct } from './hand-over-act.component.tsx';
import type { HandOverProps } from './hand-over-act.component.tsx';

type Waiting = NonNullable<EntryDetail['handOver']['waiting']>;
type Receipt = { post?: string; number?: string; on?: string };

/** 签收, or the receipt of an organ outside. */
export const ReceiptForm = (props: HandOverProps & { waiting: Waiting }) => {
  const [post, setPost] = createSignal('');
  const [number, setNumber] = createSignal('');
  const [on, setOn] = createSignal('');
  const { command, send } = createAct<Receipt>(props, 'receipt');
  const isOutside = () => props.waiting.side === 'organ';
  const sign = () =>
    void send({
      ...(isOutside() ? { post: post().trim() } : {}),
      ...(number().trim() === '' ? {} : { number: number().trim() }),
      ...(on() === '' ? {} : { on: on() }),
    });
  return (
    <div class="stack">
      <p>{t('registers.sign-words', { post: props.waiting.receiver })}</p>
      <Refusal problem={command.problem()} />
      <Show when={isOutside()}>
        <TextField
          name="receipt-post"
          label={t('registers.receipt-post')}
          required
          value={post()}
          onInput={setPost}
        />
        <TextField
          name="receipt-number"
          label={t('registers.receipt-number')}
          value={number()}
          onInput={setNumber}
        />
        <DateField
          name="receipt-on"
          label={t('registers.receipt-on')}
          value={on()}
          onInput={setOn}
        />
      </Show>
      <div class="row">
        <Button
          kind="primary"
          busy={command.isBusy()}
          disabled={isOutside() && post().trim().length < 2}
          onClick={sign}
        >
          {t('registers.sign-for')}
        </Button>
      </div>
    </div>
  );
};

/** 退回, with reason and basis. */
export const BackForm = (props: HandOverProps) => {
  const [basis, setBasis] = createSignal('');
  const { command, send } = createAct<{ reason: string; basis: string }>(props, 'hand-back');
  return (
    <div class="stack">
      <p>{t('registers.hand-back-words')}</p>
      <Refusal problem={command.problem()} />
      <TextArea
        name="basis"
        label={t('registers.hand-back-basis')}
        required
        rows={2}
        value={basis()}
        onInput={setBasis}
      />
      <ReasonedAct
        name="back-reason"
        label={t('registers.step-reason')}
        act={t('registers.hand-back')}
        busy={command.isBusy()}
        onAct={(reason) => void send({ reason, basis: basis().trim() })}
      />
    </div>
  );
};

/** 撤回 of what nobody has signed for. */
export const WithdrawForm = (props: HandOverProps) => {
  const { command, send } = createAct<{ reason: string }>(props, 'withdrawal');
  return (
    <div class="stack">
      <Refusal problem={command.problem()} />
      <ReasonedAct
        name="withdraw-reason"
        label={t('registers.step-reason')}
        act={t('registers.withdraw')}
        busy={command.isBusy()}
        onAct={(reason) => void send({ reason })}
      />
    </div>
  );
};
