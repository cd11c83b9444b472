import { useSearchParams } from '@solidjs/router';
import { Suspense, lazy } from 'solid-js';
import { loadWords } from '#web/shared/i18n.ts';
import { Loading } from '#web/ui/state.component.tsx';

const WithoutLiaisonView = lazy(async () => {
  const [loaded] = await Promise.all([
    import('#web/features/organizations/without-liaison.component.tsx'),
    loadWords('people'),
  ]);
  return { default: loaded.WithoutLiaisonView };
});

/** 无联络员的单位, of all kinds or of one. */
export const WithoutLiaisonPage = () => {
  const [params, setParams] = useSearchParams<{ kind?: string }>();
  return (
    <Suspense fallback={<Loading />}>
      <WithoutLiaisonView kind={params.kind} onKind={(kind) => setParams({ kind })} />
    </Suspense>
  );
};
