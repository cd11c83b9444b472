import { Show, createSignal } from 'solid-js';
import type { ApprovalStep } from '#schema/contracts/approvals.ts';
import type { BulletinDetail } from '#schema/contracts/bulletins.ts';
import { organizationKinds } from '#schema/contracts/campaign/audience.ts';
import { draftedPaperWords } from '#web/features/approvals/drafted-paper-words.ts';
import type { StepAct, StepWay } from '#web/features/approvals/step-act.ts';
import { TakeStep } from '#web/features/approvals/take-step.component.tsx';
import { parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { CheckboxGroup } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { ActDialog, createAct } from './act.component.tsx';
import { bulletinPath } from './bulletins.queries.ts';
import { IssueButton } from './issue-button.component.tsx';

type Props = { detail: BulletinDetail };

const stepOf = ({ summary, approval }: BulletinDetail): ApprovalStep | undefined =>
  summary.state === 'signing'
    ? approval?.steps.find(({ state }) => state === 'current')
    : undefined;

const StepButton = (props: Props & { step: ApprovalStep }) => {
  const [isOpen, setOpen] = createSignal(false);
  const ways = (): StepWay[] => [
    ...(props.detail.may.sign ? (['online', 'return'] as const) : []),
    ...(props.detail.may.draft ? (['paper'] as const) : []),
  ];
  const createStepAct = (way: StepWay): StepAct => {
    const act = createAct(() => ({
      path: `${bulletinPath(props.detail.summary.id)}/approval/${way === 'return' ? 'return' : 'sign'}`,
      version: props.detail.summary.version,
    }));
    const done = way === 'return' ? 'requests.returned-to-drafter' : 'requests.signed';
    return {
      isBusy: act.command.isBusy,
      problem: act.command.problem,
      errorOf: () => undefined,
      send: async (body) => {
        if (await act.send({ stepKey: props.step.key, ...body }, done)) setOpen(false);
      },
    };
  };
  return (
    <Show when={ways().length > 0}>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {props.step.title}
      </Button>
      <Dialog open={isOpen()} title={props.step.title} onClose={() => setOpen(false)}>
        <TakeStep
          ways={ways()}
          words={draftedPaperWords()}
          createAct={createStepAct}
          refusal={(problem) => <Refusal withFields problem={problem()} />}
          paperIsReady={({ signedOn, signerPost }) =>
            parseDay(signedOn) !== undefined && signerPost !== ''
          }
        />
      </Dialog>
    </Show>
  );
};

const SendButton = (props: Props) => {
  const [chosen, setChosen] = createSignal<readonly string[]>([]);
  return (
    <ActDialog
      kind="primary"
      label={t('bulletins.send')}
      done="bulletins.sent"
      target={{
        path: `${bulletinPath(props.detail.summary.id)}/send`,
        version: props.detail.summary.version,
      }}
      body={() => ({ kinds: chosen() })}
      isReady={() => chosen().length > 0}
    >
      <p>{t('bulletins.send-words')}</p>
      <CheckboxGroup
        name="kinds"
        label={t('bulletins.send-to')}
        options={organizationKinds.map((kind) => ({
          value: kind,
          label: t(`organizations.kind-${kind}`),
        }))}
        values={chosen()}
        onChange={setChosen}
      />
    </ActDialog>
  );
};

/** The next step for this person: 送审, 审签, 签发登记, 分发. */
export const SigningActs = (props: Props) => {
  const state = () => props.detail.summary.state;
  const target = (act: string) => ({
    path: `${bulletinPath(props.detail.summary.id)}/${act}`,
    version: props.detail.summary.version,
  });
  return (
    <Show
      when={props.detail.may.draft}
      fallback={
        <Show when={stepOf(props.detail)}>
          {(step) => <StepButton detail={props.detail} step={step()} />}
        </Show>
      }
    >
      <Show when={state() === 'drafting'}>
        <ActDialog
          kind="primary"
          label={t('bulletins.submit')}
          done="bulletins.submitted"
          target={target('submit')}
          body={() => ({ textVersion: props.detail.checks.textVersion })}
        >
          <p>{t('bulletins.submit-words', { count: props.detail.checks.named.length })}</p>
        </ActDialog>
      </Show>
      <Show when={stepOf(props.detail)}>
        {(step) => <StepButton detail={props.detail} step={step()} />}
      </Show>
      <Show when={state() === 'signing' || state() === 'signed'}>
        <ActDialog
          label={t('requests.withdraw')}
          done="requests.withdrawn"
          target={target('approval/withdraw')}
          body={() => ({})}
        >
          <p>{t('requests.withdraw-words')}</p>
        </ActDialog>
      </Show>
      <Show when={state() === 'signed'}>
        <IssueButton detail={props.detail} />
      </Show>
      <Show when={state() === 'registered' || state() === 'sent'}>
        <SendButton detail={props.detail} />
      </Show>
    </Show>
  );
};
