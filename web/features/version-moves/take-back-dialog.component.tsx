import { t } from '#web/shared/i18n.ts';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { MoveProgress } from './move-progress.component.tsx';
import { createSteps } from './run-steps.ts';
import type { MovedKind } from './version-moves.presenter.ts';

type BackProps = {
  kind: MovedKind;
  campaign: string;
  line: string;
  title: string;
  target: string;
  /** How many stand moved. */
  all: number;
  onClose: () => void;
};

/** 撤回移版. */
export const TakeBackDialog = (props: BackProps) => {
  const steps = createSteps({
    kind: () => props.kind,
    path: '/taken-back',
    onDone: ({ moved, kept }) => {
      announce(t('moves.back-done', { moved, kept }));
      props.onClose();
    },
  });
  const takeBack = (reason: string) => {
    const { campaign, line: key, target } = props;
    steps.run({ campaign, key, target, reason });
  };
  return (
    <Dialog
      open
      title={t('moves.back-title', { task: props.title })}
      onClose={() => props.onClose()}
    >
      <div class="stack">
        <p>{t(`moves.${props.kind}-back-words`)}</p>
        <Refusal problem={steps.problem()} />
        <ReasonedAct
          name="back-reason"
          label={t('moves.back-reason')}
          act={t('moves.act-back')}
          busy={steps.isBusy()}
          onAct={takeBack}
        />
        <MoveProgress steps={steps} all={props.all} />
      </div>
    </Dialog>
  );
};
