import { useQuery } from '@tanstack/solid-query';
import type { Comparability, Comparison } from '#schema/contracts/oversight.ts';
import { api } from '#web/shared/client.ts';

export type BoardFilter = {
  readonly period?: string | undefined;
  readonly level?: string | undefined;
};

export const useComparability = (filter: () => BoardFilter) =>
  useQuery(() => ({
    queryKey: ['oversight', 'board', filter()],
    queryFn: ({ signal }) =>
      api.get<Comparability>('/api/oversight/comparability', filter(), signal),
  }));

export const useComparison = (key: () => string, filter: () => BoardFilter) =>
  useQuery(() => ({
    queryKey: ['oversight', 'indicator', key(), filter()],
    queryFn: ({ signal }) =>
      api.get<Comparison>(`/api/oversight/indicators/${key()}`, filter(), signal),
  }));
