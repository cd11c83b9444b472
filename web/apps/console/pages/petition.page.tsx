import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { PetitionView } from '#web/features/petitions/petition-view.component.tsx';

/** One petition, for the office it went to. */
export const PetitionPage = () => {
  const params = useParams<{ id: string }>();
  return (
    <Show when={params.id} keyed>
      {(id) => <PetitionView id={id} />}
    </Show>
  );
};
