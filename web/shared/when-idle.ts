import { onCleanup, onMount } from 'solid-js';

/** How long to wait where the browser does not say when it is idle. */
const patience = 300;

/** Does something once the page has been drawn and nothing else is being done. */
export const whenIdle = (act: () => void): void => {
  onMount(() => {
    if (typeof requestIdleCallback === 'function') {
      const asked = requestIdleCallback(act, { timeout: 2_000 });
      onCleanup(() => cancelIdleCallback(asked));
      return;
    }
    const timer = setTimeout(act, patience);
    onCleanup(() => clearTimeout(timer));
  });
};
