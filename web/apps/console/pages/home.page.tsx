import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { OverviewView } from '#web/features/overview/overview.component.tsx';
import { Week } from '#web/features/overview/week.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Empty, LoadFailed, Loading, dataOf } from '#web/ui/state.component.tsx';
import '#web/features/overview/overview.css';

type Search = { campaign?: string; asOf?: string };

/** 年度总览 of the running work, as of the moment in the address. */
export const HomePage = () => {
  const [params, setParams] = useSearchParams<Search>();
  const campaigns = useCampaigns();
  const running = () => {
    const items = dataOf(campaigns)?.items ?? [];
    const asked = items.find(({ id }) => id === params.campaign);
    return asked ?? items.filter(({ state }) => state === 'running')[0];
  };
  return (
    <Show when={!campaigns.isPending} fallback={<Loading />}>
      <Show
        when={running()}
        fallback={
          <>
            <PageHeader title={t('shell.nav-overview')} />
            <Show when={!campaigns.error} fallback={<LoadFailed error={campaigns.error} />}>
              <div class="stack-wide overview">
                <Empty title={t('campaigns.none')} next={t('campaigns.none-next')} />
                <Week campaign={undefined} overview={undefined} />
              </div>
            </Show>
          </>
        }
      >
        {(campaign) => (
          <OverviewView
            campaign={campaign()}
            asOf={params.asOf}
            onDay={(asOf) => setParams({ asOf }, { replace: true })}
          />
        )}
      </Show>
    </Show>
  );
};
