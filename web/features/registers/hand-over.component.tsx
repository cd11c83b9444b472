import { For, Match, Show, Switch, createSignal } from 'solid-js';
import type { EntryDetail } from '#schema/contracts/registers.ts';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import type { HandOverAct, HandOverProps } from './hand-over-act.component.tsx';
import { BackForm, ReceiptForm, WithdrawForm } from './hand-over-answers.component.tsx';
import { HandOverForm } from './hand-over-form.component.tsx';

type Waiting = NonNullable<EntryDetail['handOver']['waiting']>;

const WaitingLines = (props: { waiting: Waiting }) => (
  <ul>
    <li>
      {t('registers.waiting-for', {
        verb: t(`registers.verb-${props.waiting.verb}`),
        receiver: props.waiting.receiver,
        on: formatDate(props.waiting.on),
      })}
    </li>
    <Show when={props.waiting.toCoordinator}>
      <li>{t('registers.to-coordinator')}</li>
    </Show>
    <Show when={props.waiting.refuseBy}>
      {(day) => <li>{t('registers.refuse-by', { day: formatDate(day()) })}</li>}
    </Show>
    <Show when={props.waiting.replyBy}>
      {(day) => <li>{t('registers.reply-by', { day: formatDate(day()) })}</li>}
    </Show>
    <Show when={props.waiting.letter}>
      {(letter) => <li>{t('registers.letter', { letter: letter() })}</li>}
    </Show>
  </ul>
);

const words = (act: HandOverAct) =>
  ({
    'hand-over': t('registers.hand-over'),
    receipt: t('registers.sign-for'),
    'hand-back': t('registers.hand-back'),
    withdrawal: t('registers.withdraw'),
  })[act];

const Opening = (
  props: HandOverProps & { opened: HandOverAct | undefined; onClose: () => void },
) => (
  <Dialog
    open={props.opened !== undefined}
    title={words(props.opened ?? 'hand-over')}
    onClose={() => props.onClose()}
  >
    <Switch>
      <Match when={props.opened === 'hand-over'}>
        <HandOverForm found={props.found} onDone={props.onDone} />
      </Match>
      <Match when={props.opened === 'receipt' && props.found.handOver.waiting}>
        {(waiting) => <ReceiptForm found={props.found} waiting={waiting()} onDone={props.onDone} />}
      </Match>
      <Match when={props.opened === 'hand-back'}>
        <BackForm found={props.found} onDone={props.onDone} />
      </Match>
      <Match when={props.opened === 'withdrawal'}>
        <WithdrawForm found={props.found} onDone={props.onDone} />
      </Match>
    </Switch>
  </Dialog>
);

/** 首接负责: who answers for it now, whose signature is awaited, and what this person may do. */
export const HandOverPart = (props: HandOverProps) => {
  const [opened, setOpened] = createSignal<HandOverAct>();
  const done = () => {
    setOpened(undefined);
    props.onDone();
  };
  const acts = (): HandOverAct[] => {
    const { verbs, waiting } = props.found.handOver;
    return [
      ...(waiting?.maySign ? (['receipt'] as const) : []),
      ...(waiting?.mayRefuse ? (['hand-back'] as const) : []),
      ...(waiting?.mayWithdraw ? (['withdrawal'] as const) : []),
      ...(verbs.length > 0 ? (['hand-over'] as const) : []),
    ];
  };
  return (
    <section class="entry-part" aria-labelledby="entry-duty">
      <h2 id="entry-duty" class="section-title">
        {t('registers.duty')}
      </h2>
      <p>{t('registers.duty-now', { post: props.found.summary.responsible })}</p>
      <Show when={props.found.handOver.waiting}>
        {(waiting) => <WaitingLines waiting={waiting()} />}
      </Show>
      <div class="row no-print">
        <For each={acts()}>
          {(act) => (
            <Button
              kind={act === 'receipt' ? 'primary' : 'secondary'}
              onClick={() => setOpened(act)}
            >
              {words(act)}
            </Button>
          )}
        </For>
      </div>
      <Opening {...props} opened={opened()} onDone={done} onClose={() => setOpened(undefined)} />
    </section>
  );
};
