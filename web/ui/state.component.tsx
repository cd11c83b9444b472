import { Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { ProblemError } from '#web/shared/problem.ts';
import { Button } from './button.component.tsx';

export const Loading = (props: { label?: string }) => (
  <p class="soft" role="status">
    {props.label ?? t('kit.loading')}
  </p>
);

/** Nothing there, and what to do next. */
export const Empty = (props: { title: string; next?: JSX.Element; actions?: JSX.Element }) => (
  <div class="empty">
    <p class="state-title">{props.title}</p>
    <Show when={props.next}>
      <p class="state-next">{props.next}</p>
    </Show>
    <Show when={props.actions}>
      <div class="state-actions row">{props.actions}</div>
    </Show>
  </div>
);

export const LoadFailed = (props: { error: unknown; onRetry?: (() => void) | undefined }) => {
  const problem = () => (props.error instanceof ProblemError ? props.error : undefined);
  const isRefusal = () => {
    const status = problem()?.status ?? 500;
    return status < 500 && status !== 429;
  };
  return (
    <div role="alert">
      <p class="state-title">{problem()?.title || t('kit.load-failed')}</p>
      <Show when={!isRefusal()}>
        <p class="state-next">{t('kit.load-failed-next')}</p>
      </Show>
      <Show when={problem()?.requestId}>
        {(requestId) => (
          <p class="state-next small">{t('kit.load-failed-code', { requestId: requestId() })}</p>
        )}
      </Show>
      <Show when={props.onRetry}>
        <div class="state-actions">
          <Button onClick={() => props.onRetry?.()}>{t('acts.retry')}</Button>
        </div>
      </Show>
    </div>
  );
};

/** What `useQuery` gives, as far as a page needs it. */
export type Readable<T> = {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
};

/** The data without suspending the page while it is on its way. */
export const dataOf = <T,>(query: Readable<T>): T | undefined =>
  query.isPending ? undefined : query.data;

/** Loading, failed or ready around one query; what was read before stays in sight. */
export function QueryView<T>(props: {
  query: Readable<T>;
  children: (data: () => T) => JSX.Element;
}) {
  const ready = () => {
    const data = dataOf(props.query);
    return data === undefined ? undefined : { data };
  };
  return (
    <Switch fallback={<Loading />}>
      <Match when={ready()}>{(answer) => props.children(() => answer().data)}</Match>
      <Match when={props.query.error}>
        <LoadFailed error={props.query.error} onRetry={() => void props.query.refetch()} />
      </Match>
    </Switch>
  );
}
