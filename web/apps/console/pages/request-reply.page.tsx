import { useParams } from '@solidjs/router';
import { ReplyReview } from '#web/features/requests/reply-review.component.tsx';

/** One reply, to read and to decide on. */
export const RequestReplyPage = () => {
  const params = useParams<{ replyId: string }>();
  return <ReplyReview id={params.replyId} />;
};
