import { Match, Show, Switch, createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import type { Snapshot, SnapshotDetail } from '#schema/contracts/snapshots.ts';
import { EvidenceField } from '#web/features/evidence/evidence-field.component.tsx';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import type { TextKey } from '#web/shared/i18n.ts';
import type { Permission } from '#web/shared/permissions.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { CurrentStep } from './snapshot.presenter.ts';

type MayDo = (permission: Permission) => boolean;
type Way = 'online' | 'return' | 'paper';
type Taking = { snapshot: SnapshotDetail; step: CurrentStep; may: MayDo; onDone: () => void };

const createStepCommand = (props: Taking, act: 'sign' | 'return', done: TextKey) => {
  const command = createCommand<object, Snapshot>((body) => ({
    method: 'POST',
    path: `/api/snapshots/${props.snapshot.id}/approval/${act}`,
    body: { step: props.step.key, ...body },
  }));
  const send = async (body: object) => {
    if (!(await command.attempt(body))) return;
    announce(t(done));
    props.onDone();
  };
  return { command, send };
};

type StepCommand = ReturnType<typeof createStepCommand>['command'];

const Refusal = (props: { command: StepCommand }): JSX.Element => (
  <Show when={props.command.problem()}>
    {(problem) => <Callout kind="error" live title={problem().title} />}
  </Show>
);

const SignOnline = (props: Taking) => {
  const [comment, setComment] = createSignal('');
  const { command, send } = createStepCommand(props, 'sign', 'snapshots.signed');
  const body = () => (comment().trim() === '' ? {} : { comment: comment().trim() });
  return (
    <div class="stack">
      <Refusal command={command} />
      <TextArea
        name="comment"
        label={t('snapshots.comment')}
        rows={2}
        value={comment()}
        onInput={setComment}
      />
      <Button kind="primary" busy={command.isBusy()} onClick={() => void send(body())}>
        {t('snapshots.act-agree')}
      </Button>
    </div>
  );
};

const SendBack = (props: Taking) => {
  const [comment, setComment] = createSignal('');
  const { command, send } = createStepCommand(props, 'return', 'snapshots.returned');
  return (
    <div class="stack">
      <Refusal command={command} />
      <TextArea
        name="comment"
        label={t('snapshots.return-comment')}
        required
        rows={3}
        value={comment()}
        error={command.problem()?.errorOf('comment')}
        onInput={setComment}
      />
      <Button
        kind="danger"
        busy={command.isBusy()}
        disabled={comment().trim() === ''}
        onClick={() => void send({ comment: comment().trim() })}
      >
        {t('snapshots.act-return')}
      </Button>
    </div>
  );
};

const RegisterPaper = (props: Taking) => {
  const [signedOn, setSignedOn] = createSignal('');
  const [signerPost, setPost] = createSignal('');
  const [scan, setScan] = createSignal<readonly string[]>([]);
  const shelf = createEvidenceShelf(() => []);
  const { command, send } = createStepCommand(props, 'sign', 'snapshots.signed');
  const errorOf = (path: string) => command.problem()?.errorOf(`paper/${path}`);
  const paper = () => ({
    signedOn: signedOn(),
    signerPost: signerPost().trim(),
    evidenceId: scan()[0] ?? '',
  });
  return (
    <div class="stack form">
      <Refusal command={command} />
      <p class="soft">{t('snapshots.paper-words')}</p>
      <DateField
        name="paper/signedOn"
        label={t('snapshots.paper-signed-on')}
        required
        value={signedOn()}
        error={errorOf('signedOn')}
        onInput={setSignedOn}
      />
      <TextField
        name="paper/signerPost"
        label={t('snapshots.paper-post')}
        required
        value={signerPost()}
        error={errorOf('signerPost')}
        onInput={setPost}
      />
      <EvidenceField
        name="paper/evidenceId"
        label={t('snapshots.paper-scan')}
        isScan
        required
        shelf={shelf}
        ids={scan()}
        maxFiles={1}
        error={errorOf('evidenceId')}
        onChange={setScan}
      />
      <Button
        kind="primary"
        busy={command.isBusy()}
        disabled={scan().length === 0 || shelf.isMoving()}
        onClick={() => void send({ paper: paper() })}
      >
        {t('snapshots.act-register')}
      </Button>
    </div>
  );
};

/** What this person's post can do with the step whose turn it is. */
export const TakeStep = (props: Taking) => {
  const ways = (): Way[] => [
    ...(props.may(props.step.permission) ? (['online', 'return'] as const) : []),
    ...(props.may('snapshots.prepare') ? (['paper'] as const) : []),
  ];
  const [chosen, setChosen] = createSignal<Way>();
  const way = () => chosen() ?? ways()[0];
  return (
    <section class="stack" aria-label={t('snapshots.sign-title', { post: props.step.title })}>
      <RadioGroup
        name="way"
        label={t('snapshots.way')}
        inline
        options={ways().map((each) => ({ value: each, label: t(`snapshots.way-${each}`) }))}
        value={way() ?? ''}
        onChange={(value) => setChosen(ways().find((each) => each === value))}
      />
      <Switch>
        <Match when={way() === 'online'}>
          <SignOnline {...props} />
        </Match>
        <Match when={way() === 'return'}>
          <SendBack {...props} />
        </Match>
        <Match when={way() === 'paper'}>
          <RegisterPaper {...props} />
        </Match>
      </Switch>
    </section>
  );
};
