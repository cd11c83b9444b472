import { For, createSignal } from 'solid-js';

type Toast = { id: number; text: string; kind: 'done' | 'error' };

const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
let lastId = 0;
const shownFor = 6000;

/** Says a short thing on screen and to screen readers. What must not be missed belongs in a Callout. */
export const announce = (text: string, kind: Toast['kind'] = 'done'): void => {
  lastId += 1;
  const toast = { id: lastId, text, kind };
  setToasts((shown) => [...shown, toast]);
  setTimeout(() => setToasts((shown) => shown.filter((each) => each !== toast)), shownFor);
};

/** Once per application, outside of what routes exchange. */
export const LiveRegion = () => (
  <div class="toasts" role="status" aria-live="polite">
    <For each={toasts()}>
      {(toast) => (
        <p class={`toast${toast.kind === 'error' ? ' toast-error' : ''}`}>{toast.text}</p>
      )}
    </For>
  </div>
);
