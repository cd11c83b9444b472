import { Show, createSignal, untrack } from 'solid-js';
import type { HandOverEntry } from '#schema/contracts/register-hand-over.ts';
import type { EntryDetail } from '#schema/contracts/registers.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { createAct } from './hand-over-act.component.tsx';
import type { HandOverProps } from './hand-over-act.component.tsx';

type Verb = EntryDetail['handOver']['verbs'][number];

const goesOut = (verb: Verb | '') => verb === 'refer' || verb === 'transfer';

const createHandOver = (props: HandOverProps) => {
  const [verb, setVerb] = createSignal<Verb | ''>(
    untrack(() => props.found.handOver.verbs[0] ?? ''),
  );
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
  return {
    verb,
    setVerb,
    post,
    setPost,
    organ,
    setOrgan,
    letter,
    setLetter,
    replyBy,
    setReplyBy,
    reason,
    setReason,
    command,
    isReady,
    hand,
  };
};

type Model = ReturnType<typeof createHandOver>;

const Outside = (props: { model: Model }) => (
  <Show when={goesOut(props.model.verb())}>
    <TextField
      name="organ"
      label={t('registers.hand-over-organ')}
      required
      value={props.model.organ()}
      onInput={props.model.setOrgan}
    />
    <TextField
      name="letter"
      label={t('registers.hand-over-letter')}
      required={props.model.verb() === 'transfer'}
      value={props.model.letter()}
      onInput={props.model.setLetter}
    />
  </Show>
);

/** 转出: by which verb, to whom, why. */
export const HandOverForm = (props: HandOverProps) => {
  const model = createHandOver(props);
  return (
    <div class="stack">
      <p>{t('registers.hand-over-words', { days: props.found.handOver.refuseWithin })}</p>
      <Refusal problem={model.command.problem()} />
      <RadioGroup
        name="verb"
        label={t('registers.hand-over-verb')}
        required
        options={props.found.handOver.verbs.map((value) => ({
          value,
          label: t(`registers.verb-${value}`),
        }))}
        value={model.verb()}
        onChange={(value) => model.setVerb(value as Verb)}
      />
      <Outside model={model} />
      <TextField
        name="post"
        label={t('registers.hand-over-post')}
        required
        value={model.post()}
        onInput={model.setPost}
      />
      <Show when={model.verb() === 'assign'}>
        <DateField
          name="reply-by"
          label={t('registers.hand-over-reply')}
          required
          value={model.replyBy()}
          onInput={model.setReplyBy}
        />
      </Show>
      <TextArea
        name="hand-over-reason"
        label={t('registers.step-reason')}
        required
        rows={2}
        value={model.reason()}
        onInput={model.setReason}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={model.command.isBusy()}
          disabled={!model.isReady()}
          onClick={model.hand}
        >
          {t('registers.hand-over')}
        </Button>
      </div>
    </div>
  );
};
