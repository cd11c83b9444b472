import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type { MovePlan, VersionMoves } from '#schema/contracts/version-moves.ts';
import { api } from '#web/shared/client.ts';

export const movesPath = '/api/submissions/version-moves';

export const useVersionMoves = (campaign: () => string) =>
  useQuery(() => ({
    queryKey: ['version-moves', campaign(), 'list'],
    queryFn: ({ signal }) => api.get<VersionMoves>(movesPath, { campaign: campaign() }, signal),
  }));

export const useMovePlan = (of: () => { campaign: string; task: string }) =>
  useQuery(() => ({
    queryKey: ['version-moves', of().campaign, 'plan', of().task],
    queryFn: ({ signal }) => api.get<MovePlan>(`${movesPath}/plan`, of(), signal),
    // A dry run is of the moment that somebody looks at it.
    gcTime: 0,
  }));

export const useMovesChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: ['version-moves'] });
};
