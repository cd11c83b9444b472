import { useParams, useSearchParams } from '@solidjs/router';
import { Show, Suspense, lazy } from 'solid-js';
import type { JSX } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import { useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { loadWords, t } from '#web/shared/i18n.ts';
import { Empty, LoadFailed, Loading, dataOf } from '#web/ui/state.component.tsx';

const ListView = lazy(async () => {
  const [loaded] = await Promise.all([
    import('#web/features/imported-figures/imports-list.component.tsx'),
    loadWords('imported'),
  ]);
  return { default: loaded.ImportsListView };
});
const ImportView = lazy(async () => {
  const [loaded] = await Promise.all([
    import('#web/features/imported-figures/import-figures.component.tsx'),
    loadWords('imported'),
    loadWords('imports'),
  ]);
  return { default: loaded.ImportFiguresView };
});
const ValuesView = lazy(async () => {
  const [loaded] = await Promise.all([
    import('#web/features/imported-figures/imported-values.component.tsx'),
    loadWords('imported'),
  ]);
  return { default: loaded.ImportedValuesView };
});

type Search = { campaign?: string; indicator?: string };

/** The campaign of the address, or the newest. */
const OfCampaign = (props: {
  children: (campaign: CampaignSummary, search: Search) => JSX.Element;
}) => {
  const [params] = useSearchParams<Search>();
  const campaigns = useCampaigns();
  const items = () => dataOf(campaigns)?.items ?? [];
  const chosen = () => items().find(({ id }) => id === params.campaign) ?? items()[0];
  return (
    <Suspense fallback={<Loading />}>
      <Show
        when={chosen()}
        fallback={
          <Show when={!campaigns.isPending} fallback={<Loading />}>
            <Show when={!campaigns.error} fallback={<LoadFailed error={campaigns.error} />}>
              <Empty title={t('campaigns.none')} next={t('campaigns.none-next')} />
            </Show>
          </Show>
        }
      >
        {(campaign) => props.children(campaign(), params)}
      </Show>
    </Suspense>
  );
};

/** 外部系统数据. */
export const ImportedFiguresPage = () => (
  <OfCampaign>{(campaign) => <ListView campaign={campaign} />}</OfCampaign>
);

export const ImportFiguresPage = () => (
  <OfCampaign>
    {(campaign, { indicator }) => <ImportView campaign={campaign} indicator={indicator} />}
  </OfCampaign>
);

export const ImportedValuesPage = () => {
  const params = useParams<{ id: string }>();
  return (
    <Suspense fallback={<Loading />}>
      <ValuesView id={params.id} />
    </Suspense>
  );
};
