import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { FigureTableView } from '#web/features/overview/figure-table.component.tsx';
import type { TableSearch } from '#web/features/overview/table-choices.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Empty, LoadFailed, Loading, dataOf } from '#web/ui/state.component.tsx';
import '#web/features/overview/overview.css';

/** 上级临时要数. */
export const FiguresPage = () => {
  const [params, setParams] = useSearchParams<TableSearch>();
  const campaigns = useCampaigns();
  const items = () => dataOf(campaigns)?.items ?? [];
  const chosen = () => items().find(({ id }) => id === params.campaign) ?? items()[0];
  return (
    <Show
      when={chosen()}
      fallback={
        <Show when={!campaigns.isPending} fallback={<Loading />}>
          <PageHeader title={t('figures.nav')} />
          <Show when={!campaigns.error} fallback={<LoadFailed error={campaigns.error} />}>
            <Empty title={t('campaigns.none')} next={t('campaigns.none-next')} />
          </Show>
        </Show>
      }
    >
      {(campaign) => (
        <FigureTableView
          campaign={campaign()}
          chosen={params}
          onSet={(change) => setParams(change, { replace: true })}
        />
      )}
    </Show>
  );
};
