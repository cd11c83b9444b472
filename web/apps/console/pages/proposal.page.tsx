import { useParams } from '@solidjs/router';
import { useCampaign } from '#web/features/campaigns/campaigns.queries.ts';
import { ProposalView } from '#web/features/proposals/proposal-view.component.tsx';
import { useProposal } from '#web/features/proposals/proposals.queries.ts';
import { QueryView, dataOf } from '#web/ui/state.component.tsx';

export const ProposalPage = () => {
  const params = useParams<{ id: string }>();
  const query = useProposal(() => params.id);
  const detail = useCampaign(() => dataOf(query)?.campaignId ?? '');
  return (
    <QueryView query={query}>
      {(proposal) => <ProposalView proposal={proposal()} clauses={dataOf(detail)?.clauses ?? []} />}
    </QueryView>
  );
};
