import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { AskedList } from '#web/features/reviews/asked-list.component.tsx';
import { OwnFilings } from '#web/features/reviews/own-filings.component.tsx';
import { matchesQueue } from '#web/features/reviews/queue-row.presenter.ts';
import type { QueueFilter } from '#web/features/reviews/queue-row.presenter.ts';
import { QueueTable } from '#web/features/reviews/queue-table.component.tsx';
import { useReviewQueue } from '#web/features/reviews/reviews.queries.ts';
import { UnfiledUnits } from '#web/features/reviews/unfiled-units.component.tsx';
import { followPages } from '#web/shared/follow-pages.ts';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { ComputedAsOf, PageHeader } from '#web/ui/page.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import '#web/features/reviews/desk.css';

type Search = { state?: string; search?: string };

const states = ['first', 'again', 'held', 'ruling'] as const;

const Filters = (props: { filter: QueueFilter; onSet: (change: Search) => void }) => (
  <form class="filter-bar" role="search" onSubmit={(event) => event.preventDefault()}>
    <Select
      name="state"
      label={t('reviews.state')}
      placeholder={t('reviews.all')}
      options={states.map((state) => ({ value: state, label: t(`reviews.state-${state}`) }))}
      value={props.filter.state}
      onChange={(state) => props.onSet({ state })}
    />
    <TextField
      name="search"
      type="search"
      label={t('reviews.search')}
      placeholder={t('reviews.search-hint')}
      value={props.filter.search}
      onInput={(search) => props.onSet({ search })}
    />
  </form>
);

/** 审核: one queue, the most urgent first. */
export const ReviewQueuePage = () => {
  const [params, setParams] = useSearchParams<Search>();
  const queue = useReviewQueue({ ruling: () => params.state === 'ruling' });
  const pages = () => (queue.isPending ? undefined : queue.data?.pages);
  const filter = () => ({ state: params.state ?? '', search: params.search ?? '' });
  const isFiltered = () => filter().state !== '' || filter().search !== '';
  // What is looked for may wait on any page, what came back at the very end.
  followPages(queue, isFiltered);
  const campaigns = useCampaigns();
  const running = () => dataOf(campaigns)?.items.find(({ state }) => state === 'running');
  const loaded = () => pages()?.flatMap(({ rows }) => rows);
  const more = (all: readonly unknown[]) => (
    <LoadMore shown={all.length} total={pages()?.[0]?.total} list={queue} />
  );
  const summary = () => (
    <Show when={pages()?.[0]}>
      {(first) => (
        <span class="row">
          {t('reviews.queue-total', { count: first().total })}
          <ComputedAsOf at={first().asOf} />
        </span>
      )}
    </Show>
  );
  return (
    <>
      <PageHeader title={t('reviews.queue')} summary={summary()} />
      <OwnFilings />
      <AskedList />
      <Filters filter={filter()} onSet={(change) => setParams(change, { replace: true })} />
      <QueueTable
        rows={loaded()?.filter((row) => matchesQueue(row, filter()))}
        error={queue.error}
        isFiltered={isFiltered()}
        onRetry={() => void queue.refetch()}
        footer={<Show when={loaded()}>{(all) => more(all())}</Show>}
      />
      <Show when={running()}>{(campaign) => <UnfiledUnits campaign={campaign().id} />}</Show>
    </>
  );
};
