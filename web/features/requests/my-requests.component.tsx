import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { MyRequest } from '#schema/contracts/request-replies.ts';
import type { OtherRow } from '#web/features/submissions/task-list.component.tsx';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { actOf, dueWords, hrefOf, remainingOf } from './my-requests.presenter.ts';
import { replyStatus } from './request.presenter.ts';
import './requests.css';

type RowProps = { row: MyRequest; mayFill: boolean; withUnit: boolean; isUrgent: boolean };

const Details = (props: RowProps) => {
  const words = () =>
    [
      t('requests.from-office', { office: props.row.office }),
      props.row.part === 'reply' ? '' : t(`requests.part-${props.row.part}`),
      props.row.nil ? t('requests.nil') : '',
      props.withUnit ? props.row.organizationName : '',
    ].filter(Boolean);
  return (
    <p class="task-details small soft">
      <span class="request-mark">{t('requests.title')}</span>
      <Show when={props.row.state !== 'due' && props.row.state}>
        {(state) => <Status kind={replyStatus(state()).kind}>{replyStatus(state()).words}</Status>}
      </Show>
      <For each={words()}>{(each) => <span>{each}</span>}</For>
    </p>
  );
};

const Left = (props: RowProps) => (
  <Show when={remainingOf(props.row)}>
    {(left) => (
      <Show
        when={left().kind === 'late'}
        fallback={<span class={left().kind === 'soon' ? 'task-soon' : ''}>{left().words}</span>}
      >
        <Status kind="late">{left().words}</Status>
      </Show>
    )}
  </Show>
);

/** One request in 我的任务, in the columns of a filing. */
const Row = (props: RowProps) => {
  const act = () => actOf(props.row, props.mayFill);
  return (
    <li class="task">
      <div class="task-title">
        <A href={hrefOf(props.row)} lang="zh-CN">
          {props.row.title}
        </A>
        <Details {...props} />
      </div>
      <p class="task-due">
        <Show when={props.row.dueOn}>
          <span class="task-word">{t('submissions.due')}</span> {dueWords(props.row)}
          <Show when={props.row.originalDueOn}>
            {(day) => (
              <span class="task-moved small soft">
                {t('submissions.moved-from', { day: formatDate(day()) })}
              </span>
            )}
          </Show>
        </Show>
      </p>
      <p class="task-left">
        <Left {...props} />
      </p>
      <p class="task-stamp">
        {props.row.needsStamp ? t('submissions.stamp-needed') : t('submissions.stamp-none')}
      </p>
      <p class="task-holder">
        {t(props.row.nextStep === 'await' ? 'requests.with-office' : 'requests.with-me')}
      </p>
      <p class="task-act">
        <LinkButton
          small
          kind={act().isMine && props.isUrgent ? 'primary' : 'secondary'}
          href={act().href}
        >
          {act().label}
          <span class="visually-hidden">：{props.row.title}</span>
        </LinkButton>
      </p>
    </li>
  );
};

export const asOtherRows = (
  rows: readonly MyRequest[],
  look: Omit<RowProps, 'row' | 'mayFill'> & { mayFill: (row: MyRequest) => boolean },
): OtherRow[] =>
  rows.map((row) => ({
    dueOn: row.dueOn,
    row: () => <Row {...look} row={row} mayFill={look.mayFill(row)} />,
  }));
