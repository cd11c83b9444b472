import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type { Paper, PaperList, PaperSeriesList, TakeNumber } from '#schema/contracts/papers.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

export type SeriesYear = { prefix: string; year: number };

const root = ['papers'] as const;

export const useSeries = () =>
  useQuery(() => ({
    queryKey: [...root, 'series'],
    queryFn: ({ signal }) => api.get<PaperSeriesList>('/api/papers/series', undefined, signal),
  }));

export const usePapers = (of: () => SeriesYear | undefined) =>
  useQuery(() => ({
    queryKey: [...root, 'list', of()],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get<PaperList>('/api/papers', { prefix: of()?.prefix, year: of()?.year }, signal),
    enabled: of() !== undefined,
  }));

/** After a number was taken or made void. */
export const usePapersChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: root });
};

export const createTaking = () =>
  createCommand<TakeNumber, Paper>((body) => ({ method: 'POST', path: '/api/papers', body }));

export const createVoiding = (paper: () => Paper) =>
  createCommand<{ reason: string }, Paper>((body) => ({
    method: 'POST',
    path: `/api/papers/${paper().id}/void`,
    ifMatch: `"${paper().version}"`,
    body,
  }));
