import { For, Show } from 'solid-js';
import type { Receipt } from '#schema/contracts/submissions.ts';
import { shortCode } from '#web/features/evidence/evidence-file.presenter.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatBytes } from '#web/shared/numbers.ts';
import { Paper, PaperRow } from './paper.component.tsx';

const Files = (props: { receipt: Receipt }) => (
  <Show
    when={props.receipt.files.length > 0}
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
        <For each={props.receipt.files}>
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

/** Not said before the paper came where its day is what counts. */
const timeliness = ({ late, paper }: Receipt): string => {
  if (paper?.prevails === 'paper' && paper.receivedOn === undefined) return '';
  return late ? t('submissions.receipt-late') : t('submissions.receipt-on-time');
};

const paperWords = ({ prevails, receivedOn }: NonNullable<Receipt['paper']>): string => {
  if (prevails === 'scan') return t('submissions.receipt-scan-prevails');
  return receivedOn === undefined
    ? t('submissions.receipt-paper-awaited')
    : t('submissions.receipt-paper-came', { day: formatDate(receivedOn) });
};

/** 报送回执: what arrived, where, when, and how to prove it. */
export const ReceiptPaper = (props: { receipt: Receipt; title: string }) => (
  <Paper title={t('submissions.receipt-title')}>
    <table class="paper-table">
      <tbody>
        <PaperRow name={t('submissions.receipt-number')}>
          <span class="paper-code">{props.receipt.number}</span>
        </PaperRow>
        <PaperRow name={t('submissions.sheet-unit')}>{props.receipt.organizationName}</PaperRow>
        <PaperRow name={t('submissions.sheet-task')}>{props.title}</PaperRow>
        <PaperRow name={t('submissions.to')}>{props.receipt.office}</PaperRow>
        <PaperRow name={t('submissions.receipt-time')}>
          {formatInstant(props.receipt.filedAt)}
          {timeliness(props.receipt)}
        </PaperRow>
        <Show when={props.receipt.paper}>
          {(paper) => (
            <PaperRow name={t('submissions.receipt-paper')}>{paperWords(paper())}</PaperRow>
          )}
        </Show>
        <PaperRow name={t('submissions.receipt-round')}>
          {t('submissions.receipt-round-words', { round: props.receipt.revision })}
        </PaperRow>
        <PaperRow name={t('submissions.receipt-content')}>
          <span class="paper-code">{shortCode(props.receipt.contentHash)}</span>
        </PaperRow>
      </tbody>
    </table>
    <Files receipt={props.receipt} />
    <p class="paper-foot">{t('submissions.receipt-foot')}</p>
  </Paper>
);
