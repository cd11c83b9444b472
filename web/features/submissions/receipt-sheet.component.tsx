import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { shortCode } from '#web/features/evidence/evidence-file.presenter.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatBytes } from '#web/shared/numbers.ts';
import { Paper, PaperRow } from './paper.component.tsx';

/** What every receipt says, whatever was filed. */
type ReceiptFacts = {
  number: string;
  filedAt: number;
  office: string;
  organizationName: string;
  revision: number;
  contentHash: string;
  files: readonly { name: string; bytes: number; sha256: string }[];
};

const Files = (props: { files: ReceiptFacts['files'] }) => (
  <Show
    when={props.files.length > 0}
    fallback={<p class="paper-signatures">{t('submissions.receipt-no-files')}</p>}
  >
    <table class="paper-table paper-files">
      <caption class="visually-hidden">{t('submissions.receipt-files')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('submissions.receipt-files')}</th>
          <th scope="col" class="paper-name">
            {t('submissions.receipt-size')}
          </th>
          <th scope="col">{t('submissions.receipt-check')}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.files}>
          {(file) => (
            <tr>
              <td>{file.name}</td>
              <td class="paper-name">{formatBytes(file.bytes)}</td>
              <td class="paper-code">{shortCode(file.sha256)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Show>
);

type ReceiptSheetProps = {
  receipt: ReceiptFacts;
  /** What was filed, under the name its kind has. */
  subject: { name: string; words: string };
  /** 按期 or 逾期, beside the moment; nothing while that is not yet known. */
  timeliness: string;
  /** Rows that only this kind of filing has. */
  children?: JSX.Element;
};

/** 报送回执: what arrived, where, when, and how to prove it. */
export const ReceiptSheet = (props: ReceiptSheetProps) => (
  <Paper title={t('submissions.receipt-title')}>
    <table class="paper-table">
      <tbody>
        <PaperRow name={t('submissions.receipt-number')}>
          <span class="paper-code">{props.receipt.number}</span>
        </PaperRow>
        <PaperRow name={t('submissions.sheet-unit')}>{props.receipt.organizationName}</PaperRow>
        <PaperRow name={props.subject.name}>{props.subject.words}</PaperRow>
        <PaperRow name={t('submissions.to')}>{props.receipt.office}</PaperRow>
        <PaperRow name={t('submissions.receipt-time')}>
          {formatInstant(props.receipt.filedAt)}
          {props.timeliness}
        </PaperRow>
        {props.children}
        <PaperRow name={t('submissions.receipt-round')}>
          {t('submissions.receipt-round-words', { round: props.receipt.revision })}
        </PaperRow>
        <PaperRow name={t('submissions.receipt-content')}>
          <span class="paper-code">{shortCode(props.receipt.contentHash)}</span>
        </PaperRow>
      </tbody>
    </table>
    <Files files={props.receipt.files} />
    <p class="paper-foot">{t('submissions.receipt-foot')}</p>
  </Paper>
);
