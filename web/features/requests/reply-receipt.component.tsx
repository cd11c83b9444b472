import { For, Show } from 'solid-js';
import type { ReplyReceipt } from '#schema/contracts/request-replies.ts';
import { shortCode } from '#web/features/evidence/evidence-file.presenter.ts';
import { Paper, PaperRow } from '#web/features/submissions/paper.component.tsx';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatBytes } from '#web/shared/numbers.ts';

const Files = (props: { receipt: ReplyReceipt }) => (
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

/** 报送回执 of a reply: what arrived, where, when, and how to prove it. */
export const ReplyReceiptPaper = (props: { receipt: ReplyReceipt }) => (
  <Paper title={t('submissions.receipt-title')}>
    <table class="paper-table">
      <tbody>
        <PaperRow name={t('submissions.receipt-number')}>
          <span class="paper-code">{props.receipt.number}</span>
        </PaperRow>
        <PaperRow name={t('submissions.sheet-unit')}>{props.receipt.organizationName}</PaperRow>
        <PaperRow name={t('requests.title')}>
          {props.receipt.title}
          {props.receipt.nil ? `（${t('requests.nil')}）` : ''}
        </PaperRow>
        <PaperRow name={t('submissions.to')}>{props.receipt.office}</PaperRow>
        <PaperRow name={t('submissions.receipt-time')}>
          {formatInstant(props.receipt.filedAt)}
          {t(props.receipt.late ? 'submissions.receipt-late' : 'submissions.receipt-on-time')}
        </PaperRow>
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
