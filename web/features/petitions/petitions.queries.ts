import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/solid-query';
import type {
  PetitionAddressees,
  PetitionDetail,
  PetitionList,
} from '#schema/contracts/petitions.ts';
import { api } from '#web/shared/client.ts';

const root = ['petitions'] as const;

export const petitionPath = (id: string): string => `/api/petitions/${id}`;
export const seen = (version: number): string => `"${version}"`;

/** What one's own office received, or what one's own unit wrote. */
export const usePetitions = (side: 'office' | 'unit') =>
  useInfiniteQuery(() => ({
    queryKey: [...root, 'list', side],
    queryFn: ({ pageParam, signal }) =>
      api.get<PetitionList>(
        side === 'office' ? '/api/petitions' : '/api/petitions/mine',
        { cursor: pageParam, limit: 50 },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: PetitionList) => page.next,
  }));

export const readPetition = (id: string, signal?: AbortSignal) =>
  api.get<PetitionDetail>(petitionPath(id), undefined, signal);

export const usePetition = (id: () => string) =>
  useQuery(() => ({
    queryKey: [...root, 'one', id()],
    queryFn: ({ signal }) => readPetition(id(), signal),
  }));

export const useAddressees = () =>
  useQuery(() => ({
    queryKey: [...root, 'addressees'],
    queryFn: ({ signal }) =>
      api.get<PetitionAddressees>('/api/petitions/addressees', undefined, signal),
  }));

export const usePetitionsChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: root });
};
