import { Match, Show, Switch, createSignal, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import { useSession } from '#web/features/identity/session.ts';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { Relief } from './progress.presenter.ts';

type Props = { summary: SubmissionSummary; today: string; onDone: () => void };

const createRelief = (props: Props, act: string) =>
  createCommand<unknown, unknown>((body) => ({
    method: 'POST',
    path: `/api/submissions/${props.summary.id}/${act}`,
    body,
  }));
type ReliefCommand = ReturnType<typeof createRelief>;

const Frame = (props: {
  command: ReliefCommand;
  act: string;
  isReady: boolean;
  onSend: () => void;
  children: JSX.Element;
}) => (
  <div class="stack">
    <ErrorSummary errors={props.command.errors()} />
    <Refusal problem={props.command.problem()?.errors.length === 0 && props.command.problem()} />
    {props.children}
    <div class="row">
      <Button
        kind="primary"
        busy={props.command.isBusy()}
        disabled={!props.isReady}
        onClick={() => props.onSend()}
      >
        {props.act}
      </Button>
    </div>
  </div>
);

const Extend = (props: Props) => {
  const [dueOn, setDueOn] = createSignal('');
  const [reason, setReason] = createSignal('');
  const extend = createRelief(props, 'extend');
  const send = async () => {
    if (!(await extend.attempt({ dueOn: dueOn(), reason: reason().trim() }))) return;
    announce(t('reviews.extended'));
    props.onDone();
  };
  return (
    <Frame
      command={extend}
      act={t('reviews.relief-extend')}
      isReady={dueOn() !== '' && reason().trim().length >= 2}
      onSend={() => void send()}
    >
      <Show when={props.summary.dueOn}>
        {(day) => <p>{t('reviews.due-now', { day: formatDay(day(), { year: true }) })}</p>}
      </Show>
      <DateField
        name="dueOn"
        label={t('reviews.extend-to')}
        required
        value={dueOn()}
        error={extend.problem()?.errorOf('dueOn')}
        onInput={setDueOn}
      />
      <TextArea
        name="reason"
        label={t('reviews.relief-reason')}
        required
        rows={2}
        value={reason()}
        error={extend.problem()?.errorOf('reason')}
        onInput={setReason}
      />
    </Frame>
  );
};

const Exempt = (props: Props) => {
  const [reason, setReason] = createSignal('');
  const exempt = createRelief(props, 'exempt');
  const send = async () => {
    if (!(await exempt.attempt({ reason: reason().trim() }))) return;
    announce(t('reviews.exempted'));
    props.onDone();
  };
  return (
    <Frame
      command={exempt}
      act={t('reviews.relief-exempt')}
      isReady={reason().trim().length >= 2}
      onSend={() => void send()}
    >
      <p>{t('reviews.exempt-words')}</p>
      <TextArea
        name="reason"
        label={t('reviews.relief-reason')}
        required
        rows={2}
        value={reason()}
        error={exempt.problem()?.errorOf('reason')}
        onInput={setReason}
      />
    </Frame>
  );
};

type Arrival = { receivedOn: string; copies: string; post: string; note: string };

const PaperFields = (props: {
  arrival: Arrival;
  onWrite: (change: Partial<Arrival>) => void;
  errorOf: (path: string) => string | undefined;
}) => (
  <>
    <DateField
      name="receivedOn"
      label={t('reviews.paper-day')}
      required
      value={props.arrival.receivedOn}
      error={props.errorOf('receivedOn')}
      onInput={(receivedOn) => props.onWrite({ receivedOn })}
    />
    <NumberField
      name="copies"
      label={t('reviews.paper-copies')}
      required
      unit={t('reviews.copies')}
      value={props.arrival.copies}
      error={props.errorOf('copies')}
      onInput={(copies) => props.onWrite({ copies })}
    />
    <TextField
      name="receiverPost"
      label={t('reviews.paper-receiver')}
      hint={t('campaigns.paper-signer-hint')}
      required
      value={props.arrival.post}
      error={props.errorOf('receiverPost')}
      onInput={(post) => props.onWrite({ post })}
    />
    <TextArea
      name="note"
      label={t('reviews.paper-note')}
      rows={2}
      value={props.arrival.note}
      error={props.errorOf('note')}
      onInput={(note) => props.onWrite({ note })}
    />
  </>
);

const Paper = (props: Props) => {
  const { me } = useSession();
  const [arrival, setArrival] = createSignal<Arrival>({
    receivedOn: untrack(() => props.today),
    copies: '1',
    post: me().person.post ?? '',
    note: '',
  });
  const register = createRelief(props, 'paper');
  const isReady = () => {
    const { receivedOn, copies, post } = arrival();
    return receivedOn !== '' && /^\d{1,2}$/.test(copies) && post.trim() !== '';
  };
  const send = async () => {
    const { receivedOn, copies, post, note } = arrival();
    const body = {
      receivedOn,
      copies: Number(copies),
      receiverPost: post.trim(),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    if (!(await register.attempt(body))) return;
    announce(t('reviews.paper-registered'));
    props.onDone();
  };
  return (
    <Frame
      command={register}
      act={t('reviews.relief-paper')}
      isReady={isReady()}
      onSend={() => void send()}
    >
      <PaperFields
        arrival={arrival()}
        onWrite={(change) => setArrival((before) => ({ ...before, ...change }))}
        errorOf={(path) => register.problem()?.errorOf(path)}
      />
    </Frame>
  );
};

/** 准予延期, 本任务免报 or 登记纸质件 for one filing. */
export const ReliefDialog = (props: {
  relief: Relief | undefined;
  summary: SubmissionSummary;
  today: string;
  onClose: () => void;
  onDone: () => void;
}) => (
  <Dialog
    open={props.relief !== undefined}
    title={props.relief ? t(`reviews.relief-${props.relief}`) : ''}
    onClose={() => props.onClose()}
  >
    <div class="stack">
      <p>
        <strong>{props.summary.organizationName}</strong> {titleOf(props.summary)}
      </p>
      <Switch>
        <Match when={props.relief === 'extend'}>
          <Extend summary={props.summary} today={props.today} onDone={props.onDone} />
        </Match>
        <Match when={props.relief === 'exempt'}>
          <Exempt summary={props.summary} today={props.today} onDone={props.onDone} />
        </Match>
        <Match when={props.relief === 'paper'}>
          <Paper summary={props.summary} today={props.today} onDone={props.onDone} />
        </Match>
      </Switch>
    </div>
  </Dialog>
);
