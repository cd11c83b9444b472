import { Show, createSignal } from 'solid-js';
import type { ApprovalStep } from '#schema/contracts/approvals.ts';
import type { Draft, DraftMoved } from '#schema/contracts/campaigns.ts';
import type { StepAct, StepSheet, StepWay, StepWords } from '#web/features/approvals/step-act.ts';
import { TakeStep } from '#web/features/approvals/take-step.component.tsx';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import type { TextKey } from '#web/shared/i18n.ts';
import type { Permission } from '#web/shared/permissions.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm, Dialog } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout, Steps } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { actAndPost, currentStepOf, permissionOfRole, toSteps } from './approval.presenter.ts';

type MayDo = (permission: Permission) => boolean;
type Taking = { draft: Draft; step: ApprovalStep; may: MayDo; onDone: () => void };

const pathOf = (draft: Draft, act: string) => `/api/campaigns/drafts/${draft.id}/approval/${act}`;

/** The ways this person has to take the step: who drafts registers paper, who holds the post signs. */
const waysOf = ({ step, may }: Pick<Taking, 'step' | 'may'>): StepWay[] => {
  const permission = permissionOfRole(step.role);
  const isMine = permission !== undefined && may(permission);
  const online: StepWay[] = isMine ? ['online', 'return'] : [];
  return may('campaigns.draft') ? [...online, 'paper'] : online;
};

const doneWords: Record<StepWay, TextKey> = {
  online: 'campaigns.signed',
  return: 'campaigns.sent-back',
  paper: 'campaigns.paper-registered',
};

const createStepAct = (props: Taking, way: StepWay): StepAct => {
  const command = createCommand<object, DraftMoved>((body) => ({
    method: 'POST',
    path: pathOf(props.draft, way === 'return' ? 'return' : 'sign'),
    body: { stepKey: props.step.key, ...body },
  }));
  return {
    isBusy: command.isBusy,
    problem: command.problem,
    errorOf: (path) => command.problem()?.errorOf(path),
    send: async (body) => {
      if (!(await command.attempt(body))) return;
      announce(t(doneWords[way]));
      props.onDone();
    },
  };
};

/** Of the paper's fields every error is listed; the comment's stands at its field. */
const refusal: StepSheet['refusal'] = (problem, way) => {
  const listed = () => (way === 'paper' ? (problem()?.errors ?? []) : []);
  return (
    <>
      <ErrorSummary errors={listed()} />
      <Show when={listed().length === 0 && problem()}>
        {(found) => <Callout kind="error" live title={found().title} />}
      </Show>
    </>
  );
};

const wordsOf = (step: ApprovalStep): StepWords => ({
  way: t('campaigns.way'),
  ways: {
    online: t('campaigns.way-online'),
    return: t('campaigns.way-return'),
    paper: t('campaigns.way-paper'),
  },
  comment: t('campaigns.sign-comment'),
  agree: t('campaigns.sign-as', { act: actAndPost(step.title).act }),
  returnComment: t('campaigns.return-comment'),
  sendBack: t('campaigns.act-return'),
  paper: t('campaigns.paper-words'),
  signedOn: t('campaigns.paper-signed-on'),
  signerPost: t('campaigns.paper-signer'),
  signerPostHint: t('campaigns.paper-signer-hint'),
  scan: t('campaigns.paper-scan'),
  register: t('campaigns.act-register-paper'),
});

const MyStep = (props: Taking) => {
  const ways = () => waysOf(props);
  return (
    <section class="stack" aria-label={props.step.title}>
      <h3>{props.step.title}</h3>
      <Show when={ways().length > 0} fallback={<p class="soft">{t('campaigns.not-my-step')}</p>}>
        <TakeStep
          wide
          ways={ways()}
          words={wordsOf(props.step)}
          createAct={(way) => createStepAct(props, way)}
          refusal={refusal}
        />
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
        <Refusal problem={withdraw.problem()} />
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
            <MyStep draft={props.draft} step={step()} may={props.may} onDone={props.onDone} />
          )}
        </Show>
      </div>
    </Dialog>
  );
};
