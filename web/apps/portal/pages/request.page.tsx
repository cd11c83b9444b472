import { useParams } from '@solidjs/router';
import { ReceivedView } from '#web/features/requests/received.component.tsx';

/** 临时任务 as one unit received it. */
export const RequestPage = () => {
  const params = useParams<{ id: string; organizationId: string }>();
  return <ReceivedView id={params.id} organizationId={params.organizationId} />;
};
