import { Show } from 'solid-js';
import type { Receipt } from '#schema/contracts/submissions.ts';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { PaperRow } from './paper.component.tsx';
import { ReceiptSheet } from './receipt-sheet.component.tsx';

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

/** 报送回执 of a task. */
export const ReceiptPaper = (props: { receipt: Receipt; title: string }) => (
  <ReceiptSheet
    receipt={props.receipt}
    subject={{ name: t('submissions.sheet-task'), words: props.title }}
    timeliness={timeliness(props.receipt)}
  >
    <Show when={props.receipt.paper}>
      {(paper) => <PaperRow name={t('submissions.receipt-paper')}>{paperWords(paper())}</PaperRow>}
    </Show>
  </ReceiptSheet>
);
