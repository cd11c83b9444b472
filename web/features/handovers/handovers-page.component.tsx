import { useSearchParams } from '@solidjs/router';
import { Suspense, lazy } from 'solid-js';
import { loadWords } from '#web/shared/i18n.ts';
import { Loading } from '#web/ui/state.component.tsx';

const HandoversView = lazy(async () => {
  const [loaded] = await Promise.all([import('./handovers.component.tsx'), loadWords('handovers')]);
  return { default: loaded.HandoversView };
});

/** 岗位交接, with its words; `?person=` says whose posts. */
export const HandoversArea = () => {
  const [params] = useSearchParams<{ person?: string }>();
  return (
    <Suspense fallback={<Loading />}>
      <HandoversView personId={params.person} />
    </Suspense>
  );
};
