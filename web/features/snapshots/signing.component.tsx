import { Show, createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import type { Snapshot, SnapshotDetail } from '#schema/contracts/snapshots.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import type { TextKey } from '#web/shared/i18n.ts';
import type { Permission } from '#web/shared/permissions.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm, Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Steps } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { currentStepOf, toSteps } from './snapshot.presenter.ts';
import type { CurrentStep } from './snapshot.presenter.ts';
import { TakeStep } from './take-step.component.tsx';

type MayDo = (permission: Permission) => boolean;
type Signing = { snapshot: SnapshotDetail; may: MayDo; onDone: () => void };
type Act = 'submit' | 'send' | 'approval/withdraw';

/** One act on the whole: done at once, or after its consequences were read. */
export const ActButton = (props: {
  snapshot: SnapshotDetail;
  act: Act;
  label: string;
  done: TextKey;
  kind?: 'primary' | 'secondary' | 'quiet' | undefined;
  /** What follows from it; asked before it is done. */
  consequence?: JSX.Element;
  title?: string | undefined;
  onDone: () => void;
}) => {
  const [isAsking, setAsking] = createSignal(false);
  const command = createCommand<void, Snapshot>(() => ({
    method: 'POST',
    path: `/api/snapshots/${props.snapshot.id}/${props.act}`,
    body: {},
  }));
  const send = async () => {
    if (!(await command.attempt())) return;
    setAsking(false);
    announce(t(props.done));
    props.onDone();
  };
  const start = () => (props.consequence === undefined ? void send() : setAsking(true));
  const refusal = () => <Refusal problem={command.problem()} />;
  return (
    <>
      <Button kind={props.kind ?? 'primary'} busy={command.isBusy()} onClick={start}>
        {props.label}
      </Button>
      <Show when={!isAsking()}>{refusal()}</Show>
      <Confirm
        open={isAsking()}
        title={props.title ?? props.label}
        act={props.label}
        busy={command.isBusy()}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      >
        <p>{props.consequence}</p>
        {refusal()}
      </Confirm>
    </>
  );
};

/** The three posts with who signed when. */
export const Chain = (props: { snapshot: SnapshotDetail }) => (
  <Show when={props.snapshot.approval}>
    {(approval) => (
      <section class="stack">
        <h2 class="section-title">{t('snapshots.approval')}</h2>
        <Steps label={t('snapshots.approval')} steps={toSteps(approval().steps)} />
      </section>
    )}
  </Show>
);

/** 审签 for the post whose turn it is; for who prepared it, the signature on paper. */
export const SignButton = (props: Signing) => {
  const [isOpen, setOpen] = createSignal(false);
  const done = () => {
    setOpen(false);
    props.onDone();
  };
  const step = () => currentStepOf(props.snapshot);
  const isMine = (current: CurrentStep) => props.may(current.permission);
  const isMineOrPaper = () => {
    const current = step();
    return current && (isMine(current) || props.may('snapshots.prepare')) ? current : undefined;
  };
  return (
    <Show when={isMineOrPaper()}>
      {(current) => (
        <>
          <Button kind={isMine(current()) ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
            {t(isMine(current()) ? 'snapshots.act-sign' : 'snapshots.act-register')}
          </Button>
          <Dialog
            open={isOpen()}
            title={t('snapshots.sign-title', { post: current().title })}
            onClose={() => setOpen(false)}
          >
            <TakeStep snapshot={props.snapshot} step={current()} may={props.may} onDone={done} />
          </Dialog>
        </>
      )}
    </Show>
  );
};
