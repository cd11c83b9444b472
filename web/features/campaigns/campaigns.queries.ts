import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type * as v from 'valibot';
import type {
  CampaignDetail,
  CampaignListSchema,
  VersionList,
} from '#schema/contracts/campaign-outline.ts';
import type {
  BurdenAnswer,
  Checks,
  Draft,
  DraftChanges,
  DraftListSchema,
  Template,
} from '#schema/contracts/campaigns.ts';
import { api } from '#web/shared/client.ts';

type CampaignList = v.InferOutput<typeof CampaignListSchema>;
type DraftList = v.InferOutput<typeof DraftListSchema>;

/** How often a draft that several people work on is read again. */
const draftPause = 20_000;

export const useCampaigns = () =>
  useQuery(() => ({
    queryKey: ['campaigns', 'list'],
    queryFn: ({ signal }) => api.get<CampaignList>('/api/campaigns', undefined, signal),
  }));

export const useCampaign = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['campaigns', 'detail', id()],
    queryFn: ({ signal }) => api.get<CampaignDetail>(`/api/campaigns/${id()}`, undefined, signal),
    enabled: id() !== '',
  }));

export const useVersions = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['campaigns', 'versions', id()],
    queryFn: ({ signal }) =>
      api.get<VersionList>(`/api/campaigns/${id()}/versions`, undefined, signal),
  }));

export const useTemplates = (isWanted: () => boolean) =>
  useQuery(() => ({
    queryKey: ['campaigns', 'templates'],
    queryFn: ({ signal }) =>
      api.get<{ items: Template[] }>('/api/campaigns/templates', undefined, signal),
    enabled: isWanted(),
  }));

export const useDrafts = (isWanted: () => boolean) =>
  useQuery(() => ({
    queryKey: ['drafts', 'list'],
    queryFn: ({ signal }) => api.get<DraftList>('/api/campaigns/drafts', undefined, signal),
    enabled: isWanted(),
  }));

const pathOf = (id: string) => `/api/campaigns/drafts/${id}`;

export const useDraft = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['drafts', id(), 'whole'],
    queryFn: ({ signal }) => api.get<Draft>(pathOf(id()), undefined, signal),
    refetchInterval: draftPause,
  }));

export const useChecks = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['drafts', id(), 'checks'],
    queryFn: ({ signal }) => api.get<Checks>(`${pathOf(id())}/checks`, undefined, signal),
  }));

export const useBurden = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['drafts', id(), 'burden'],
    queryFn: ({ signal }) => api.get<BurdenAnswer>(`${pathOf(id())}/burden`, undefined, signal),
  }));

/** 修订说明 of a draft that amends a campaign, as it stands. */
export const useDraftChanges = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['drafts', id(), 'changes'],
    queryFn: ({ signal }) => api.get<DraftChanges>(`${pathOf(id())}/changes`, undefined, signal),
  }));

/** After anything was done to a draft: the draft, its checks, its burden and the lists. */
export const useDraftChanged = () => {
  const client = useQueryClient();
  return async (id: string): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['drafts', id] }),
      client.invalidateQueries({ queryKey: ['drafts', 'list'] }),
    ]);
  };
};

export const useCampaignPublished = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: ['campaigns'] });
};
