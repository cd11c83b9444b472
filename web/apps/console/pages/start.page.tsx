import { Navigate } from '@solidjs/router';
import { Show } from 'solid-js';
import { useSession } from '#web/features/identity/session.ts';
import { page } from '#web/shared/lazy-page.ts';
import { navigationFor } from '../navigation.ts';

const HomePage = page(() => import('./home.page.tsx'), 'HomePage');

/** The overview for who works on campaigns; everybody else begins at the own first section. */
export const StartPage = () => {
  const { permissions } = useSession();
  const first = () => navigationFor(permissions)[0]?.href ?? '/organizations';
  return (
    <Show when={permissions.holds('campaigns.read')} fallback={<Navigate href={first()} />}>
      <HomePage />
    </Show>
  );
};
