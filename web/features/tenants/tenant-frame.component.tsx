import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { TenantAnswer } from '#schema/contracts/tenants.ts';
import { t } from '#web/shared/i18n.ts';
import { ProblemError } from '#web/shared/problem.ts';
import { Empty, LoadFailed, Loading, dataOf } from '#web/ui/state.component.tsx';
import { useTenant } from './tenants.queries.ts';

/** Draws its children once it is known whose host this is. */
export const WithTenant = (props: { children: (tenant: () => TenantAnswer) => JSX.Element }) => {
  const tenant = useTenant();
  const isUnknown = () => tenant.error instanceof ProblemError && tenant.error.status === 404;
  const failure = () => (
    <Show
      when={isUnknown()}
      fallback={<LoadFailed error={tenant.error} onRetry={() => void tenant.refetch()} />}
    >
      <Empty title={t('shell.not-served-title')} next={t('shell.not-served-words')} />
    </Show>
  );
  return (
    <Show when={dataOf(tenant)} fallback={tenant.error ? failure() : <Loading />}>
      {(ready) => props.children(ready)}
    </Show>
  );
};
