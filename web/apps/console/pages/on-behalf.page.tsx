import { useSearchParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { Show } from 'solid-js';
import type { SubmissionList, SubmissionSummary } from '#schema/contracts/submissions.ts';
import { useCampaign, useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { beginRound } from '#web/features/submissions/on-behalf-round.ts';
import { dueWords, statusOf } from '#web/features/submissions/task-row.presenter.ts';
import { api } from '#web/shared/client.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Empty, QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';

type Search = { campaign?: string; task?: string; search?: string };

const useUnfiled = (place: () => { campaign: string; task: string } | undefined) =>
  useQuery(() => {
    const wanted = place();
    return {
      queryKey: ['submissions', 'unfiled', wanted],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<SubmissionList>('/api/submissions/unfiled', wanted, signal),
      enabled: wanted !== undefined,
    };
  });

/** The form is the portal's own; the receipt leads back to this list, to the next unit. */
const fillIn = (row: SubmissionSummary) => {
  beginRound(`${window.location.pathname}${window.location.search}`);
  window.location.assign(`/submissions/${row.id}`);
};

const columns = (): Column<SubmissionSummary>[] => [
  {
    key: 'unit',
    header: t('reviews.unit'),
    rowHeader: true,
    cell: (row) => row.organizationName,
    text: (row) => row.organizationName,
  },
  { key: 'title', header: t('reviews.filing'), cell: titleOf, text: titleOf },
  {
    key: 'state',
    header: t('reviews.state'),
    width: 'narrow',
    cell: (row) => <Status kind={statusOf(row).kind}>{statusOf(row).words}</Status>,
    text: (row) => statusOf(row).words,
  },
  { key: 'due', header: t('desk.due'), cell: dueWords, text: dueWords },
  {
    key: 'act',
    header: '',
    width: 'narrow',
    cell: (row) => (
      <Button small kind="primary" onClick={() => fillIn(row)}>
        {t('reviews.act-on-behalf')}
        <span class="visually-hidden">：{row.organizationName}</span>
      </Button>
    ),
  },
];

const Round = (props: { campaign: string; search: Search; onSet: (change: Search) => void }) => {
  const detail = useCampaign(() => props.campaign);
  const tasks = () =>
    (dataOf(detail)?.clauses ?? [])
      .flatMap((clause) => clause.tasks)
      .map(({ key, title }) => ({ value: key, label: localText(title) }));
  const task = () => props.search.task || tasks()[0]?.value;
  const unfiled = useUnfiled(() => {
    const chosen = task();
    return chosen === undefined ? undefined : { campaign: props.campaign, task: chosen };
  });
  const rows = () =>
    dataOf(unfiled)?.items.filter(({ organizationName }) =>
      organizationName.includes((props.search.search ?? '').trim()),
    );
  return (
    <>
      <form class="filter-bar" role="search" onSubmit={(event) => event.preventDefault()}>
        <Select
          name="task"
          label={t('reviews.task')}
          placeholder={null}
          options={tasks()}
          value={task() ?? ''}
          onChange={(chosen) => props.onSet({ task: chosen })}
        />
        <TextField
          name="search"
          type="search"
          label={t('reviews.search')}
          placeholder={t('desk.search-unit')}
          value={props.search.search ?? ''}
          onInput={(search) => props.onSet({ search })}
        />
      </form>
      <DataTable
        caption={t('desk.on-behalf')}
        captionHidden
        rows={rows()}
        error={unfiled.error}
        onRetry={() => void unfiled.refetch()}
        columns={columns()}
        empty={{ title: t('desk.on-behalf-none'), next: t('desk.on-behalf-none-next') }}
        footer={
          <Show when={rows()?.length}>
            {(count) => <>{t('desk.on-behalf-count', { count: count() })}</>}
          </Show>
        }
      />
    </>
  );
};

/** 代报: the units that have not filed a task, one after another, for those without an account. */
export const OnBehalfPage = () => {
  const [search, setSearch] = useSearchParams<Search>();
  const campaigns = useCampaigns();
  const running = () => dataOf(campaigns)?.items.filter(({ state }) => state === 'running') ?? [];
  const campaign = () => running().find(({ id }) => id === search.campaign) ?? running()[0];
  return (
    <>
      <PageHeader
        title={t('desk.on-behalf')}
        breadcrumb={[
          { label: t('reviews.progress'), href: '/progress' },
          { label: t('desk.on-behalf') },
        ]}
        summary={t('desk.on-behalf-words')}
      />
      <QueryView query={campaigns}>
        {() => (
          <Show
            when={campaign()}
            fallback={<Empty title={t('campaigns.none')} next={t('campaigns.none-next')} />}
          >
            {(current) => (
              <Round
                campaign={current().id}
                search={search}
                onSet={(change) => setSearch(change, { replace: true })}
              />
            )}
          </Show>
        )}
      </QueryView>
    </>
  );
};
