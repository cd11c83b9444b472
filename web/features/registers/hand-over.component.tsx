import { For, Match, Show, Switch, createSignal } from 'solid-js';
import type { EntryDetail, EntryMoved, HandOverEntry } from '#schema/contracts/registers.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { handOverPath } from './entry.presenter.ts';

type Props = { found: EntryDetail; onDone: () => void };
type Verb = EntryDetail['handOver']['verbs'][number];
type Waiting = NonNullable<EntryDetail['handOver']['waiting']>;
type Opened = 'hand-over' | 'receipt' | 'hand-back' | 'withdrawal';

function createAct<Body>(props: Props, act: Opened) {
  const command = createCommand<Body, EntryMoved>((body) => ({
    method: 'POST',
    path: handOverPath(props.found, act),
    ifMatch: `"${props.found.summary.version}"`,
    body,
  }));
  const send = async (body: Body) => {
    if (await command.attempt(body)) props.onDone();
  };
  return { command, send };
}

const Refusal = (props: { command: { problem: () => { title: string } | undefined } }) => (
  <Show when={props.command.problem()}>
    {(problem) => <Callout kind="error" live title={problem().title} />}
  </Show>
);

const goesOut = (verb: Verb | '') => verb === 'refer' || verb === 'transfer';

const HandOverForm = (props: Props) => {
  const [verb, setVerb] = createSignal<Verb | ''>(props.found.handOver.verbs[0] ?? '');
  const [post, setPost] = createSignal('');
  const [organ, setOrgan] = createSignal('');
  const [letter, setLetter] = createSignal('');
  const [replyBy, setReplyBy] = createSignal('');
  const [reason, setReason] = createSignal('');
  const { command, send } = createAct<HandOverEntry>(props, 'hand-over');
  const isReady = () =>
    post().trim().length > 1 &&
    reason().trim().length > 1 &&
    (!goesOut(verb()) || organ().trim().length > 1) &&
    (verb() !== 'transfer' || letter().trim() !== '') &&
    (verb() !== 'assign' || replyBy() !== '');
  const hand = () => {
    const chosen = verb();
    if (chosen === '') return;
    void send({
      verb: chosen,
      post: post().trim(),
      ...(goesOut(chosen) ? { organ: organ().trim() } : {}),
      ...(goesOut(chosen) && letter().trim() !== '' ? { letter: letter().trim() } : {}),
      ...(chosen === 'assign' ? { replyBy: replyBy() } : {}),
      reason: reason().trim(),
    });
  };
  return (
    <div class="stack">
      <p>{t('registers.hand-over-words', { days: props.found.handOver.refuseWithin })}</p>
      <Refusal command={command} />
      <RadioGroup
        name="verb"
        label={t('registers.hand-over-verb')}
        required
        options={props.found.handOver.verbs.map((value) => ({
          value,
          label: t(`registers.verb-${value}`),
        }))}
        value={verb()}
        onChange={(value) => setVerb(value as Verb)}
      />
      <Show when={goesOut(verb())}>
        <TextField
          name="organ"
          label={t('registers.hand-over-organ')}
          required
          value={organ()}
          onInput={setOrgan}
        />
        <TextField
          name="letter"
          label={t('registers.hand-over-letter')}
          required={verb() === 'transfer'}
          value={letter()}
          onInput={setLetter}
        />
      </Show>
      <TextField
        name="post"
        label={t('registers.hand-over-post')}
        required
        value={post()}
        onInput={setPost}
      />
      <Show when={verb() === 'assign'}>
        <DateField
          name="reply-by"
          label={t('registers.hand-over-reply')}
          required
          value={replyBy()}
          onInput={setReplyBy}
        />
      </Show>
      <TextArea
        name="hand-over-reason"
        label={t('registers.step-reason')}
        required
        rows={2}
        value={reason()}
        onInput={setReason}
      />
      <div class="row">
        <Button kind="primary" busy={command.isBusy()} disabled={!isReady()} onClick={hand}>
          {t('registers.hand-over')}
        </Button>
      </div>
    </div>
  );
};

type Receipt = { post?: string; number?: string; on?: string };

const ReceiptForm = (props: Props & { waiting: Waiting }) => {
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
      <Refusal command={command} />
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

const BackForm = (props: Props) => {
  const [basis, setBasis] = createSignal('');
  const { command, send } = createAct<{ reason: string; basis: string }>(props, 'hand-back');
  return (
    <div class="stack">
      <p>{t('registers.hand-back-words')}</p>
      <Refusal command={command} />
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

const WithdrawForm = (props: Props) => {
  const { command, send } = createAct<{ reason: string }>(props, 'withdrawal');
  return (
    <div class="stack">
      <Refusal command={command} />
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

/** 首接负责: who answers for it now, whose signature is awaited, and what this person may do. */
export const HandOverPart = (props: Props) => {
  const [opened, setOpened] = createSignal<Opened>();
  const done = () => {
    setOpened(undefined);
    props.onDone();
  };
  const acts = (): Opened[] => {
    const { verbs, waiting } = props.found.handOver;
    return [
      ...(waiting?.maySign ? (['receipt'] as const) : []),
      ...(waiting?.mayRefuse ? (['hand-back'] as const) : []),
      ...(waiting?.mayWithdraw ? (['withdrawal'] as const) : []),
      ...(verbs.length > 0 ? (['hand-over'] as const) : []),
    ];
  };
  const words = (act: Opened) =>
    ({
      'hand-over': t('registers.hand-over'),
      receipt: t('registers.sign-for'),
      'hand-back': t('registers.hand-back'),
      withdrawal: t('registers.withdraw'),
    })[act];
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
      <Dialog
        open={opened() !== undefined}
        title={words(opened() ?? 'hand-over')}
        onClose={() => setOpened(undefined)}
      >
        <Switch>
          <Match when={opened() === 'hand-over'}>
            <HandOverForm found={props.found} onDone={done} />
          </Match>
          <Match when={opened() === 'receipt' && props.found.handOver.waiting}>
            {(waiting) => <ReceiptForm found={props.found} waiting={waiting()} onDone={done} />}
          </Match>
          <Match when={opened() === 'hand-back'}>
            <BackForm found={props.found} onDone={done} />
          </Match>
          <Match when={opened() === 'withdrawal'}>
            <WithdrawForm found={props.found} onDone={done} />
          </Match>
        </Switch>
      </Dialog>
    </section>
  );
};
