import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { Words } from '#web/ui/page.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { periodWords, titleOf } from './occurrence.presenter.ts';
import {
  actOf,
  adviceWords,
  dueWords,
  holderWords,
  remainingOf,
  statusOf,
  wasMoved,
} from './task-row.presenter.ts';
import type { Remaining, Viewer } from './task-row.presenter.ts';
import './tasks.css';

const RemainingWords = (props: { remaining: Remaining }) => (
  <Show
    when={props.remaining.kind === 'late'}
    fallback={
      <span class={props.remaining.kind === 'soon' ? 'task-soon' : ''}>
        {props.remaining.words}
      </span>
    }
  >
    <Status kind="late">{props.remaining.words}</Status>
  </Show>
);

const Due = (props: { summary: SubmissionSummary; thisYear: string }) => (
  <p class="task-due">
    <span class="task-word">{t('submissions.due')}</span> {dueWords(props.summary, props.thisYear)}
    <span class="soft">{adviceWords(props.summary)}</span>
    <Show when={wasMoved(props.summary) && props.summary.originalDueOn}>
      {(day) => (
        <span class="task-moved small soft">
          {t('submissions.moved-from', { day: formatDate(day()) })}
        </span>
      )}
    </Show>
  </p>
);

/** A row of another kind that stands among the filings, in its place by day. */
export type OtherRow = {
  readonly dueOn: string | undefined;
  readonly row: () => JSX.Element;
};

export type TaskLook = {
  readonly viewer: (summary: SubmissionSummary) => Viewer;
  readonly withUnit: boolean;
  readonly thisYear: string;
  /** What is to be done first stands out; the rest can wait. */
  readonly isUrgent?: boolean | undefined;
};

const Details = (props: { summary: SubmissionSummary; withUnit: boolean }) => {
  const status = () => statusOf(props.summary);
  const words = () =>
    [
      periodWords(props.summary.occurrence),
      props.summary.nil ? t('submissions.nil') : '',
      props.withUnit ? props.summary.organizationName : '',
    ].filter(Boolean);
  return (
    <p class="task-details small soft">
      <Show when={props.summary.state !== 'due'}>
        <Status kind={status().kind}>{status().words}</Status>
      </Show>
      <For each={words()}>{(each) => <span>{each}</span>}</For>
    </p>
  );
};

const Row = (props: TaskLook & { summary: SubmissionSummary }) => {
  const viewer = () => props.viewer(props.summary);
  const act = () => actOf(props.summary, viewer());
  return (
    <li class="task">
      <div class="task-title">
        <A href={`/submissions/${props.summary.id}`}>
          <Words text={props.summary.title} />
        </A>
        <Details summary={props.summary} withUnit={props.withUnit} />
      </div>
      <Due summary={props.summary} thisYear={props.thisYear} />
      <p class="task-left">
        <Show when={remainingOf(props.summary)}>
          {(remaining) => <RemainingWords remaining={remaining()} />}
        </Show>
      </p>
      <p class="task-stamp">
        {props.summary.needsStamp ? t('submissions.stamp-needed') : t('submissions.stamp-none')}
        <Show when={props.summary.paper === 'expected'}>
          <span class="task-word-under">{t('submissions.paper-expected')}</span>
        </Show>
      </p>
      <p class="task-holder">{holderWords(props.summary, viewer())}</p>
      <p class="task-act">
        <LinkButton
          small
          kind={act().isMine && props.isUrgent ? 'primary' : 'secondary'}
          href={act().href}
        >
          {act().label}
          <span class="visually-hidden">：{titleOf(props.summary)}</span>
        </LinkButton>
      </p>
    </li>
  );
};

/** By day; of one day the filings come first, and what has no day at all is read at once. */
export const inOrder = (
  tasks: readonly SubmissionSummary[],
  others: readonly OtherRow[],
): (SubmissionSummary | OtherRow)[] => {
  const isBefore = (other: OtherRow, { dueOn }: SubmissionSummary) =>
    other.dueOn === undefined || (dueOn !== undefined && other.dueOn < dueOn);
  const rows: (SubmissionSummary | OtherRow)[] = [];
  let rest = others;
  for (const task of tasks) {
    const first = rest.filter((other) => isBefore(other, task));
    rest = rest.filter((other) => !isBefore(other, task));
    rows.push(...first, task);
  }
  return [...rows, ...rest];
};

/** One group of 我的任务. */
export const TaskGroup = (
  props: TaskLook & {
    title: string;
    tasks: readonly SubmissionSummary[];
    others?: readonly OtherRow[] | undefined;
  },
) => (
  <Show when={props.tasks.length + (props.others?.length ?? 0) > 0}>
    <section class="task-group">
      <h2 class="task-group-title">
        {props.title}
        <span class="task-count">
          {t('submissions.count', { count: props.tasks.length + (props.others?.length ?? 0) })}
        </span>
      </h2>
      <ul class="tasks">
        <For each={inOrder(props.tasks, props.others ?? [])}>
          {(each) => ('row' in each ? each.row() : <Row {...props} summary={each} />)}
        </For>
      </ul>
    </section>
  </Show>
);
