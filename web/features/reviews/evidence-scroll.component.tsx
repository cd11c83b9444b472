import { For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { shortCode } from '#web/features/evidence/evidence-file.presenter.ts';
import { createCaseView } from '#web/features/evidence/pdf/case-view.ts';
import type { CaseView } from '#web/features/evidence/pdf/case-view.ts';
import { EvidenceTools } from '#web/features/evidence/pdf/evidence-tools.component.tsx';
import { PdfPages } from '#web/features/evidence/pdf/pdf-pages.component.tsx';
import { PicturePage } from '#web/features/evidence/pdf/picture-page.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { formatBytes } from '#web/shared/numbers.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { Empty } from '#web/ui/state.component.tsx';
import { SourceChip, Status } from '#web/ui/status.component.tsx';
import { formatName, offerWords, sheetPlace } from './evidence-order.presenter.ts';
import type { EvidenceSheet } from './evidence-order.presenter.ts';

const Shown = (props: { sheet: EvidenceSheet; view: CaseView }) => (
  <Switch>
    <Match when={props.sheet.show === 'pages'}>
      <PdfPages evidence={props.sheet.evidence} view={props.view} />
    </Match>
    <Match when={props.sheet.show === 'picture'}>
      <PicturePage evidence={props.sheet.evidence} view={props.view} />
    </Match>
    <Match when={props.sheet.show === 'offer'}>
      <p class="evidence-offer">{offerWords(props.sheet)}</p>
    </Match>
  </Switch>
);

/** A picture of itself, or which kind of file it is. */
const Thumbnail = (props: { sheet: EvidenceSheet }) => (
  <Show
    when={props.sheet.show === 'picture'}
    fallback={<span class="evidence-thumb">{formatName(props.sheet.evidence.format)}</span>}
  >
    <img
      class="evidence-thumb"
      src={`/api/evidence/${props.sheet.evidence.id}/view`}
      alt=""
      loading="lazy"
    />
  </Show>
);

const Sheet = (props: { sheet: EvidenceSheet; place: number; total: number; view: CaseView }) => (
  <section class="evidence-sheet" id={sheetPlace(props.sheet.evidence.id)} tabindex="-1">
    <div class="evidence-head">
      <p class="evidence-place">
        {t('reviews.sheet-of', { place: props.place, total: props.total })}
      </p>
      <h3>{props.sheet.evidence.name}</h3>
      <p class="small soft">
        {props.sheet.slot} · {formatName(props.sheet.evidence.format)} ·{' '}
        {formatBytes(props.sheet.evidence.bytes)} ·{' '}
        {t('reviews.hash', { code: shortCode(props.sheet.evidence.sha256) })}
      </p>
      <div class="row">
        <Show when={props.sheet.isStamped}>
          <SourceChip>{t('reviews.stamped')}</SourceChip>
        </Show>
        <For each={props.sheet.doubts}>{(words) => <Status kind="late">{words}</Status>}</For>
        <Show when={props.sheet.isChanged}>
          <Status kind="current">{t('reviews.changed')}</Status>
        </Show>
        <span class="no-print">
          <LinkButton
            small
            kind="quiet"
            download
            href={`/api/evidence/${props.sheet.evidence.id}/content`}
          >
            {t('reviews.download')}
            <span class="visually-hidden">：{props.sheet.evidence.name}</span>
          </LinkButton>
        </span>
      </div>
    </div>
    <Shown sheet={props.sheet} view={props.view} />
  </section>
);

/** Right: all evidence in one scroll, the stamped page first; what is ticked stands under it. */
export const EvidenceScroll = (props: {
  sheets: readonly EvidenceSheet[];
  /** Whose evidence it is: the tab remembers for each how it was looked at. */
  caseId: string;
  /** Behind the last stamped page: the ticks. */
  stampChecks?: JSX.Element;
}) => {
  const view = createCaseView(() => props.caseId);
  const stamped = () => props.sheets.filter(({ isStamped }) => isStamped);
  const rest = () => props.sheets.filter(({ isStamped }) => !isStamped);
  const sheet = (each: EvidenceSheet) => (
    <Sheet
      sheet={each}
      place={props.sheets.indexOf(each) + 1}
      total={props.sheets.length}
      view={view}
    />
  );
  return (
    <Show
      when={props.sheets.length > 0}
      fallback={
        <>
          <Empty title={t('reviews.no-evidence')} next={t('reviews.no-evidence-next')} />
          {props.stampChecks}
        </>
      }
    >
      <Show when={props.sheets.length > 1}>
        <ol class="evidence-list no-print" aria-label={t('reviews.evidence')}>
          <For each={props.sheets}>
            {(each) => (
              <li>
                <a href={`#${sheetPlace(each.evidence.id)}`} rel="external">
                  <Thumbnail sheet={each} />
                  {each.evidence.name}
                </a>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={props.sheets.some(({ show }) => show !== 'offer')}>
        <EvidenceTools view={view} />
      </Show>
      <For each={stamped()}>{sheet}</For>
      {props.stampChecks}
      <For each={rest()}>{sheet}</For>
    </Show>
  );
};
