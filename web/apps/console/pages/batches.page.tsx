import { useParams } from '@solidjs/router';
import { Suspense, lazy } from 'solid-js';
import { loadWords } from '#web/shared/i18n.ts';
import { Loading } from '#web/ui/state.component.tsx';

const BatchesView = lazy(async () => {
  const [loaded] = await Promise.all([
    import('#web/features/invitations/batches.component.tsx'),
    loadWords('people'),
  ]);
  return { default: loaded.BatchesView };
});
const BatchView = lazy(async () => {
  const [loaded] = await Promise.all([
    import('#web/features/invitations/batch.component.tsx'),
    loadWords('people'),
  ]);
  return { default: loaded.BatchView };
});

/** 导入批次. */
export const BatchesPage = () => (
  <Suspense fallback={<Loading />}>
    <BatchesView />
  </Suspense>
);

export const BatchPage = () => {
  const params = useParams<{ id: string }>();
  return (
    <Suspense fallback={<Loading />}>
      <BatchView id={params.id} />
    </Suspense>
  );
};
