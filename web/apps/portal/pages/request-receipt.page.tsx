import { useParams } from '@solidjs/router';
import { ReplyReceiptPaper } from '#web/features/requests/reply-receipt.component.tsx';
import { useReplyReceipt } from '#web/features/requests/requests.queries.ts';
import { ReceiptWithActs } from '#web/features/submissions/receipt-acts.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';

/** 报送回执 of a reply, right after 报送 and again whenever somebody asks. */
export const RequestReceiptPage = () => {
  const params = useParams<{ id: string }>();
  const receipt = useReplyReceipt(() => params.id);
  return (
    <QueryView query={receipt}>
      {(data) => (
        <ReceiptWithActs receipt={data()} filed={{ label: data().title }}>
          <ReplyReceiptPaper receipt={data()} />
        </ReceiptWithActs>
      )}
    </QueryView>
  );
};
