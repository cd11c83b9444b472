import { useParams } from '@solidjs/router';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { ReceiptWithActs } from '#web/features/submissions/receipt-acts.component.tsx';
import { ReceiptPaper } from '#web/features/submissions/receipt.component.tsx';
import { useReceipt, useSubmission } from '#web/features/submissions/submissions.queries.ts';
import { localText } from '#web/shared/i18n.ts';
import { QueryView, dataOf } from '#web/ui/state.component.tsx';

/** 报送回执, on the screen right after 报送 and again whenever somebody asks. */
export const ReceiptPage = () => {
  const params = useParams<{ id: string }>();
  const receipt = useReceipt(() => params.id);
  const submission = useSubmission(() => params.id);
  const title = () => {
    const detail = dataOf(submission);
    return detail ? titleOf(detail.summary) : localText(dataOf(receipt)?.title);
  };
  return (
    <QueryView query={receipt}>
      {(data) => (
        <ReceiptWithActs
          receipt={data()}
          filed={{ label: title(), href: `/submissions/${params.id}` }}
        >
          <ReceiptPaper receipt={data()} title={title()} />
        </ReceiptWithActs>
      )}
    </QueryView>
  );
};
