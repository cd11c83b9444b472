import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type { SnapshotDetail, SnapshotList, SnapshotPreview } from '#schema/contracts/snapshots.ts';
import { api } from '#web/shared/client.ts';

export const useSnapshotPreview = (period: () => string) =>
  useQuery(() => ({
    queryKey: ['snapshots', 'preview', period()],
    queryFn: ({ signal }) =>
      api.get<SnapshotPreview>('/api/snapshots/preview', { period: period() }, signal),
  }));

const whileSent = 4_000;

/** While it is on its way the page asks again, until the receipt is there. */
export const useSnapshot = (id: () => string | undefined) =>
  useQuery(() => ({
    queryKey: ['snapshots', 'one', id()],
    queryFn: ({ signal }) =>
      api.get<SnapshotDetail>(`/api/snapshots/${id() ?? ''}`, undefined, signal),
    enabled: id() !== undefined,
    refetchInterval: (query) => (query.state.data?.state === 'sent' ? whileSent : false),
  }));

export const useSnapshots = () =>
  useQuery(() => ({
    queryKey: ['snapshots', 'list'],
    queryFn: ({ signal }) => api.get<SnapshotList>('/api/snapshots', undefined, signal),
    refetchInterval: (query) =>
      query.state.data?.items.some(({ state }) => state === 'sent') ? whileSent : false,
  }));

export const useSnapshotChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: ['snapshots'] });
};
