import { Match, Show, Switch, createSignal } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createDecision } from './decision.ts';
import type { DecisionProps } from './decision.ts';
import { createAsk } from './opinions.queries.ts';

const ways = ['office', 'second', 'move'] as const;
type Way = (typeof ways)[number];
const onPaper = 'on-paper';

type Props = DecisionProps & { onAsked: () => void };

/** Where the task itself asks for two reviewers, the second is asked on the page, with one's view. */
const waysFor = ({ double }: Props['found']) =>
  ways.filter((way) => way !== 'second' || double === undefined);

/** The whole filing goes to another office, which decides on it. */
const Moving = (props: Props) => {
  const [office, setOffice] = createSignal('');
  const [reason, setReason] = createSignal('');
  const passOn = createDecision(() => props.found);
  const offices = () =>
    props.found.offices.filter(({ title }) => title !== props.found.submission.summary.office);
  const send = async () => {
    const answer = await passOn.attempt({
      decision: 'pass-on',
      office: office(),
      reason: reason().trim(),
    });
    if (answer) props.onDecided(answer.data);
  };
  return (
    <Show when={offices().length > 0} fallback={<p class="soft">{t('reviews.no-other-office')}</p>}>
      <Refusal problem={passOn.problem()} />
      <Select
        name="office"
        label={t('reviews.pass-on-office')}
        required
        options={offices().map(({ key, title }) => ({ value: key, label: title }))}
        value={office()}
        error={passOn.problem()?.errorOf('office')}
        onChange={setOffice}
      />
      <TextArea
        name="reason"
        label={t('reviews.pass-on-reason')}
        required
        rows={2}
        value={reason()}
        error={passOn.problem()?.errorOf('reason')}
        onInput={setReason}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={passOn.isBusy()}
          disabled={office() === '' || reason().trim().length < 2}
          onClick={() => void send()}
        >
          {t('desk.act-move')}
        </Button>
      </div>
    </Show>
  );
};

/** A colleague by post, or an office without an account by its name. */
const Whom = (props: {
  found: Props['found'];
  who: string;
  office: string;
  onWho: (who: string) => void;
  onOffice: (office: string) => void;
}) => (
  <>
    <Select
      name="who"
      label={t('desk.ask-whom')}
      required
      options={[
        ...props.found.colleagues.map(({ personId, post }) => ({ value: personId, label: post })),
        { value: onPaper, label: t('desk.ask-on-paper') },
      ]}
      value={props.who}
      onChange={(chosen) => props.onWho(chosen)}
    />
    <Show when={props.who === onPaper}>
      <TextField
        name="askedOffice"
        label={t('desk.ask-office')}
        hint={t('desk.ask-office-hint')}
        required
        value={props.office}
        onInput={(office) => props.onOffice(office)}
      />
    </Show>
  </>
);

/** An opinion is asked; the filing stays here and so does the decision. */
const Asking = (props: Props & { kind: 'office' | 'second' }) => {
  const [who, setWho] = createSignal('');
  const [office, setOffice] = createSignal('');
  const [question, setQuestion] = createSignal('');
  const ask = createAsk(() => props.found.submission.summary.id);
  const isPaper = () => who() === onPaper;
  const named = () =>
    isPaper()
      ? office().trim()
      : (props.found.colleagues.find(({ personId }) => personId === who())?.post ?? '');
  const send = async () => {
    const asked = await ask.attempt({
      kind: props.kind,
      office: named(),
      question: question().trim(),
      ...(isPaper() ? {} : { personId: who() }),
    });
    if (!asked) return;
    announce(t('desk.opinion-sent', { office: named() }));
    props.onAsked();
  };
  return (
    <>
      <Refusal withFields problem={ask.problem()} />
      <Whom found={props.found} who={who()} office={office()} onWho={setWho} onOffice={setOffice} />
      <TextArea
        name="question"
        label={t('desk.ask-question')}
        hint={t('desk.ask-question-hint')}
        required
        rows={2}
        value={question()}
        onInput={setQuestion}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={ask.isBusy()}
          disabled={named().length < 2 || question().trim().length < 2}
          onClick={() => void send()}
        >
          {t(props.kind === 'office' ? 'desk.act-ask' : 'desk.act-ask-second')}
        </Button>
      </div>
    </>
  );
};

const Form = (props: Props) => {
  const [way, setWay] = createSignal<Way>('office');
  return (
    <div class="stack">
      <RadioGroup
        name="way"
        label={t('desk.ask-how')}
        options={waysFor(props.found).map((each) => ({
          value: each,
          label: t(`desk.way-${each}`),
        }))}
        value={way()}
        onChange={(chosen) => setWay(ways.find((each) => each === chosen) ?? 'office')}
      />
      <Switch>
        <Match when={way() === 'move'}>
          <Moving {...props} />
        </Match>
        <Match when={way() === 'office'}>
          <Asking {...props} kind="office" />
        </Match>
        <Match when={way() === 'second'}>
          <Asking {...props} kind="second" />
        </Match>
      </Switch>
    </div>
  );
};

/** 转请其他科室审: for an opinion that comes back, or for good. */
export const PassOnDialog = (props: Props) => (
  <Dialog open={props.open} title={t('reviews.act-pass-on')} onClose={() => props.onClose()}>
    <Form {...props} />
  </Dialog>
);
