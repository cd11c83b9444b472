import { Match, Show, Switch, createSignal } from 'solid-js';
import type { ApprovalStep } from '#schema/contracts/approvals.ts';
import type { RequestDetail } from '#schema/contracts/request-overview.ts';
import { toSteps } from '#web/features/campaigns/approval.presenter.ts';
import { EvidenceField } from '#web/features/evidence/evidence-field.component.tsx';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import { parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Steps } from '#web/ui/status.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { ActButton, Refusal, createAct } from './act.component.tsx';
import { requestPath } from './requests.queries.ts';

type Way = 'online' | 'return' | 'paper';
type Taking = { detail: RequestDetail; step: ApprovalStep; onDone: () => void };

const stepAct = (props: Taking, verb: 'sign' | 'return') =>
  createAct(() => ({
    path: `${requestPath(props.detail.summary.id)}/approval/${verb}`,
    version: props.detail.summary.version,
  }));

const SignOnline = (props: Taking) => {
  const [comment, setComment] = createSignal('');
  const act = stepAct(props, 'sign');
  const sign = async () => {
    const words = comment().trim();
    const body = { stepKey: props.step.key, ...(words === '' ? {} : { comment: words }) };
    if (await act.send(body, 'requests.signed')) props.onDone();
  };
  return (
    <div class="stack">
      <Refusal problem={act.command.problem()} />
      <TextArea
        name="comment"
        label={t('submissions.comment')}
        rows={2}
        value={comment()}
        onInput={setComment}
      />
      <div class="row">
        <Button kind="primary" busy={act.command.isBusy()} onClick={() => void sign()}>
          {t('requests.agree')}
        </Button>
      </div>
    </div>
  );
};

const SendBack = (props: Taking) => {
  const [comment, setComment] = createSignal('');
  const act = stepAct(props, 'return');
  const send = async () => {
    const body = { stepKey: props.step.key, comment: comment().trim() };
    if (await act.send(body, 'requests.returned-to-drafter')) props.onDone();
  };
  return (
    <div class="stack">
      <Refusal problem={act.command.problem()} />
      <TextArea
        name="return-comment"
        label={t('requests.return-comment')}
        required
        rows={3}
        value={comment()}
        onInput={setComment}
      />
      <div class="row">
        <Button
          kind="danger"
          busy={act.command.isBusy()}
          disabled={comment().trim() === ''}
          onClick={() => void send()}
        >
          {t('requests.way-return')}
        </Button>
      </div>
    </div>
  );
};

const RegisterPaper = (props: Taking) => {
  const [signedOn, setSignedOn] = createSignal('');
  const [post, setPost] = createSignal('');
  const [scan, setScan] = createSignal<readonly string[]>([]);
  const shelf = createEvidenceShelf(() => []);
  const act = stepAct(props, 'sign');
  const isReady = () =>
    scan().length > 0 &&
    !shelf.isMoving() &&
    parseDay(signedOn()) !== undefined &&
    post().trim() !== '';
  const send = async () => {
    const paper = { signedOn: signedOn(), signerPost: post().trim(), evidenceId: scan()[0] };
    if (await act.send({ stepKey: props.step.key, paper }, 'requests.signed')) props.onDone();
  };
  return (
    <div class="stack form">
      <p class="soft">{t('requests.paper-words')}</p>
      <Refusal problem={act.command.problem()} />
      <DateField
        name="paper/signedOn"
        label={t('campaigns.paper-signed-on')}
        required
        value={signedOn()}
        onInput={setSignedOn}
      />
      <TextField
        name="paper/signerPost"
        label={t('campaigns.paper-signer')}
        hint={t('campaigns.paper-signer-hint')}
        required
        value={post()}
        onInput={setPost}
      />
      <EvidenceField
        name="paper/evidenceId"
        label={t('campaigns.paper-scan')}
        isScan
        required
        shelf={shelf}
        ids={scan()}
        maxFiles={1}
        onChange={setScan}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={act.command.isBusy()}
          disabled={!isReady()}
          onClick={() => void send()}
        >
          {t('campaigns.act-register-paper')}
        </Button>
      </div>
    </div>
  );
};

const waysOf = ({ may }: RequestDetail): Way[] => [
  ...(may.sign ? (['online', 'return'] as const) : []),
  ...(may.draft ? (['paper'] as const) : []),
];

const TakeStep = (props: Taking) => {
  const ways = () => waysOf(props.detail);
  const [chosen, setChosen] = createSignal<Way>();
  const way = () => chosen() ?? ways()[0];
  return (
    <div class="stack">
      <RadioGroup
        name="way"
        label={t('campaigns.way')}
        inline
        options={ways().map((each) => ({ value: each, label: t(`requests.way-${each}`) }))}
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
    </div>
  );
};

const currentStepOf = ({ summary, approval }: RequestDetail): ApprovalStep | undefined =>
  summary.state === 'signing'
    ? approval?.steps.find(({ state }) => state === 'current')
    : undefined;

const StepButton = (props: { detail: RequestDetail; step: ApprovalStep }) => {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <Button kind={props.detail.may.sign ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
        {props.detail.may.sign
          ? t('requests.take-step', { act: props.step.title })
          : t('campaigns.act-register-paper')}
      </Button>
      <Dialog open={isOpen()} title={props.step.title} onClose={() => setOpen(false)}>
        <TakeStep detail={props.detail} step={props.step} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
};

/** The next step for this person: to sign, to take it back, to issue. */
export const SigningActs = (props: { detail: RequestDetail }) => {
  const path = () => requestPath(props.detail.summary.id);
  const version = () => props.detail.summary.version;
  const state = () => props.detail.summary.state;
  const mayStep = () => {
    const step = currentStepOf(props.detail);
    return step && waysOf(props.detail).length > 0 ? step : undefined;
  };
  return (
    <>
      <Show when={props.detail.may.draft && (state() === 'signing' || state() === 'signed')}>
        <ActButton
          path={`${path()}/approval/withdraw`}
          version={version()}
          label={t('requests.withdraw')}
          consequence={t('requests.withdraw-words')}
          done="requests.withdrawn"
        />
      </Show>
      <Show when={mayStep()}>{(step) => <StepButton detail={props.detail} step={step()} />}</Show>
      <Show when={props.detail.may.draft && state() === 'signed'}>
        <ActButton
          kind="primary"
          path={`${path()}/issue`}
          version={version()}
          label={t('requests.issue')}
          consequence={t('requests.issue-words')}
          done="requests.issued"
        />
      </Show>
    </>
  );
};

/** 审签: who signed when, by post. */
export const Chain = (props: { detail: RequestDetail }) => (
  <Show when={props.detail.approval}>
    {(approval) => (
      <section class="request-section">
        <h2 class="section-title">{t('requests.approval')}</h2>
        <Steps label={t('requests.approval')} steps={toSteps(approval())} />
      </section>
    )}
  </Show>
);
