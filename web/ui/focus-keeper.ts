import { followBack, isFocusLost, trailFrom } from './focus-trail.ts';
import type { FocusTrail } from './focus-trail.ts';

/** Long enough for a list to be drawn anew, short enough for the next key. */
const settleMs = 40;

const isUsable = (trail: FocusTrail): boolean => {
  const had = trail[0]?.element;
  return had !== undefined && had.isConnected && !had.matches(':disabled');
};

/** What had the focus went away or was disabled: the focus goes where it stood, never nowhere. */
export const keepFocus = (): (() => void) => {
  let trail: FocusTrail = [];
  let displaced: { from: FocusTrail; to: Element | null } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    timer = undefined;
    // What is away for a moment only, while its page is read, gets it back.
    if (displaced && document.activeElement === displaced.to && isUsable(displaced.from)) {
      const { from } = displaced;
      displaced = undefined;
      return followBack(from);
    }
    if (trail.length === 0 || !isFocusLost()) return;
    const from = trail;
    followBack(from);
    displaced = { from, to: document.activeElement };
  };
  const remember = (event: FocusEvent) => {
    trail = trailFrom(event.target);
    if (displaced && displaced.to !== event.target) displaced = undefined;
  };
  // A reader who points beside everything leaves by intent.
  const leave = () =>
    void setTimeout(() => {
      if (isFocusLost() && isUsable(trail)) trail = [];
    });
  const observer = new MutationObserver(() => {
    if (timer === undefined && (displaced !== undefined || isFocusLost()))
      timer = setTimeout(settle, settleMs);
  });
  document.addEventListener('focusin', remember);
  document.addEventListener('mousedown', leave, true);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'open', 'hidden'],
  });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
    document.removeEventListener('focusin', remember);
    document.removeEventListener('mousedown', leave, true);
  };
};
