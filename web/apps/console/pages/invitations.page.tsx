import { useSearchParams } from '@solidjs/router';
import { Suspense, lazy } from 'solid-js';
import { loadWords } from '#web/shared/i18n.ts';
import { Loading } from '#web/ui/state.component.tsx';

const InvitationsView = lazy(async () => {
  const [loaded] = await Promise.all([
    import('#web/features/invitations/invitations.component.tsx'),
    loadWords('people'),
  ]);
  return { default: loaded.InvitationsView };
});

/** 邀请, open ones or those that nothing can become of. */
export const InvitationsPage = () => {
  const [params, setParams] = useSearchParams<{ closed?: string; unit?: string }>();
  return (
    <Suspense fallback={<Loading />}>
      <InvitationsView
        isClosed={params.closed === 'true'}
        unit={params.unit}
        onUnitTaken={() => setParams({ unit: undefined }, { replace: true })}
        onClosed={(isClosed) => setParams({ closed: isClosed ? 'true' : undefined })}
      />
    </Suspense>
  );
};
