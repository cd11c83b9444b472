import { useSearchParams } from '@solidjs/router';
import { Show, createMemo } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import { proposalShelves } from '#schema/contracts/proposals.ts';
import { useCampaign, useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { useSession } from '#web/features/identity/session.ts';
import { ProposalShelves } from '#web/features/proposals/proposal-list.component.tsx';
import type { ProposalFilter } from '#web/features/proposals/proposals.queries.ts';
import { RefreshButton } from '#web/features/proposals/refresh-button.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { Empty, QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';

type Search = { campaign?: string; state?: string; organization?: string };

const Filters = (props: {
  campaigns: readonly CampaignSummary[];
  filter: ProposalFilter;
  onSet: (change: Search) => void;
}) => (
  <Show when={props.campaigns.length > 1 || props.filter.organization}>
    <div class="filter-bar no-print">
      <Select
        name="campaign"
        label={t('campaigns.campaigns')}
        placeholder={null}
        value={props.filter.campaign}
        options={props.campaigns.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(campaign) => props.onSet({ campaign })}
      />
      <Show when={props.filter.organization}>
        <Button onClick={() => props.onSet({ organization: undefined })}>
          {t('proposals.all-units')}
        </Button>
      </Show>
    </div>
  </Show>
);

const Proposals = (props: {
  campaign: CampaignSummary;
  campaigns: readonly CampaignSummary[];
  filter: ProposalFilter;
  onSet: (change: Search) => void;
}) => {
  const { permissions } = useSession();
  const detail = useCampaign(() => props.campaign.id);
  const mayRefresh = () =>
    props.campaign.state === 'running' && permissions.can('proposals.decide', {});
  return (
    <div class="stack">
      <DocumentBar
        title={props.campaign.title}
        number={props.campaign.number}
        href={`/campaigns/${props.campaign.id}`}
      />
      <PageHeader
        title={t('proposals.title')}
        actions={
          <Show when={mayRefresh()}>
            <RefreshButton campaign={props.campaign.id} />
          </Show>
        }
      />
      <Callout title={t('proposals.only-proposes')} />
      <Filters campaigns={props.campaigns} filter={props.filter} onSet={props.onSet} />
      <ProposalShelves
        filter={props.filter}
        clauses={dataOf(detail)?.clauses ?? []}
        onShelf={(state) => props.onSet({ state })}
      />
    </div>
  );
};

/** 处置建议: what the rules suggest; the post that is entitled decides. */
export const ProposalsPage = () => {
  const [params, setParams] = useSearchParams<Search>();
  const campaigns = useCampaigns();
  const items = () => dataOf(campaigns)?.items ?? [];
  const campaign = () => items().find(({ id }) => id === params.campaign) ?? items()[0];
  const filter = createMemo(() => ({
    campaign: campaign()?.id ?? '',
    state: proposalShelves.find((shelf) => shelf === params.state) ?? ('proposed' as const),
    organization: params.organization,
  }));
  return (
    <QueryView query={campaigns}>
      {() => (
        <Show
          when={campaign()}
          fallback={<Empty title={t('campaigns.none')} next={t('campaigns.none-next')} />}
        >
          {(current) => (
            <Proposals
              campaign={current()}
              campaigns={items()}
              filter={filter()}
              onSet={(change) => setParams(change, { replace: true })}
            />
          )}
        </Show>
      )}
    </QueryView>
  );
};
