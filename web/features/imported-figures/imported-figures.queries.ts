import { useInfiniteQuery, useQuery } from '@tanstack/solid-query';
import type { FigureImports, ImportedFigurePage } from '#schema/contracts/imported-figures.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

export const useFigureImports = (campaign: () => string) =>
  useQuery(() => ({
    queryKey: ['imported-figures', 'list', campaign()],
    queryFn: ({ signal }) =>
      api.get<FigureImports>('/api/imported-figures', { campaign: campaign() }, signal),
    enabled: campaign() !== '',
  }));

export const useImportedValues = (id: () => string) =>
  useInfiniteQuery(() => ({
    queryKey: ['imported-figures', 'values', id()],
    queryFn: ({ pageParam, signal }) =>
      api.get<ImportedFigurePage>(
        `/api/imported-figures/${id()}`,
        { cursor: pageParam, limit: 50 },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: ImportedFigurePage) => page.nextCursor,
  }));

export const createWithdrawal = () =>
  createCommand<{ id: string; reason: string }, { id: string }>(({ id, reason }) => ({
    method: 'POST',
    path: `/api/imported-figures/${id}/withdraw`,
    body: { reason },
  }));
