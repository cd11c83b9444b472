import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/solid-query';
import type {
  BulletinDetail,
  BulletinFigures,
  BulletinList,
  FigureChanges,
  Quotables,
  ReceivedBulletinDetail,
  ReceivedBulletins,
} from '#schema/contracts/bulletins.ts';
import { api } from '#web/shared/client.ts';

const root = ['bulletins'] as const;

export const bulletinPath = (id: string): string => `/api/bulletins/${id}`;
export const seen = (version: number): string => `"${version}"`;

export const useBulletins = () =>
  useInfiniteQuery(() => ({
    queryKey: [...root, 'list'],
    queryFn: ({ pageParam, signal }) =>
      api.get<BulletinList>('/api/bulletins', { cursor: pageParam, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: (page: BulletinList) => page.next,
  }));

export const readBulletin = (id: string, signal?: AbortSignal) =>
  api.get<BulletinDetail>(bulletinPath(id), undefined, signal);

export const useBulletin = (id: () => string) =>
  useQuery(() => ({
    queryKey: [...root, 'one', id()],
    queryFn: ({ signal }) => readBulletin(id(), signal),
  }));

export const useFigures = (id: () => string) =>
  useQuery(() => ({
    queryKey: [...root, 'figures', id()],
    queryFn: ({ signal }) =>
      api.get<BulletinFigures>(`${bulletinPath(id())}/figures`, undefined, signal),
  }));

export const useQuotables = (id: () => string) =>
  useQuery(() => ({
    queryKey: [...root, 'quotables', id()],
    queryFn: ({ signal }) =>
      api.get<Quotables>(`${bulletinPath(id())}/quotables`, undefined, signal),
  }));

export const useFigureChanges = (of: () => { id: string; asOf: string; textVersion: number }) =>
  useQuery(() => ({
    queryKey: [...root, 'changes', of()],
    queryFn: ({ signal }) =>
      api.get<FigureChanges>(
        `${bulletinPath(of().id)}/figures/changes`,
        of().asOf === '' ? undefined : { asOf: of().asOf },
        signal,
      ),
  }));

export const useReceivedBulletins = (enabled: () => boolean = () => true) =>
  useQuery(() => ({
    enabled: enabled(),
    queryKey: [...root, 'received'],
    queryFn: ({ signal }) =>
      api.get<ReceivedBulletins>('/api/bulletins/received', undefined, signal),
  }));

export const useReceivedBulletin = (at: () => { id: string; organizationId: string }) =>
  useQuery(() => ({
    queryKey: [...root, 'received', at()],
    queryFn: ({ signal }) =>
      api.get<ReceivedBulletinDetail>(
        `${bulletinPath(at().id)}/received/${at().organizationId}`,
        undefined,
        signal,
      ),
  }));

/** After any act: the paper, the list and the rule at its top. */
export const useBulletinsChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: root });
};
