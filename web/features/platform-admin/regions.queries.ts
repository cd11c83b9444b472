import { useQuery } from '@tanstack/solid-query';
import type { RegionList } from '#schema/contracts/platform-admin.ts';
import { api } from '#web/shared/client.ts';

export const useRegions = () =>
  useQuery(() => ({
    queryKey: ['regions'],
    queryFn: ({ signal }) => api.get<RegionList>('/api/tenants', undefined, signal),
  }));
