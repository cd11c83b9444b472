import type { ReplyReceipt } from '#schema/contracts/request-replies.ts';
import { ReceiptSheet } from '#web/features/submissions/receipt-sheet.component.tsx';
import { t } from '#web/shared/i18n.ts';

const subjectWords = ({ title, nil }: ReplyReceipt): string =>
  nil ? `${title}（${t('requests.nil')}）` : title;

/** 报送回执 of a reply. */
export const ReplyReceiptPaper = (props: { receipt: ReplyReceipt }) => (
  <ReceiptSheet
    receipt={props.receipt}
    subject={{ name: t('requests.title'), words: subjectWords(props.receipt) }}
    timeliness={t(props.receipt.late ? 'submissions.receipt-late' : 'submissions.receipt-on-time')}
  />
);
