import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/solid-query';
import type * as v from 'valibot';
import type { ReviewCase, ReviewQueue } from '#schema/contracts/reviews.ts';
import type { DeductionList } from '#schema/contracts/scoring.ts';
import type { ProgressSchema, SubmissionList } from '#schema/contracts/submissions.ts';
import { api } from '#web/shared/client.ts';
import { followPages } from '#web/shared/follow-pages.ts';

export type Progress = v.InferOutput<typeof ProgressSchema>;
export type ProgressRow = Progress['rows'][number];

const pageSize = 100;
const progressPage = 100;

type QueueWish = { isWanted?: () => boolean; ruling?: () => boolean };

/** 待审; with `ruling` only what two reviewers differ about. */
export const useReviewQueue = (wish: QueueWish = {}) =>
  useInfiniteQuery(() => ({
    queryKey: ['reviews', 'queue', wish.ruling?.() === true ? 'ruling' : 'all'],
    queryFn: ({ pageParam, signal }) => {
      const ruling = wish.ruling?.() === true ? { ruling: 'true' } : {};
      const page = { cursor: pageParam, limit: pageSize, ...ruling };
      return api.get<ReviewQueue>('/api/reviews/queue', page, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page: ReviewQueue) => page.next,
    // What was filed again a moment ago is looked for at once.
    staleTime: 0,
    enabled: wish.isWanted?.() ?? true,
  }));

export const useReviewCase = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['reviews', 'case', id()],
    queryFn: ({ signal }) => api.get<ReviewCase>(`/api/reviews/${id()}`, undefined, signal),
    staleTime: 0,
  }));

/** After a decision: the case, the queue, and every figure that counts filings. */
export const useReviewChanged = () => {
  const client = useQueryClient();
  return async (): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['reviews'] }),
      client.invalidateQueries({ queryKey: ['progress'] }),
    ]);
  };
};

export type ProgressFilter = {
  readonly campaign: string;
  readonly task?: string | undefined;
  readonly kind?: string | undefined;
  readonly overdue?: boolean | undefined;
};

/** What the first page says of the whole, with the rows of every page that is here. */
export function joinPages(pages: readonly Progress[]): Progress {
  const [first] = pages;
  if (first === undefined) throw new Error('no page has come');
  return { ...first, rows: pages.flatMap(({ rows }) => rows) };
}

/** A large region comes page by page: the first is shown at once, the rest follows by itself. */
export const useProgress = (filter: () => ProgressFilter | undefined) => {
  const query = useInfiniteQuery(() => {
    const wanted = filter();
    return {
      queryKey: ['progress', 'table', wanted],
      queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) => {
        const page = { limit: progressPage, cursor: pageParam || undefined };
        return api.get<Progress>('/api/submissions/progress', { ...wanted, ...page }, signal);
      },
      initialPageParam: '',
      getNextPageParam: (page: Progress) => page.next,
      select: ({ pages }: { pages: Progress[] }) => joinPages(pages),
      enabled: wanted !== undefined,
    };
  });
  followPages(query);
  return query;
};

export const useUnitFilings = (place: () => { campaign: string; organization: string }) =>
  useQuery(() => ({
    queryKey: ['progress', 'unit', place()],
    queryFn: ({ signal }) => api.get<SubmissionList>('/api/submissions', place(), signal),
  }));

export const useDeductions = (place: () => { campaign: string; organization: string }) =>
  useQuery(() => ({
    queryKey: ['scoring', 'deductions', place()],
    queryFn: ({ signal }) => api.get<DeductionList>('/api/scoring/deductions', place(), signal),
  }));

export const useDeductionsChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: ['scoring'] });
};
