import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { t } from '#web/shared/i18n.ts';

export type StatusKind = 'draft' | 'current' | 'waiting' | 'done' | 'returned' | 'late' | 'stopped';

/** One shape for each kind, so that the word never stands on its colour alone. */
const shapes: Record<StatusKind, string> = {
  draft:
    'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9zm0 1.4a3.1 3.1 0 1 0 0 6.2a3.1 3.1 0 1 0 0-6.2z',
  current: 'M2 1l9 5-9 5z',
  waiting: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1zm0 1.4v7.2a3.6 3.6 0 1 0 0-7.2z',
  done: 'M6 .5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zM8.6 3.4L5.2 6.9 3.5 5.2l-1 1 2.7 2.7 4.4-4.5z',
  returned: 'M5 1.5L.5 6 5 10.5V7.6h6.5V4.4H5z',
  late: 'M6 .8L11.8 11H.2zM5.3 4.4v3.2h1.4V4.4zm0 4v1.3h1.4V8.4z',
  stopped: 'M1.5 1.5h9v9h-9z',
};

export const Status = (props: { kind: StatusKind; children: JSX.Element }) => (
  <span class={`status status-${props.kind}`}>
    <svg viewBox="0 0 12 12" fill="currentColor" fill-rule="evenodd" aria-hidden="true">
      <path d={shapes[props.kind]} />
    </svg>
    <span>{props.children}</span>
  </span>
);

export type CalloutKind = 'note' | 'warn' | 'error' | 'done';

/** `live` reads it out when it appears. */
export const Callout = (props: {
  kind?: CalloutKind | undefined;
  title?: string | undefined;
  children?: JSX.Element;
  actions?: JSX.Element;
  live?: boolean | undefined;
}) => (
  <div
    class={`callout callout-${props.kind ?? 'note'}`}
    role={props.live ? (props.kind === 'error' ? 'alert' : 'status') : undefined}
  >
    <Show when={props.title}>
      <p class="callout-title">{props.title}</p>
    </Show>
    <Show when={props.children}>
      <div>{props.children}</div>
    </Show>
    <Show when={props.actions}>
      <div class="callout-actions row">{props.actions}</div>
    </Show>
  </div>
);

/** The fixed sentence for the sign-in page and every box that takes text in. */
export const SecrecyNotice = () => <p class="secrecy">{t('shell.secrecy')}</p>;

/** A grey chip: where a prefilled value comes from. */
export const SourceChip = (props: { children: JSX.Element }) => (
  <span class="source-chip">{props.children}</span>
);

export type StepState = 'done' | 'current' | 'next' | 'returned' | 'skipped';

export type Step = {
  /** The act: 拟稿, 核稿, 会签, 签发. */
  act: string;
  post?: string | undefined;
  state: StepState;
  /** When, or until when. */
  at?: string | undefined;
  note?: JSX.Element;
};

const stepStatus: Record<StepState, StatusKind> = {
  done: 'done',
  current: 'current',
  next: 'draft',
  returned: 'returned',
  skipped: 'stopped',
};

/** The chain of an approval, in order. */
export const Steps = (props: { label: string; steps: readonly Step[] }) => (
  <ol class="steps" aria-label={props.label}>
    <For each={props.steps}>
      {(step) => (
        <li
          class={`step step-${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <p class="step-act">{step.act}</p>
          <Show when={step.post}>
            <p>{step.post}</p>
          </Show>
          <p class="step-detail">
            <Status kind={stepStatus[step.state]}>{t(`kit.step-${step.state}`)}</Status>
            <Show when={step.at}>{` ${step.at}`}</Show>
          </p>
          <Show when={step.note}>
            <p class="step-detail">{step.note}</p>
          </Show>
        </li>
      )}
    </For>
  </ol>
);
