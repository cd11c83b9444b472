import { createSignal, onCleanup, onMount } from 'solid-js';
import type { Accessor } from 'solid-js';

/** The box marked `data-scroller` around it while it scrolls by itself; else the window (nothing). */
export const scrollerOf = (element: Element): HTMLElement | null => {
  const box = element.closest<HTMLElement>('[data-scroller]');
  return box && ['auto', 'scroll'].includes(getComputedStyle(box).overflowY) ? box : null;
};

/** Two screens ahead and behind: what is drawn there is ready when it comes into sight. */
const reach = '200% 0px';

/** Whether the element is in sight or about to be. Where a browser cannot tell, it always is. */
export const createNearView = (element: () => Element | undefined): Accessor<boolean> => {
  const [isNear, setNear] = createSignal(false);
  onMount(() => {
    const watched = element();
    if (!watched || typeof IntersectionObserver === 'undefined') {
      setNear(true);
      return;
    }
    const seen = (entries: IntersectionObserverEntry[]) => {
      const last = entries[entries.length - 1];
      if (last) setNear(last.isIntersecting);
    };
    const observer = new IntersectionObserver(seen, {
      root: scrollerOf(watched),
      rootMargin: reach,
    });
    observer.observe(watched);
    onCleanup(() => observer.disconnect());
  });
  return isNear;
};
