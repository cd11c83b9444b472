import { useQuery } from '@tanstack/solid-query';
import type { TenantAnswer } from '#schema/contracts/tenants.ts';
import { api } from '#web/shared/client.ts';

/** Whose host this is; it does not change while the page is open. */
export const useTenant = () =>
  useQuery(() => ({
    queryKey: ['tenant'],
    queryFn: ({ signal }) => api.get<TenantAnswer>('/api/tenant', undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  }));
