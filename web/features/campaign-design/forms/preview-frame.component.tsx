import { Show, createEffect, createSignal, onCleanup, onMount } from 'solid-js';
import type { JSX } from 'solid-js';
import { DelegatedEvents, Portal, delegateEvents } from 'solid-js/web';
import { t } from '#web/shared/i18n.ts';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';

export const previewWidths = { desk: 860, phone: 360 } as const;
export type PreviewWidth = keyof typeof previewWidths;

/** The page's own styles, so that what stands in the frame looks as it will on a page of its own. */
const copyStyles = (into: Document): void => {
  for (const node of document.querySelectorAll('link[rel="stylesheet"], style')) {
    into.head.appendChild(into.importNode(node, true));
  }
  into.documentElement.lang = document.documentElement.lang;
};

const openFrame = (frame: HTMLIFrameElement): HTMLElement | undefined => {
  const inner = frame.contentDocument;
  if (!inner?.body) return undefined;
  copyStyles(inner);
  delegateEvents([...DelegatedEvents], inner);
  const body = inner.createElement('div');
  body.className = 'design-preview-body';
  inner.body.appendChild(body);
  return body;
};

const Widths = (props: { width: PreviewWidth; onChange: (width: PreviewWidth) => void }) => (
  <RadioGroup
    name="preview-width"
    label={t('editors.preview-width')}
    inline
    options={(['desk', 'phone'] as const).map((value) => ({
      value,
      label: t(`editors.preview-${value}`),
    }))}
    value={props.width}
    onChange={(value) => props.onChange(value === 'phone' ? 'phone' : 'desk')}
  />
);

/** What stands in the frame, and how large it is there. */
const createStand = (width: () => PreviewWidth) => {
  const [place, setPlace] = createSignal<HTMLElement>();
  const [height, setHeight] = createSignal(480);
  const [scale, setScale] = createSignal(1);
  const held: { frame?: HTMLIFrameElement; box?: HTMLDivElement } = {};
  const measure = () => {
    const inner = place();
    if (inner) setHeight(Math.max(240, inner.scrollHeight + 32));
    if (held.box && held.box.clientWidth > 0) {
      setScale(Math.min(1, held.box.clientWidth / previewWidths[width()]));
    }
  };
  /** A frame that leaves the page for a moment comes back empty: what stood in it is put in again. */
  const fill = () => {
    const { frame } = held;
    if (!frame || place()?.ownerDocument === frame.contentDocument) return;
    setPlace(openFrame(frame));
  };
  onMount(fill);
  createEffect(() => {
    const inner = place();
    if (!inner || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    if (held.box) observer.observe(held.box);
    observer.observe(inner);
    onCleanup(() => observer.disconnect());
  });
  return { held, place, height, scale, measure, fill };
};

/** A page within the page: widths of a desk and of a phone are real to the styles in it. */
export const PreviewFrame = (props: { title: string; children: JSX.Element }) => {
  const [width, setWidth] = createSignal<PreviewWidth>('desk');
  const { held, place, height, scale, measure, fill } = createStand(width);
  return (
    <section class="design-preview" aria-label={props.title}>
      <div class="row row-apart">
        <h2 class="section-title">{props.title}</h2>
        <Widths
          width={width()}
          onChange={(next) => {
            setWidth(next);
            measure();
          }}
        />
      </div>
      <p class="small soft">{t('editors.preview-words')}</p>
      <div
        class="design-preview-box"
        tabindex="0"
        role="group"
        aria-label={props.title}
        ref={(element) => (held.box = element)}
        style={{ height: `${Math.ceil(height() * scale())}px` }}
      >
        <iframe
          ref={(element) => (held.frame = element)}
          on:load={fill}
          title={props.title}
          class="design-preview-frame"
          style={{
            width: `${previewWidths[width()]}px`,
            height: `${height()}px`,
            transform: `scale(${scale()})`,
          }}
        />
      </div>
      <Show when={place()} keyed>
        {(mount) => <Portal mount={mount}>{props.children}</Portal>}
      </Show>
    </section>
  );
};
