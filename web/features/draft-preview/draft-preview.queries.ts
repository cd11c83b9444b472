import { useQuery } from '@tanstack/solid-query';
import type { DraftPreview } from '#schema/contracts/draft-preview.ts';
import { api } from '#web/shared/client.ts';

export const useDraftPreview = (of: () => { draft: string; organization: string | undefined }) =>
  useQuery(() => ({
    queryKey: ['drafts', of().draft, 'preview', of().organization ?? ''],
    queryFn: ({ signal }) => {
      const { draft, organization } = of();
      const query = organization === undefined ? { draft } : { draft, organization };
      return api.get<DraftPreview>('/api/submissions/preview', query, signal);
    },
  }));
