import { Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { StepProgress } from '#web/ui/step-progress.component.tsx';
import type { createSteps } from './run-steps.ts';

type MoveProgressProps = { steps: ReturnType<typeof createSteps>; all: number };

/** How far a move, or taking it back, has come; it can be stopped, and goes on from there. */
export const MoveProgress = (props: MoveProgressProps) => {
  const done = () => props.steps.total().moved + props.steps.total().kept;
  const all = () => Math.max(props.all, done());
  return (
    <Show when={props.steps.state() === 'running' || props.steps.state() === 'stopped'}>
      <StepProgress
        label={t('moves.step-label')}
        words={t('moves.step-words', {
          done: formatCount(done()),
          all: formatCount(all()),
          moved: formatCount(props.steps.total().moved),
        })}
        done={done()}
        total={all()}
        state={props.steps.state()}
        stop={t('moves.step-stop')}
        goOn={t('moves.step-on')}
        onStop={props.steps.stop}
        onGoOn={props.steps.goOn}
      />
    </Show>
  );
};
