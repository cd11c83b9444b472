import { useParams } from '@solidjs/router';
import { ReceivedPaper } from '#web/features/bulletins/received.component.tsx';

/** One paper for one unit, with 签收. */
export const BulletinPage = () => {
  const params = useParams<{ id: string; organizationId: string }>();
  return <ReceivedPaper id={params.id} organizationId={params.organizationId} />;
};
