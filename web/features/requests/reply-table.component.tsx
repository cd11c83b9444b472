import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { RequestDetail } from '#schema/contracts/request-overview.ts';
import type { ReplyRow } from '#schema/contracts/request-replies.ts';
import { formatDay, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button, LinkButton } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { ComputedAsOf } from '#web/ui/page.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import type { Relief } from './relief-dialogs.component.tsx';
import { Filters } from './reply-filters.component.tsx';
import { dueMoment, lateWords, replyStatus } from './request.presenter.ts';
import { useReplies } from './requests.queries.ts';
import type { ReplyFilter } from './requests.queries.ts';
import { UrgeReplies } from './urge-replies.component.tsx';

type Look = {
  detail: RequestDetail;
  asOf: () => number;
  onRelief: (relief: Relief) => void;
};

const isOpen = ({ state }: ReplyRow) =>
  state === 'due' || state === 'draft' || state === 'returned';

const StateOf = (props: { row: ReplyRow; asOf: number }) => {
  const status = () => replyStatus(props.row.state);
  const late = () => lateWords(props.row, props.asOf);
  return (
    <span class="request-states">
      <Status kind={status().kind}>{status().words}</Status>
      <Show when={late()}>{(words) => <Status kind="late">{words()}</Status>}</Show>
      <Show when={props.row.nil}>
        <span class="small soft">{t('requests.nil')}</span>
      </Show>
      <Show when={props.row.asked}>
        <Status kind="waiting">{t('requests.asks-more-time')}</Status>
      </Show>
    </span>
  );
};

const Acts = (props: { row: ReplyRow; look: Look }) => (
  <div class="row request-acts">
    <Show when={props.row.filedAt !== undefined}>
      <LinkButton
        small
        kind={props.row.state === 'filed' ? 'primary' : 'secondary'}
        href={`/requests/${props.look.detail.summary.id}/replies/${props.row.id}`}
      >
        {t(
          props.row.state === 'filed' && props.look.detail.may.decide
            ? 'requests.review'
            : 'requests.step-look',
        )}
        <span class="visually-hidden">：{props.row.organizationName}</span>
      </LinkButton>
    </Show>
    <Show when={props.look.detail.may.decide && isOpen(props.row) && !props.row.late}>
      <Button
        small
        kind="quiet"
        onClick={() => props.look.onRelief({ kind: 'extend', row: props.row })}
      >
        {t('requests.extend')}
        <span class="visually-hidden">：{props.row.organizationName}</span>
      </Button>
    </Show>
    <Show when={props.look.detail.may.decide && isOpen(props.row)}>
      <Button
        small
        kind="quiet"
        onClick={() => props.look.onRelief({ kind: 'excuse', row: props.row })}
      >
        {t('requests.excuse')}
        <span class="visually-hidden">：{props.row.organizationName}</span>
      </Button>
    </Show>
  </div>
);

const signedWords = ({ signedForAt }: ReplyRow): string =>
  signedForAt === undefined ? t('requests.not-signed') : formatInstant(signedForAt);

const filedWords = ({ filedAt }: ReplyRow): string =>
  filedAt === undefined ? '—' : formatInstant(filedAt);

const dueColumn = (): Column<ReplyRow> => ({
  key: 'due',
  header: t('requests.deadline'),
  cell: (row) => (
    <>
      {dueMoment(row)}
      <Show when={row.originalDueOn && row.originalDueOn !== row.dueOn}>
        <span class="request-under small soft">
          {t('requests.was-due', { day: formatDay(row.originalDueOn ?? '') })}
        </span>
      </Show>
    </>
  ),
  text: dueMoment,
});

const columns = (look: Look): Column<ReplyRow>[] => [
  {
    key: 'unit',
    header: t('requests.col-unit'),
    rowHeader: true,
    cell: (row) => (
      <>
        <span lang="zh-CN">{row.organizationName}</span>
        <Show when={row.part === 'lead'}>
          <span class="small soft">（{t('requests.part-lead')}）</span>
        </Show>
      </>
    ),
    text: ({ organizationName }) => organizationName,
  },
  {
    key: 'signed',
    header: t('requests.signed-for'),
    cell: signedWords,
    text: signedWords,
  },
  dueColumn(),
  {
    key: 'state',
    header: t('requests.col-state'),
    cell: (row) => <StateOf row={row} asOf={look.asOf()} />,
    text: (row) =>
      [replyStatus(row.state).words, lateWords(row, look.asOf())].filter(Boolean).join(' '),
  },
  { key: 'filed', header: t('requests.col-filed'), cell: filedWords, text: filedWords },
  { key: 'acts', header: '', cell: (row) => <Acts row={row} look={look} /> },
];

/** Replies in official unit order: state, sign-for, days late; and what can be done about them. */
export const ReplyTable = (props: {
  detail: RequestDetail;
  filter: ReplyFilter;
  onFilter: (filter: ReplyFilter) => void;
  onRelief: (relief: Relief) => void;
}) => {
  const list = useReplies(
    () => props.detail.summary.id,
    () => props.filter,
  );
  const pages = () => (list.isPending ? undefined : list.data?.pages);
  const rows = () => pages()?.flatMap((page) => page.rows);
  const asOf = () => pages()?.[0]?.asOf ?? 0;
  const look = () => ({ detail: props.detail, asOf, onRelief: props.onRelief });
  const isFiltered = () => Object.values(props.filter).some(Boolean);
  return (
    <section class="request-section">
      <h2 class="section-title">{t('requests.replies')}</h2>
      <Filters detail={props.detail} filter={props.filter} onFilter={props.onFilter} />
      <DataTable
        caption={t('requests.replies')}
        captionHidden
        rows={rows()}
        columns={columns(look())}
        error={list.error}
        onRetry={() => void list.refetch()}
        tools={
          <>
            <Show when={asOf() > 0}>
              <ComputedAsOf at={asOf()} />
            </Show>
            <Show when={props.detail.may.decide && props.detail.summary.state === 'issued'}>
              <UrgeReplies
                request={props.detail.summary.id}
                rows={rows() ?? []}
                filter={props.filter}
                hasMore={list.hasNextPage}
              />
            </Show>
          </>
        }
        empty={{
          title: t(isFiltered() ? 'requests.no-such-replies' : 'requests.no-replies'),
          next: isFiltered() ? (
            <A href={`/requests/${props.detail.summary.id}`}>{t('organizations.clear')}</A>
          ) : undefined,
        }}
        footer={<LoadMore shown={rows()?.length} list={list} />}
      />
    </section>
  );
};
