import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/solid-query';
import type { Proposal, ProposalList, ProposalShelf } from '#schema/contracts/proposals.ts';
import { api } from '#web/shared/client.ts';

/** What the address says about the list. */
export type ProposalFilter = {
  readonly campaign: string;
  readonly state: ProposalShelf;
  readonly organization?: string | undefined;
};

const pageSize = 50;

export const useProposals = (filter: () => ProposalFilter, isWanted: () => boolean = () => true) =>
  useInfiniteQuery(() => ({
    queryKey: ['proposals', 'list', filter()],
    queryFn: ({ pageParam, signal }) =>
      api.get<ProposalList>(
        '/api/proposals',
        { ...filter(), cursor: pageParam, limit: pageSize },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: ProposalList) => page.next,
    enabled: isWanted(),
  }));

export const useProposal = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['proposals', 'one', id()],
    queryFn: ({ signal }) => api.get<Proposal>(`/api/proposals/${id()}`, undefined, signal),
  }));

/** After a decision: the proposal, and every list that it stands in. */
export const useProposalsChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: ['proposals'] });
};
