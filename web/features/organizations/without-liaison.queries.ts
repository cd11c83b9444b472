import { useInfiniteQuery } from '@tanstack/solid-query';
import type { LiaisonAsked, UnitsWithoutLiaison } from '#schema/contracts/liaisons.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

const path = '/api/organizations/without-liaison';

export const readWithoutLiaison = (
  query: { kind?: string | undefined; cursor?: string; limit: number },
  signal?: AbortSignal,
) => api.get<UnitsWithoutLiaison>(path, query, signal);

export const useWithoutLiaison = (kind: () => string | undefined) =>
  useInfiniteQuery(() => ({
    queryKey: ['organizations', 'without-liaison', kind()],
    queryFn: ({ pageParam, signal }) =>
      readWithoutLiaison({ kind: kind(), cursor: pageParam, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: (page: UnitsWithoutLiaison) => page.nextCursor,
  }));

/** Every unit of the list, for a file. */
export const readAllWithoutLiaison = async (kind: string | undefined) => {
  const units: UnitsWithoutLiaison['items'] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: UnitsWithoutLiaison = await readWithoutLiaison({ kind, cursor, limit: 200 });
    units.push(...page.items);
    cursor = page.nextCursor;
  }
  return units;
};

export const createAsking = () =>
  createCommand<string, LiaisonAsked>((id) => ({ method: 'POST', path: `${path}/${id}/ask` }));
