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

const Thumbnail = (props: StripProps & { page: number; onChoose: () => void }) => {
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
      aria-label={t('evidence.to-page', { page: props.page, name: props.name })}
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

/** The pages of one file in small, drawn as they come into sight; each leads to its page. */
export const PageStrip = (props: StripProps & { onChoose: (page: number) => void }) => (
  <ol class="page-strip" aria-label={t('evidence.pages', { name: props.name })}>
    <For each={pagesOf(props.file)}>
      {(page) => (
        <li>
          <Thumbnail {...props} page={page} onChoose={() => props.onChoose(page)} />
        </li>
      )}
    </For>
  </ol>
);
