import { Match, Show, Switch, createSignal } from 'solid-js';
import type { ApprovalStep } from '#schema/contracts/approvals.ts';
import type { Draft, DraftMoved } from '#schema/contracts/campaigns.ts';
import { EvidenceField } from '#web/features/evidence/evidence-field.component.tsx';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import type { EvidenceShelf } from '#web/features/evidence/shelf.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import type { Permission } from '#web/shared/permissions.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Confirm, Dialog } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { Callout, Steps } from '#web/ui/status.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { actAndPost, currentStepOf, permissionOfRole, toSteps } from './approval.presenter.ts';

type MayDo = (permission: Permission) => boolean;
type Way = 'online' | 'paper' | 'return';
type Taking = { draft: Draft; step: ApprovalStep; may: MayDo; onDone: () => void };

const pathOf = (draft: Draft, act: string) => `/api/campaigns/drafts/${draft.id}/approval/${act}`;

/** The ways this person has to take the step: who drafts registers paper, who holds the post signs. */
const waysOf = ({ step, may }: Pick<Taking, 'step' | 'may'>): Way[] => {
  const permission = permissionOfRole(step.role);
  const isMine = permission !== undefined && may(permission);
  const online: Way[] = isMine ? ['online', 'return'] : [];
  return may('campaigns.draft') ? [...online, 'paper'] : online;
};

const SignOnline = (props: Taking) => {
  const [comment, setComment] = createSignal('');
  const sign = createCommand<string, DraftMoved>((text) => ({
    method: 'POST',
    path: pathOf(props.draft, 'sign'),
    body: { stepKey: props.step.key, ...(text === '' ? {} : { comment: text }) },
  }));
  const send = async () => {
    if (!(await sign.attempt(comment().trim()))) return;
    announce(t('campaigns.signed'));
    props.onDone();
  };
  return (
    <div class="stack">
      <Show when={sign.problem()}>
        {(problem) => <Callout kind="error" live title={problem().title} />}
      </Show>
      <TextArea
        name="comment"
        label={t('campaigns.sign-comment')}
        rows={2}
        value={comment()}
        onInput={setComment}
      />
      <Button kind="primary" busy={sign.isBusy()} onClick={() => void send()}>
        {t('campaigns.sign-as', { act: actAndPost(props.step.title).act })}
      </Button>
    </div>
  );
};

const SendBack = (props: Taking) => {
  const [comment, setComment] = createSignal('');
  const sendBack = createCommand<string, DraftMoved>((text) => ({
    method: 'POST',
    path: pathOf(props.draft, 'return'),
    body: { stepKey: props.step.key, comment: text },
  }));
  const send = async () => {
    if (!(await sendBack.attempt(comment().trim()))) return;
    announce(t('campaigns.sent-back'));
    props.onDone();
  };
  return (
    <div class="stack">
      <Show when={sendBack.problem()}>
        {(problem) => <Callout kind="error" live title={problem().title} />}
      </Show>
      <TextArea
        name="comment"
        label={t('campaigns.return-comment')}
        required
        rows={3}
        value={comment()}
        error={sendBack.problem()?.errorOf('comment')}
        onInput={setComment}
      />
      <Button
        kind="danger"
        busy={sendBack.isBusy()}
        disabled={comment().trim() === ''}
        onClick={() => void send()}
      >
        {t('campaigns.act-return')}
      </Button>
    </div>
  );
};

type Paper = { signedOn: string; post: string; scan: readonly string[] };

const PaperFields = (props: {
  paper: Paper;
  shelf: EvidenceShelf;
  onWrite: (change: Partial<Paper>) => void;
  errorOf: (path: string) => string | undefined;
}) => (
  <>
    <div class="part-fields">
      <DateField
        name="paper/signedOn"
        label={t('campaigns.paper-signed-on')}
        required
        value={props.paper.signedOn}
        error={props.errorOf('signedOn')}
        onInput={(signedOn) => props.onWrite({ signedOn })}
      />
      <TextField
        name="paper/signerPost"
        label={t('campaigns.paper-signer')}
        hint={t('campaigns.paper-signer-hint')}
        required
        value={props.paper.post}
        error={props.errorOf('signerPost')}
        onInput={(post) => props.onWrite({ post })}
      />
    </div>
    <EvidenceField
      name="paper/evidenceId"
      label={t('campaigns.paper-scan')}
      isScan
      required
      shelf={props.shelf}
      ids={props.paper.scan}
      maxFiles={1}
      error={props.errorOf('evidenceId')}
      onChange={(scan) => props.onWrite({ scan })}
    />
  </>
);

