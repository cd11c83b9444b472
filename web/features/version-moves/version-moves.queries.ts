import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type { VersionMoves } from '#schema/contracts/version-moves.ts';
import { api } from '#web/shared/client.ts';
import type { MovedKind } from './version-moves.presenter.ts';

export const movesPaths: Record<MovedKind, string> = {
  filings: '/api/submissions/version-moves',
  entries: '/api/registers/version-moves',
};

export const useVersionMoves = (of: () => { campaign: string; kind: MovedKind }) =>
  useQuery(() => {
    const { campaign, kind } = of();
    return {
      queryKey: ['version-moves', campaign, kind, 'list'],
      queryFn: ({ signal }) => api.get<VersionMoves>(movesPaths[kind], { campaign }, signal),
    };
  });

export const useMovesChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: ['version-moves'] });
};
