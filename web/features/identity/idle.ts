import { createSignal, onCleanup } from 'solid-js';

export const idleLimit = 30 * 60_000;
export const idleWarning = 5 * 60_000;
/** Somebody who types for long without a request must not be signed out by the server. */
const keepAliveEvery = 8 * 60_000;
const tick = 15_000;

export type IdleState = 'active' | 'warning' | 'ended';

export const judgeIdle = (quietFor: number): IdleState => {
  if (quietFor >= idleLimit) return 'ended';
  return quietFor >= idleLimit - idleWarning ? 'warning' : 'active';
};

type IdleOptions = { onEnd: () => void; keepAlive: () => void; now?: () => number };

/** Watches whether anybody is there; ends the session in this window after 30 quiet minutes. */
export const createIdleWatch = (options: IdleOptions) => {
  const now = options.now ?? Date.now;
  const [state, setState] = createSignal<IdleState>('active');
  let lastActive = now();
  let lastKept = now();

  const note = () => {
    if (state() !== 'active') return;
    lastActive = now();
  };
  const look = () => {
    const next = judgeIdle(now() - lastActive);
    if (next === 'active' && lastActive > lastKept && now() - lastKept >= keepAliveEvery) {
      lastKept = now();
      options.keepAlive();
    }
    if (next === 'ended' && state() !== 'ended') options.onEnd();
    setState(next);
  };
  const stay = () => {
    lastActive = now();
    lastKept = now();
    setState('active');
    options.keepAlive();
  };

  const signs = ['pointerdown', 'keydown', 'scroll'] as const;
  for (const sign of signs) window.addEventListener(sign, note, { passive: true });
  const timer = setInterval(look, tick);
  onCleanup(() => {
    clearInterval(timer);
    for (const sign of signs) window.removeEventListener(sign, note);
  });

  return { state, stay };
};
