import { Show, createEffect, createMemo, on, untrack } from 'solid-js';
import type { SteppingState } from '#web/shared/stepping.ts';
import { Button } from './button.component.tsx';

type StepProgressProps = {
  /** What goes on, for who does not see the bar. */
  label: string;
  /** How far it is, or has come: 「已核对 500／1200 件」. */
  words: string;
  done: number;
  total: number;
  state: SteppingState;
  stop: string;
  goOn: string;
  onStop: () => void;
  onGoOn: () => void;
};

/**
 * How far steps of the server have come, with a way to stop them and to go on. It is read out by
 * quarters, and when it stops or ends: not at each step.
 */
export const StepProgress = (props: StepProgressProps) => {
  let words: HTMLParagraphElement | undefined;
  const quarter = createMemo(() =>
    Math.min(4, Math.floor((4 * props.done) / Math.max(1, props.total))),
  );
  const said = createMemo(on([quarter, () => props.state], () => untrack(() => props.words)));
  const isThrough = () => props.state === 'done';
  // A button that goes takes the focus with it: who stood on it must not fall out of the dialog.
  createEffect(
    on(
      () => props.state,
      () => {
        if (document.activeElement === document.body) words?.focus({ preventScroll: true });
      },
    ),
  );
  return (
    <div class="stack-tight step-progress">
      <p tabindex="-1" ref={(made) => (words = made)}>
        {props.words}
      </p>
      <Show when={!isThrough()}>
        <progress aria-label={props.label} max={Math.max(1, props.total)} value={props.done} />
        <div class="row">
          <Button
            small
            onClick={() => (props.state === 'running' ? props.onStop() : props.onGoOn())}
          >
            {props.state === 'running' ? props.stop : props.goOn}
          </Button>
        </div>
      </Show>
      <p class="visually-hidden" role="status">
        {said()}
      </p>
    </div>
  );
};
