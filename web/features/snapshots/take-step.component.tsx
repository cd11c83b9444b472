import { Show } from 'solid-js';
import type { Snapshot, SnapshotDetail } from '#schema/contracts/snapshots.ts';
import type { StepAct, StepSheet, StepWay, StepWords } from '#web/features/approvals/step-act.ts';
import { TakeStep as StepWays } from '#web/features/approvals/take-step.component.tsx';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import type { Permission } from '#web/shared/permissions.ts';
import { Callout } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { CurrentStep } from './snapshot.presenter.ts';

type MayDo = (permission: Permission) => boolean;
type Taking = { snapshot: SnapshotDetail; step: CurrentStep; may: MayDo; onDone: () => void };

const createStepAct = (props: Taking, way: StepWay): StepAct => {
  const act = way === 'return' ? 'return' : 'sign';
  const command = createCommand<object, Snapshot>((body) => ({
    method: 'POST',
    path: `/api/snapshots/${props.snapshot.id}/approval/${act}`,
    body: { step: props.step.key, ...body },
  }));
  return {
    isBusy: command.isBusy,
    problem: command.problem,
    errorOf: (path) => command.problem()?.errorOf(path),
    send: async (body) => {
      if (!(await command.attempt(body))) return;
      announce(t(way === 'return' ? 'snapshots.returned' : 'snapshots.signed'));
      props.onDone();
    },
  };
};

const refusal: StepSheet['refusal'] = (problem) => (
  <Show when={problem()}>{(found) => <Callout kind="error" live title={found().title} />}</Show>
);

const words = (): StepWords => ({
  way: t('snapshots.way'),
  ways: {
    online: t('snapshots.way-online'),
    return: t('snapshots.way-return'),
    paper: t('snapshots.way-paper'),
  },
  comment: t('snapshots.comment'),
  agree: t('snapshots.act-agree'),
  returnComment: t('snapshots.return-comment'),
  sendBack: t('snapshots.act-return'),
  paper: t('snapshots.paper-words'),
  signedOn: t('snapshots.paper-signed-on'),
  signerPost: t('snapshots.paper-post'),
  scan: t('snapshots.paper-scan'),
  register: t('snapshots.act-register'),
});

/** What this person's post can do with the step whose turn it is. */
export const TakeStep = (props: Taking) => {
  const ways = (): StepWay[] => [
    ...(props.may(props.step.permission) ? (['online', 'return'] as const) : []),
    ...(props.may('snapshots.prepare') ? (['paper'] as const) : []),
  ];
  return (
    <section class="stack" aria-label={t('snapshots.sign-title', { post: props.step.title })}>
      <StepWays
        ways={ways()}
        words={words()}
        createAct={(way) => createStepAct(props, way)}
        refusal={refusal}
      />
    </section>
  );
};
