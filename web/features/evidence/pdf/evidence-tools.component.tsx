import { createEffect, createSignal, onCleanup, onMount } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { zooms } from './case-view.ts';
import type { CaseView } from './case-view.ts';
import { scrollerOf } from './near-view.ts';
import './pdf.css';

type Current = { name: string; label: string };

/** The page under the line that the tools draw: the last one whose top is above it. */
const pageAt = (line: number, within: Element): Current | undefined => {
  const pages = [...within.querySelectorAll<HTMLElement>('[data-page]')];
  const above = pages.filter((page) => page.getBoundingClientRect().top <= line);
  const { page: name, label } = (above[above.length - 1] ?? pages[0])?.dataset ?? {};
  return name !== undefined && label !== undefined ? { name, label } : undefined;
};

/** Where the page itself scrolls, the document's line stays above the tools. */
const heightOfDocumentBar = () =>
  document.querySelector<HTMLElement>('.document-bar')?.offsetHeight ?? 0;

const createCurrentPage = (element: () => HTMLElement | undefined) => {
  const [current, setCurrent] = createSignal<Current>();
  const look = () => {
    const bar = element();
    if (!bar?.parentElement) return;
    const found = pageAt(bar.getBoundingClientRect().bottom + 48, bar.parentElement);
    setCurrent((before) => (before?.label === found?.label ? before : found));
  };
  onMount(() => {
    const bar = element();
    if (!bar) return;
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    const scroller = scrollerOf(bar) ?? window;
    if (scroller === window) bar.style.top = `${heightOfDocumentBar()}px`;
    scroller.addEventListener('scroll', later, { passive: true });
    const pages = typeof MutationObserver === 'undefined' ? undefined : new MutationObserver(later);
    if (bar.parentElement) pages?.observe(bar.parentElement, { childList: true, subtree: true });
    later();
    onCleanup(() => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', later);
      pages?.disconnect();
    });
  });
  return { current, look };
};

/** Above the scroll: where one is, how wide the pages are, and the page that lies on its side. */
export const EvidenceTools = (props: { view: CaseView }) => {
  let bar: HTMLDivElement | undefined;
  const { current, look } = createCurrentPage(() => bar);
  createEffect(() => {
    props.view.zoom();
    look();
  });
  const turn = () => {
    const page = current();
    if (page) props.view.turnRight(page.name);
  };
  return (
    <div class="evidence-tools no-print" ref={(element) => (bar = element)}>
      <p class="evidence-now" title={current()?.label}>
        {current()?.label}
      </p>
      <div class="row" role="group" aria-label={t('evidence.tools')}>
        <Button
          small
          kind="quiet"
          disabled={props.view.zoom() === zooms[0]}
          onClick={() => props.view.widen(-1)}
        >
          {t('evidence.zoom-out')}
        </Button>
        <Button
          small
          kind="quiet"
          aria-pressed={props.view.zoom() === 100}
          onClick={() => props.view.fit()}
        >
          {t('evidence.fit-width')}
        </Button>
        <Button
          small
          kind="quiet"
          disabled={props.view.zoom() === zooms[zooms.length - 1]}
          onClick={() => props.view.widen(1)}
        >
          {t('evidence.zoom-in')}
        </Button>
        <Button small kind="quiet" disabled={!current()} onClick={turn}>
          {t('evidence.turn-right')}
        </Button>
      </div>
    </div>
  );
};
