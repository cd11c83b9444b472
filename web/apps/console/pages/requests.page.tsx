import { useSearchParams } from '@solidjs/router';
import { RequestTable } from '#web/features/requests/request-list.component.tsx';

/** 临时任务, the state that is looked for in the address. */
export const RequestsPage = () => {
  const [params, setParams] = useSearchParams<{ state?: string }>();
  return (
    <RequestTable
      state={params.state}
      onState={(state) => setParams({ state }, { replace: true })}
    />
  );
};
