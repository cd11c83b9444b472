import { Suspense, createEffect, lazy } from 'solid-js';
import { WithTenant } from '#web/features/tenants/tenant-frame.component.tsx';
import { loadWords, localText } from '#web/shared/i18n.ts';
import { Shell } from '#web/ui/shell.layout.tsx';
import { Loading } from '#web/ui/state.component.tsx';

const JoinView = lazy(async () => {
  const [loaded] = await Promise.all([
    import('#web/features/invitations/join.component.tsx'),
    loadWords('people'),
  ]);
  return { default: loaded.JoinView };
});

/** The address keeps the link's secret behind `#`, which no server and no proxy is ever sent. */
const tokenInAddress = (): string => window.location.hash.slice(1);

/** Somebody takes the post that a link is for; no account yet, no navigation. */
export const JoinPage = () => (
  <WithTenant>
    {(tenant) => {
      createEffect(() => {
        document.title = localText(tenant().branding.title);
      });
      return (
        <Shell
          mark={tenant().branding.mark}
          motif={tenant().branding.motif}
          footer={tenant().footer}
          title={localText(tenant().names.full)}
          navigation={[]}
        >
          <Suspense fallback={<Loading />}>
            <JoinView token={tokenInAddress()} />
          </Suspense>
        </Shell>
      );
    }}
  </WithTenant>
);
