import { For, Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import type { ProblemError } from '#web/shared/problem.ts';
import { Callout } from '#web/ui/status.component.tsx';

/** Why an act was not done, in the server's words; somebody else's change says to read again. */
export const Refused = (props: { problem: ProblemError | undefined }) => (
  <Show when={props.problem}>
    {(problem) => (
      <Callout kind="error" live title={problem().title}>
        <Show when={problem().status === 412}>
          <p>{t('scoring.reload')}</p>
        </Show>
        <For each={problem().errors}>{(error) => <p>{error.message}</p>}</For>
      </Callout>
    )}
  </Show>
);
