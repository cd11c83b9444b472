import { For, createEffect, createSignal } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { pageName } from './case-view.ts';
import type { CaseView } from './case-view.ts';
import { createNearView } from './near-view.ts';
import { createPicture } from './page-picture.ts';
import { heightShare } from './page-size.ts';
import { pagesOf } from './pdf-file.ts';
import type { PdfFile, PdfSize } from './pdf-file.ts';

type StripProps = {
  readonly file: PdfFile;
  readonly evidenceId: string;
  readonly name: string;
  readonly view: CaseView;
  readonly likely: PdfSize;
};

const across = 56;

type ThumbnailProps = StripProps & {
  page: number;
  /** The one of the strip that the tab key comes to. */
  isStop: boolean;
  onFocus: () => void;
  onChoose: () => void;
};

const Thumbnail = (props: ThumbnailProps) => {
  const [place, setPlace] = createSignal<HTMLElement>();
  const [size, setSize] = createSignal<PdfSize>();
  const isNear = createNearView(() => place());
  const turn = () => props.view.turnOf(pageName(props.evidenceId, props.page));
  createEffect(() => {
    if (!isNear() || size()) return;
    props.file.sizeOf(props.page).then(setSize, () => setSize(props.likely));
  });
  const state = createPicture(props, place, () => {
    const known = size();
    return isNear() && known ? { width: across, turn: turn(), size: known } : undefined;
  });
  return (
    <button
      type="button"
      class="page-thumb"
      data-thumb={props.page}
      tabindex={props.isStop ? 0 : -1}
      aria-label={t('evidence.to-page', {
        page: props.page,
        pages: props.file.pages,
        name: props.name,
      })}
      onFocus={() => props.onFocus()}
      onClick={() => props.onChoose()}
    >
      <span
        class="page-thumb-picture"
        data-state={state()}
        style={{
          'padding-top': `${(heightShare(size() ?? props.likely, turn()) * 100).toFixed(3)}%`,
        }}
        ref={setPlace}
      />
      <span aria-hidden="true">{props.page}</span>
    </button>
  );
};

/** Which page a key leads to, from the one that has the focus. */
const pageByKey = (key: string, at: number, last: number): number | undefined => {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(at - 1, 1);
    case 'Home':
      return 1;
    case 'End':
      return last;
    default:
      return undefined;
  }
};

/**
 * The pages of one file in small, drawn as they come into sight; each leads to its page. One stop of
 * the tab key, walked through by arrows.
 */
export const PageStrip = (props: StripProps & { onChoose: (page: number) => void }) => {
  const [stop, setStop] = createSignal(1);
  const walk = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const page = pageByKey(event.key, stop(), props.file.pages);
    if (page === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-thumb="${page}"]`)?.focus();
  };
  return (
    <div
      class="page-strip"
      role="toolbar"
      aria-label={t('evidence.pages', { name: props.name })}
      onKeyDown={walk}
    >
      <For each={pagesOf(props.file)}>
        {(page) => (
          <Thumbnail
            {...props}
            page={page}
            isStop={page === stop()}
            onFocus={() => setStop(page)}
            onChoose={() => props.onChoose(page)}
          />
        )}
      </For>
    </div>
  );
};
