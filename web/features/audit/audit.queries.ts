import { useInfiniteQuery } from '@tanstack/solid-query';
import type { AuditPage } from '#schema/contracts/audit-entries.ts';
import { api } from '#web/shared/client.ts';

const pageSize = 50;

export type AuditFilter = {
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
};

export const useAuditEntries = (filter: () => AuditFilter) =>
  useInfiniteQuery(() => ({
    queryKey: ['audit', 'entries', filter()],
    queryFn: ({ pageParam, signal }) =>
      api.get<AuditPage>(
        '/api/audit/entries',
        { ...filter(), cursor: pageParam, limit: pageSize },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: AuditPage) => page.nextCursor,
  }));
