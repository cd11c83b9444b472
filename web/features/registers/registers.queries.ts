import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/solid-query';
import type * as v from 'valibot';
import type { RegisterLevel } from '#schema/contracts/register-level.ts';
import type {
  EntryDetail,
  EntryList,
  RegisterBoard,
  RegisterListSchema,
  Wall,
} from '#schema/contracts/registers.ts';
import { api } from '#web/shared/client.ts';

export type RegisterList = v.InferOutput<typeof RegisterListSchema>;
export type RegisterLine = RegisterList['registers'][number];

/** What the address says about a list. */
export type EntryFilter = {
  readonly state?: string | undefined;
  readonly organization?: string | undefined;
  readonly row?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly open?: boolean | undefined;
  readonly field?: string | undefined;
  readonly value?: string | undefined;
  readonly sort?: string | undefined;
  readonly awaiting?: 'unit' | 'office' | undefined;
};

const pageSize = 50;

export const useRegisters = () =>
  useQuery(() => ({
    queryKey: ['registers', 'all'],
    queryFn: ({ signal }) => api.get<RegisterList>('/api/registers', undefined, signal),
  }));

export const useEntries = (register: () => string, filter: () => EntryFilter) =>
  useInfiniteQuery(() => ({
    queryKey: ['registers', 'entries', register(), filter()],
    queryFn: ({ pageParam, signal }) =>
      api.get<EntryList>(
        `/api/registers/${register()}/entries`,
        { ...filter(), cursor: pageParam, limit: pageSize },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: EntryList) => page.next,
  }));

export const useBoard = (register: () => string) =>
  useQuery(() => ({
    queryKey: ['registers', 'board', register()],
    queryFn: ({ signal }) =>
      api.get<RegisterBoard>(`/api/registers/${register()}/board`, undefined, signal),
  }));

export const useLevel = (register: () => string, at: () => { relation?: string; node?: string }) =>
  useQuery(() => ({
    queryKey: ['registers', 'level', register(), at()],
    queryFn: ({ signal }) =>
      api.get<RegisterLevel>(`/api/registers/${register()}/level`, at(), signal),
  }));

export const useWall = (register: () => string) =>
  useQuery(() => ({
    queryKey: ['registers', 'wall', register()],
    queryFn: ({ signal }) => api.get<Wall>(`/api/registers/${register()}/wall`, undefined, signal),
  }));

export const useEntry = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['registers', 'entry', id()],
    queryFn: ({ signal }) =>
      api.get<EntryDetail>(`/api/registers/entries/${id()}`, undefined, signal),
  }));

/** The open entries of the same unit and register, of which one may take another in. */
export const useSiblings = (of: () => { register: string; organization: string } | undefined) =>
  useQuery(() => ({
    queryKey: ['registers', 'siblings', of()],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get<EntryList>(
        `/api/registers/${of()?.register ?? ''}/entries`,
        { organization: of()?.organization, open: true, limit: 200 },
        signal,
      ),
    enabled: of() !== undefined,
  }));

/** After any act: the entry, the lists, and every figure that counts them. */
export const useRegistersChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: ['registers'] });
};
