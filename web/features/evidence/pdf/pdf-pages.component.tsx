import { For, Match, Show, Switch, createEffect, createSignal, onCleanup } from 'solid-js';
import type { Evidence } from '#schema/contracts/evidence.ts';
import { t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { pageName } from './case-view.ts';
import type { CaseView } from './case-view.ts';
import { createNearView } from './near-view.ts';
import { PageStrip } from './page-strip.component.tsx';
import { pagesOf } from './pdf-file.ts';
import type { OpenPdf, Opened, PdfFile, PdfRefusal, PdfSize } from './pdf-file.ts';
import { PdfPage } from './pdf-page.component.tsx';
import './pdf.css';

type Loaded =
  | { kind: 'opened'; file: PdfFile; likely: PdfSize }
  | { kind: 'refused'; why: PdfRefusal };

const a4: PdfSize = { width: 595, height: 842 };

/** The engine comes with the first PDF that is looked at, never before. */
const openLate: OpenPdf = async (url) => {
  try {
    const { openPdf } = await import('./pdf.driver.ts');
    return await openPdf(url);
  } catch {
    return { kind: 'refused', why: 'no-engine' };
  }
};

const withLikelySize = async (opened: Opened): Promise<Loaded> => {
  if (opened.kind === 'refused') return opened;
  const likely = await opened.file.sizeOf(1).catch(() => a4);
  return { ...opened, likely };
};

/** The file's fault; what this browser cannot do is nothing to tell the reviewer. */
type FilesFault = Exclude<PdfRefusal, 'no-engine'>;

const Refused = (props: { why: FilesFault; evidence: Evidence; address: string }) => (
  <Callout
    kind="warn"
    title={t(`evidence.pdf-${props.why}`)}
    actions={
      <LinkButton small external href={props.address}>
        {t('evidence.open-file')}
        <span class="visually-hidden">：{props.evidence.name}</span>
      </LinkButton>
    }
  >
    <p>{t(`evidence.pdf-${props.why}-next`)}</p>
  </Callout>
);

/** A browser's own viewer shows no PDF under `sandbox`; the answer brings its own policy. */
const Frame = (props: { evidence: Evidence; address: string }) => (
  <iframe
    class="evidence-frame no-print"
    src={`${props.address}#view=FitH&navpanes=0`}
    title={props.evidence.name}
    loading="lazy"
    referrerpolicy="no-referrer"
  />
);

/** Fetched once, when it comes near; closed with the page that shows it. */
const createOpening = (isNear: () => boolean, open: () => Promise<Opened>) => {
  const [loaded, setLoaded] = createSignal<Loaded>();
  let isGone = false;
  let isAsked = false;
  const close = (found: Loaded | undefined) => {
    if (found?.kind === 'opened') found.file.close();
  };
  const load = async () => {
    const found = await withLikelySize(await open());
    if (isGone) close(found);
    else setLoaded(found);
  };
  createEffect(() => {
    if (!isNear() || isAsked) return;
    isAsked = true;
    void load();
  });
  onCleanup(() => {
    isGone = true;
    close(loaded());
  });
  return loaded;
};

/** All pages of a PDF, one under the other; the browser's own frame where it cannot be drawn. */
export const PdfPages = (props: { evidence: Evidence; view: CaseView; open?: OpenPdf }) => {
  let box: HTMLDivElement | undefined;
  const address = () => `/api/evidence/${props.evidence.id}/view`;
  const loaded = createOpening(
    createNearView(() => box),
    () => (props.open ?? openLate)(address()),
  );
  const opened = () => {
    const found = loaded();
    return found?.kind === 'opened' ? found : undefined;
  };
  const fault = (): FilesFault | undefined => {
    const found = loaded();
    return found?.kind === 'refused' && found.why !== 'no-engine' ? found.why : undefined;
  };
  const shown = ({ file, likely }: { file: PdfFile; likely: PdfSize }) => ({
    file,
    likely,
    evidenceId: props.evidence.id,
    name: props.evidence.name,
    view: props.view,
  });
  const toPage = (page: number) => {
    const name = pageName(props.evidence.id, page);
    const found = box?.querySelector<HTMLElement>(`[data-page="${name}"]`);
    found?.scrollIntoView();
    found?.focus({ preventScroll: true });
  };
  return (
    <div class="pdf-pages no-print" ref={(element) => (box = element)}>
      <Switch fallback={<p class="pdf-waiting">{t('evidence.pdf-opening')}</p>}>
        <Match when={opened()}>
          {(found) => (
            <>
              <Show when={found().file.pages > 1}>
                <PageStrip {...shown(found())} onChoose={toPage} />
              </Show>
              <For each={pagesOf(found().file)}>
                {(page) => <PdfPage {...shown(found())} page={page} />}
              </For>
            </>
          )}
        </Match>
        <Match when={fault()}>
          {(why) => <Refused why={why()} evidence={props.evidence} address={address()} />}
        </Match>
        <Match when={loaded()}>
          <Frame evidence={props.evidence} address={address()} />
        </Match>
      </Switch>
    </div>
  );
};