const RegisterPaper = (props: Taking) => {
  const [paper, setPaper] = createSignal<Paper>({ signedOn: '', post: '', scan: [] });
  const shelf = createEvidenceShelf(() => []);
  const register = createCommand<Paper, DraftMoved>(({ signedOn, post, scan }) => ({
    method: 'POST',
    path: pathOf(props.draft, 'sign'),
    body: {
      stepKey: props.step.key,
      paper: { signedOn, signerPost: post.trim(), evidenceId: scan[0] ?? '' },
    },
  }));
  const send = async () => {
    if (!(await register.attempt(paper()))) return;
    announce(t('campaigns.paper-registered'));
    props.onDone();
  };
  return (
    <div class="stack">
      <ErrorSummary errors={register.errors()} />
      <Show when={register.problem()?.errors.length === 0 && register.problem()}>
        {(problem) => <Callout kind="error" live title={problem().title} />}
      </Show>
      <p class="soft">{t('campaigns.paper-words')}</p>
      <PaperFields
        paper={paper()}
        shelf={shelf}
        onWrite={(change) => setPaper((before) => ({ ...before, ...change }))}
        errorOf={(path) => register.problem()?.errorOf(`paper/${path}`)}
      />
      <Button
        kind="primary"
        busy={register.isBusy()}
        disabled={paper().scan.length === 0 || shelf.isMoving()}
        onClick={() => void send()}
      >
        {t('campaigns.act-register-paper')}
      </Button>
    </div>
  );
};

const TakeStep = (props: Taking) => {
  const ways = () => waysOf(props);
  const [chosen, setChosen] = createSignal<Way>();
  const way = () => chosen() ?? ways()[0];
  return (
    <section class="stack" aria-label={props.step.title}>
      <h3>{props.step.title}</h3>
      <Show when={ways().length > 0} fallback={<p class="soft">{t('campaigns.not-my-step')}</p>}>
        <RadioGroup
          name="way"
          label={t('campaigns.way')}
          inline
          options={ways().map((each) => ({ value: each, label: t(`campaigns.way-${each}`) }))}
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
      </Show>
    </section>
  );
};

const Withdraw = (props: { draft: Draft; onDone: () => void }) => {
  const [isAsking, setAsking] = createSignal(false);
  const withdraw = createCommand<void, DraftMoved>(() => ({
    method: 'POST',
    path: pathOf(props.draft, 'withdraw'),
  }));
  const send = async () => {
    if (!(await withdraw.attempt())) return;
    setAsking(false);
    announce(t('campaigns.withdrawn'));
    props.onDone();
  };
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('campaigns.act-withdraw')}
      </Button>
      <Confirm
        open={isAsking()}
        title={t('campaigns.act-withdraw')}
        act={t('campaigns.act-withdraw')}
        danger
        busy={withdraw.isBusy()}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('campaigns.withdraw-words')}</p>
        <Show when={withdraw.problem()}>
          {(problem) => <Callout kind="error" live title={problem().title} />}
        </Show>
      </Confirm>
    </>
  );
};

/** 审签: the chain, and what this person's post can do with it now. */
export const ApprovalDialog = (props: {
  open: boolean;
  draft: Draft;
  may: MayDo;
  onClose: () => void;
  onDone: () => void;
}) => {
  const canWithdraw = () =>
    ['signing', 'signed'].includes(props.draft.state) && props.may('campaigns.draft');
  return (
    <Dialog
      open={props.open}
      wide
      title={t('campaigns.approval')}
      onClose={() => props.onClose()}
      footer={canWithdraw() ? <Withdraw draft={props.draft} onDone={props.onDone} /> : undefined}
    >
      <div class="stack">
        <Show when={props.draft.approval} fallback={<p>{t('campaigns.approval-none')}</p>}>
          {(approval) => <Steps label={t('campaigns.approval')} steps={toSteps(approval())} />}
        </Show>
        <Show when={currentStepOf(props.draft)}>
          {(step) => (
            <TakeStep draft={props.draft} step={step()} may={props.may} onDone={props.onDone} />
          )}
        </Show>
      </div>
    </Dialog>
  );
};
