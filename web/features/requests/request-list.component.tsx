import { A, useNavigate } from '@solidjs/router';
import { Show } from 'solid-js';
import type { RequestSummary } from '#schema/contracts/request-overview.ts';
import type { RequestMoved } from '#schema/contracts/requests.ts';
import { requestStates } from '#schema/contracts/requests.ts';
import { useSession } from '#web/features/identity/session.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { ComputedAsOf, PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { usualChain } from './draft-fields.presenter.ts';
import { countWords, deadlineWords, requestStatus } from './request.presenter.ts';
import { useRequests, useRequestsChanged } from './requests.queries.ts';
import './requests.css';

/** The office that this person drafts for: the commission itself, or her own bureau. */
const useIssuer = () => {
  const { me, permissions } = useSession();
  const posts = () => me().posts.filter((post) => post.permissions.includes('requests.draft'));
  return {
    mayDraft: () => permissions.holds('requests.draft'),
    issuer: (): string | undefined =>
      posts().some(({ organization }) => organization === null)
        ? undefined
        : posts()[0]?.organization?.id,
  };
};

/** 新建临时任务: begins a draft with the usual chain, and goes there. */
const NewRequest = (props: { kind: 'primary' | 'secondary' }) => {
  const navigate = useNavigate();
  const changed = useRequestsChanged();
  const { issuer } = useIssuer();
  const command = createCommand<void, RequestMoved>(() => ({
    method: 'POST',
    path: '/api/requests',
    body: {
      ...(issuer() === undefined ? {} : { issuer: issuer() }),
      content: { chain: usualChain(), stampedScan: false, nilReply: false },
    },
  }));
  const begin = async () => {
    const made = await command.attempt();
    if (!made) return;
    navigate(`/requests/${made.data.id}`);
    await changed();
  };
  return (
    <>
      <Button kind={props.kind} busy={command.isBusy()} onClick={() => void begin()}>
        {t('requests.new')}
      </Button>
      <Refusal problem={command.problem()} />
    </>
  );
};

const StateOf = (props: { row: RequestSummary }) => {
  const status = () => requestStatus(props.row.state);
  return (
    <>
      <Status kind={status().kind}>{status().words}</Status>
      <Show when={props.row.waitsFor}>
        {(step) => (
          <span class="small soft"> {t('requests.waits-for', { post: step().title })}</span>
        )}
      </Show>
    </>
  );
};

type CountKey = 'due' | 'replied' | 'overdue' | 'outstanding';

const countColumn = (key: CountKey): Column<RequestSummary> => ({
  key,
  header: t(`requests.col-${key}`),
  align: 'end',
  width: 'narrow',
  cell: (row) => (
    <Show
      when={key === 'overdue' && (row.counts?.overdue ?? 0) > 0}
      fallback={countWords(row.counts, key)}
    >
      <A href={`/requests/${row.id}?overdue=true`}>
        <Status kind="late">{countWords(row.counts, key)}</Status>
      </A>
    </Show>
  ),
  text: (row) => countWords(row.counts, key),
});

const columns = (): Column<RequestSummary>[] => [
  {
    key: 'title',
    header: t('requests.title'),
    rowHeader: true,
    cell: (row) => (
      <>
        <A href={`/requests/${row.id}`} lang="zh-CN">
          {row.title || t('requests.untitled')}
        </A>
        <span class="request-under small soft">{row.from}</span>
      </>
    ),
    text: ({ title }) => title,
  },
  {
    key: 'state',
    header: t('requests.col-state'),
    cell: (row) => <StateOf row={row} />,
    text: ({ state }) => requestStatus(state).words,
  },
  { key: 'deadline', header: t('requests.deadline'), cell: deadlineWords, text: deadlineWords },
  countColumn('due'),
  countColumn('replied'),
  countColumn('overdue'),
  countColumn('outstanding'),
];

/** 临时任务: what one's own office asks of units, the newest first, with 应报 已报 逾期 未报. */
export const RequestTable = (props: {
  state: string | undefined;
  onState: (state: string) => void;
}) => {
  const { mayDraft } = useIssuer();
  const list = useRequests(() => ({ state: props.state }));
  const pages = () => (list.isPending ? undefined : list.data?.pages);
  const rows = () => pages()?.flatMap(({ items }) => items);
  return (
    <>
      <PageHeader
        title={t('requests.title')}
        summary={<Show when={pages()?.[0]}>{(first) => <ComputedAsOf at={first().asOf} />}</Show>}
        actions={
          <Show when={mayDraft()}>
            <NewRequest kind="primary" />
          </Show>
        }
      />
      <form class="filter-bar" role="search" onSubmit={(event) => event.preventDefault()}>
        <Select
          name="state"
          label={t('requests.col-state')}
          placeholder={t('requests.all-states')}
          options={requestStates.map((state) => ({
            value: state,
            label: t(`requests.state-${state}`),
          }))}
          value={props.state ?? ''}
          onChange={props.onState}
        />
      </form>
      <DataTable
        caption={t('requests.title')}
        captionHidden
        rows={rows()}
        columns={columns()}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={{
          title: t(props.state ? 'requests.none-in-state' : 'requests.none'),
          next: t(props.state ? 'requests.none-in-state-next' : 'requests.none-next'),
        }}
        footer={<LoadMore shown={rows()?.length} list={list} />}
      />
    </>
  );
};
