import { Show, createSignal } from 'solid-js';
import type { ApprovalStep } from '#schema/contracts/approvals.ts';
import type { RequestDetail } from '#schema/contracts/request-overview.ts';
import { draftedPaperWords } from '#web/features/approvals/drafted-paper-words.ts';
import type { SignedPaper, StepAct, StepWay } from '#web/features/approvals/step-act.ts';
import { TakeStep } from '#web/features/approvals/take-step.component.tsx';
import { toSteps } from '#web/features/campaigns/approval.presenter.ts';
import { parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Steps } from '#web/ui/status.component.tsx';
import { ActButton, createAct } from './act.component.tsx';
import { requestPath } from './requests.queries.ts';

type Taking = { detail: RequestDetail; step: ApprovalStep };

const createStepAct = (props: Taking, way: StepWay, onDone: () => void): StepAct => {
  const act = createAct(() => ({
    path: `${requestPath(props.detail.summary.id)}/approval/${way === 'return' ? 'return' : 'sign'}`,
    version: props.detail.summary.version,
  }));
  const done = way === 'return' ? 'requests.returned-to-drafter' : 'requests.signed';
  return {
    isBusy: act.command.isBusy,
    problem: act.command.problem,
    errorOf: () => undefined,
    send: async (body) => {
      if (await act.send({ stepKey: props.step.key, ...body }, done)) onDone();
    },
  };
};

const paperIsReady = ({ signedOn, signerPost }: SignedPaper) =>
  parseDay(signedOn) !== undefined && signerPost !== '';

const waysOf = ({ may }: RequestDetail): StepWay[] => [
  ...(may.sign ? (['online', 'return'] as const) : []),
  ...(may.draft ? (['paper'] as const) : []),
];

const currentStepOf = ({ summary, approval }: RequestDetail): ApprovalStep | undefined =>
  summary.state === 'signing'
    ? approval?.steps.find(({ state }) => state === 'current')
    : undefined;

const StepButton = (props: Taking) => {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <Button kind={props.detail.may.sign ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
        {props.detail.may.sign
          ? t('requests.take-step', { act: props.step.title })
          : t('campaigns.act-register-paper')}
      </Button>
      <Dialog open={isOpen()} title={props.step.title} onClose={() => setOpen(false)}>
        <div class="stack">
          <TakeStep
            ways={waysOf(props.detail)}
            words={draftedPaperWords()}
            createAct={(way) => createStepAct(props, way, () => setOpen(false))}
            refusal={(problem) => <Refusal withFields problem={problem()} />}
            paperIsReady={paperIsReady}
          />
        </div>
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
