import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { matchesQueue } from '#web/features/reviews/queue-row.presenter.ts';
import { QueueTable } from '#web/features/reviews/queue-table.component.tsx';
import { useReviewQueue } from '#web/features/reviews/reviews.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { ComputedAsOf, PageHeader } from '#web/ui/page.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';

type Search = { state?: string; search?: string };

const states = ['first', 'again', 'held'] as const;

/** 审核: one queue, the most urgent first. */
export const ReviewQueuePage = () => {
  const [params, setParams] = useSearchParams<Search>();
  const queue = useReviewQueue();
  const pages = () => (queue.isPending ? undefined : queue.data?.pages);
  const filter = () => ({ state: params.state ?? '', search: params.search ?? '' });
  const isFiltered = () => filter().state !== '' || filter().search !== '';
  const loaded = () => pages()?.flatMap(({ rows }) => rows);
  const rows = () => loaded()?.filter((row) => matchesQueue(row, filter()));
  const set = (change: Search) => setParams(change, { replace: true });
  return (
    <>
      <PageHeader
        title={t('reviews.queue')}
        summary={
          <Show when={pages()?.[0]}>
            {(first) => (
              <span class="row">
                {t('reviews.queue-total', { count: first().total })}
                <ComputedAsOf at={first().asOf} />
              </span>
            )}
          </Show>
        }
      />
      <form class="filter-bar" role="search" onSubmit={(event) => event.preventDefault()}>
        <Select
          name="state"
          label={t('reviews.state')}
          placeholder={t('reviews.all')}
          options={states.map((state) => ({ value: state, label: t(`reviews.state-${state}`) }))}
          value={filter().state}
          onChange={(state) => set({ state })}
        />
        <TextField
          name="search"
          type="search"
          label={t('reviews.search')}
          placeholder={t('reviews.search-hint')}
          value={filter().search}
          onInput={(search) => set({ search })}
        />
      </form>
      <QueueTable
        rows={rows()}
        error={queue.error}
        isFiltered={isFiltered()}
        onRetry={() => void queue.refetch()}
        tools={undefined}
        footer={
          <Show when={loaded()}>
            {(all) => (
              <LoadMore
                shown={all().length}
                total={pages()?.[0]?.total}
                hasMore={queue.hasNextPage}
                busy={queue.isFetchingNextPage}
                onMore={() => void queue.fetchNextPage()}
              />
            )}
          </Show>
        }
      />
    </>
  );
};
