import { Show, createSignal, onCleanup, onMount } from 'solid-js';
import type { JSX } from 'solid-js';
import { DelegatedEvents, Portal, delegateEvents } from 'solid-js/web';
import { t } from '#web/shared/i18n.ts';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import './preview-frame.css';

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

/** A page of its own inside the page, as wide as asked and scaled to the room there is. */
const createPage = (width: () => PreviewWidth) => {
  const [place, setPlace] = createSignal<HTMLElement>();
  const [height, setHeight] = createSignal(480);
  const [scale, setScale] = createSignal(1);
  let frame: HTMLIFrameElement | undefined;
  let box: HTMLDivElement | undefined;
  const measure = () => {
    const inner = place();
    if (inner) setHeight(Math.max(240, inner.scrollHeight + 32));
    if (box && box.clientWidth > 0) {
      setScale(Math.min(1, box.clientWidth / previewWidths[width()]));
    }
  };
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure);
  /** A frame that leaves the document for a moment comes back empty: it is filled anew. */
  const fill = () => {
    const isFilled = place() !== undefined && place()?.ownerDocument === frame?.contentDocument;
    if (isFilled || !frame) return;
    const inner = openFrame(frame);
    setPlace(inner);
    if (inner) observer?.observe(inner);
  };
  onMount(() => {
    fill();
    if (box) observer?.observe(box);
  });
  onCleanup(() => observer?.disconnect());
  const takeFrame = (element: HTMLIFrameElement) => {
    frame = element;
  };
  const takeBox = (element: HTMLDivElement) => {
    box = element;
  };
  return { place, height, scale, measure, fill, takeFrame, takeBox };
};

/** A page within the page: widths of a desk and of a phone are real to the styles in it. */
export const PreviewFrame = (props: {
  title: string;
  words?: string | undefined;
  children: JSX.Element;
}) => {
  const [width, setWidth] = createSignal<PreviewWidth>('desk');
  const page = createPage(width);
  return (
    <section class="design-preview" aria-label={props.title}>
      <div class="row row-apart design-preview-head">
        <h2>{props.title}</h2>
        <Widths
          width={width()}
          onChange={(next) => {
            setWidth(next);
            page.measure();
          }}
        />
      </div>
      <p class="small soft">{props.words ?? t('editors.preview-words')}</p>
      <div
        class="design-preview-box"
        tabindex="0"
        role="group"
        aria-label={props.title}
        ref={(element) => page.takeBox(element)}
        style={{ height: `${Math.ceil(page.height() * page.scale())}px` }}
      >
        <iframe
          ref={(element) => page.takeFrame(element)}
          title={props.title}
          class="design-preview-frame"
          onLoad={() => page.fill()}
          style={{
            width: `${previewWidths[width()]}px`,
            height: `${page.height()}px`,
            transform: `scale(${page.scale()})`,
          }}
        />
      </div>
      <Show when={page.place()} keyed>
        {(mount) => <Portal mount={mount}>{props.children}</Portal>}
      </Show>
    </section>
  );
};
