import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { BulletinView } from '#web/features/bulletins/bulletin-view.component.tsx';

/** One paper of the office. */
export const BulletinPage = () => {
  const params = useParams<{ id: string }>();
  return (
    <Show when={params.id} keyed>
      {(id) => <BulletinView id={id} />}
    </Show>
  );
};
