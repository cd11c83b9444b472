import { Show, createEffect, createSignal, onCleanup, onMount } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { pageName } from './case-view.ts';
import type { CaseView } from './case-view.ts';
import { createNearView } from './near-view.ts';
import { createPicture } from './page-picture.ts';
import { heightShare } from './page-size.ts';
import type { PdfFile, PdfSize } from './pdf-file.ts';

type PageProps = {
  file: PdfFile;
  page: number;
  evidenceId: string;
  name: string;
  view: CaseView;
  /** How large a page of this file is likely to be, until this one is known. */
  likely: PdfSize;
};

const createWidth = (element: () => HTMLElement | undefined) => {
  const [width, setWidth] = createSignal(0);
  const measure = () => setWidth(Math.round(element()?.clientWidth ?? 0));
  onMount(() => {
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const watched = element();
    const observer = new ResizeObserver(measure);
    if (watched) observer.observe(watched);
    onCleanup(() => observer.disconnect());
  });
  return width;
};

/** One page of the scroll: its number and file, its picture, its words for who listens. */
export const PdfPage = (props: PageProps) => {
  let box: HTMLElement | undefined;
  const [place, setPlace] = createSignal<HTMLElement>();
  const [size, setSize] = createSignal<PdfSize>();
  const [text, setText] = createSignal<string>();
  const isNear = createNearView(() => box);
  const width = createWidth(() => place());
  const name = () => pageName(props.evidenceId, props.page);
  const turn = () => props.view.turnOf(name());
  createEffect(() => {
    if (!isNear() || size()) return;
    props.file.sizeOf(props.page).then(setSize, () => setSize(props.likely));
  });
  const state = createPicture(props, place, () => {
    const known = size();
    return isNear() && known && width() > 0
      ? { width: width(), turn: turn(), size: known }
      : undefined;
  });
  createEffect(() => {
    if (state() !== 'drawn' || text() !== undefined) return;
    props.file.textOf(props.page).then(setText, () => setText(''));
  });
  const label = () =>
    t('evidence.page-of', { page: props.page, pages: props.file.pages, name: props.name });
  return (
    <figure
      class="pdf-page"
      data-page={name()}
      data-label={label()}
      tabindex="-1"
      ref={(each) => (box = each)}
    >
      <figcaption>{label()}</figcaption>
      <div
        class="pdf-sheet"
        role="img"
        aria-label={label()}
        aria-busy={state() === 'waiting'}
        data-state={state()}
        style={{
          width: `${props.view.zoom()}%`,
          'padding-top': `${(heightShare(size() ?? props.likely, turn()) * props.view.zoom()).toFixed(3)}%`,
        }}
        ref={setPlace}
      />
      <Show when={state() === 'failed'}>
        <p class="pdf-failed">{t('evidence.page-failed')}</p>
      </Show>
      <Show when={text() !== undefined}>
        <p class="visually-hidden">{text() || t('evidence.page-without-words')}</p>
      </Show>
    </figure>
  );
};
