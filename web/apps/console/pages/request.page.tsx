import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { RequestView } from '#web/features/requests/request-view.component.tsx';

/** One 临时任务 for its sender. */
export const RequestPage = () => {
  const params = useParams<{ id: string }>();
  return (
    <Show when={params.id} keyed>
      {(id) => <RequestView id={id} />}
    </Show>
  );
};
