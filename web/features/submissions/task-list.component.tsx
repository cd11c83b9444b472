import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { SubmissionSummary } from '#schema/contracts/submissions.ts';
import { formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { Words } from '#web/ui/page.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import {
  actOf,
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

const Due = (props: { summary: SubmissionSummary }) => (
  <p class="task-due">
    <span class="task-word">{t('submissions.due')}</span> {dueWords(props.summary)}
    <Show when={remainingOf(props.summary) && props.summary.dueAdvice}>
      {(advice) => (
        <span class="soft">{t('submissions.advice', { advice: localText(advice()) })}</span>
      )}
    </Show>
    <Show when={wasMoved(props.summary) && props.summary.originalDueOn}>
      {(day) => (
        <span class="task-moved small soft">
          {t('submissions.moved-from', { day: formatDate(day()) })}
        </span>
      )}
    </Show>
  </p>
);

const Row = (props: { summary: SubmissionSummary; viewer: Viewer; withUnit: boolean }) => {
  const act = () => actOf(props.summary, props.viewer);
  const status = () => statusOf(props.summary);
  return (
    <li class="task">
      <div class="task-title">
        <A href={`/submissions/${props.summary.id}`}>
          <Words text={props.summary.title} />
        </A>
        <p class="small soft">
          <Status kind={status().kind}>{status().words}</Status>
          <Show when={props.summary.nil}>{` · ${t('submissions.nil')}`}</Show>
          <Show when={props.withUnit}>{` · ${props.summary.organizationName}`}</Show>
        </p>
      </div>
      <Due summary={props.summary} />
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
      <p class="task-holder">
        <span class="task-word">{t('submissions.holder')}</span>{' '}
        {holderWords(props.summary, props.viewer)}
      </p>
      <p class="task-act">
        <LinkButton small kind={act().isMine ? 'primary' : 'secondary'} href={act().href}>
          {act().label}
          <span class="visually-hidden">：{localText(props.summary.title)}</span>
        </LinkButton>
      </p>
    </li>
  );
};

/** One group of 我的任务. */
export const TaskGroup = (props: {
  title: string;
  tasks: readonly SubmissionSummary[];
  viewer: (summary: SubmissionSummary) => Viewer;
  withUnit: boolean;
}) => (
  <Show when={props.tasks.length > 0}>
    <section class="task-group">
      <h2 class="task-group-title">
        {props.title}
        <span class="task-count">{t('submissions.count', { count: props.tasks.length })}</span>
      </h2>
      <ul class="tasks">
        <For each={props.tasks}>
          {(summary) => (
            <Row summary={summary} viewer={props.viewer(summary)} withUnit={props.withUnit} />
          )}
        </For>
      </ul>
    </section>
  </Show>
);
