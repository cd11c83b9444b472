import { createSignal, onCleanup } from 'solid-js';

export type SteppingState = 'idle' | 'running' | 'stopped' | 'done';

type Steps<Page> = {
  /** One step from where the one before ended; nothing where it failed: who asks says why. */
  ask: (after: string | undefined) => Promise<Page | undefined>;
  onPage: (page: Page) => void;
  /** Before the first step of a run from the beginning. */
  onStart?: () => void;
  /** When no further step follows: all is through, or it was stopped or refused. */
  onHalt?: (isThrough: boolean) => void | Promise<void>;
};

/**
 * Bounded steps of the server one after the other. It stops after the step that is on its way, goes
 * on from there, and ends with the page that asked for it.
 */
export const createStepping = <Page extends { next?: string | undefined }>(steps: Steps<Page>) => {
  const [state, setState] = createSignal<SteppingState>('idle');
  let after: string | undefined;
  let running: Promise<void> | undefined;

  const halt = (isThrough: boolean) => {
    setState(isThrough ? 'done' : 'stopped');
    return steps.onHalt?.(isThrough);
  };
  const follow = async (): Promise<void> => {
    for (;;) {
      const page = await steps.ask(after);
      if (page === undefined) return halt(false);
      steps.onPage(page);
      after = page.next;
      if (after === undefined) return halt(true);
      if (state() !== 'running') return halt(false);
    }
  };
  const goOn = (): void => {
    setState('running');
    running ??= follow().finally(() => {
      running = undefined;
    });
  };
  const stop = (): void => {
    if (state() === 'running') setState('stopped');
  };
  const start = async (): Promise<void> => {
    stop();
    await running;
    after = undefined;
    steps.onStart?.();
    goOn();
  };
  onCleanup(stop);
  return { state, start, stop, goOn };
};
