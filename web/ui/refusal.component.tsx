import { For, Show } from 'solid-js';
import type { ProblemError } from '#web/shared/problem.ts';
import { Callout } from './status.component.tsx';

export type RefusalProblem = Pick<ProblemError, 'title' | 'status' | 'errors'>;

type RefusalProps = {
  problem: RefusalProblem | false | undefined;
  /** Lists what the server says of each field, where the form has no room for it. */
  withFields?: boolean | undefined;
  /** What to do when somebody else was faster. */
  stale?: string | undefined;
};

type Detailed = { problem: RefusalProblem; stale: string | undefined };

const Details = (props: Detailed) => (
  <>
    <Show when={props.problem.status === 412 && props.stale}>{(words) => <p>{words()}</p>}</Show>
    <For each={props.problem.errors}>{(error) => <p>{error.message}</p>}</For>
  </>
);

/** Why an act was not done, in the server’s words; nothing while nothing was refused. */
export const Refusal = (props: RefusalProps) => (
  <Show when={props.problem}>
    {(problem) => (
      <Callout kind="error" live title={problem().title}>
        {props.withFields ? <Details problem={problem()} stale={props.stale} /> : undefined}
      </Callout>
    )}
  </Show>
);
