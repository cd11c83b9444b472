import { useParams } from '@solidjs/router';
import { EntryView } from '#web/features/registers/entry-view.component.tsx';

/** One entry of a register. */
export const EntryPage = () => {
  const params = useParams<{ id: string }>();
  return <EntryView id={params.id} />;
};
