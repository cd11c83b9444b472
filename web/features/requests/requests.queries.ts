import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/solid-query';
import type {
  RequestBurden,
  RequestChecks,
  RequestDetail,
  RequestList,
} from '#schema/contracts/request-overview.ts';
import type {
  MyRequests,
  ReceivedRequest,
  ReplyDetail,
  ReplyList,
  ReplyReceipt,
} from '#schema/contracts/request-replies.ts';
import type { AudienceAnswer, Recipients } from '#schema/contracts/requests.ts';
import { api } from '#web/shared/client.ts';

const root = ['requests'] as const;
const pageSize = 50;

export const requestPath = (id: string): string => `/api/requests/${id}`;
export const replyPath = (id: string): string => `/api/requests/replies/${id}`;
export const seen = (version: number): string => `"${version}"`;

export const useRequests = (
  filter: () => { state?: string | undefined },
  isWanted: () => boolean = () => true,
) =>
  useInfiniteQuery(() => ({
    queryKey: [...root, 'list', filter()],
    queryFn: ({ pageParam, signal }) =>
      api.get<RequestList>(
        '/api/requests',
        { ...filter(), cursor: pageParam, limit: pageSize },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: RequestList) => page.next,
    enabled: isWanted(),
  }));

export const readRequest = (id: string, signal?: AbortSignal) =>
  api.get<RequestDetail>(requestPath(id), undefined, signal);

export const useRequest = (id: () => string) =>
  useQuery(() => ({
    queryKey: [...root, 'one', id()],
    queryFn: ({ signal }) => readRequest(id(), signal),
  }));

/** What the address says about the replies of a request. */
export type ReplyFilter = {
  readonly state?: string | undefined;
  readonly occurrence?: string | undefined;
  readonly overdue?: string | undefined;
};

export const useReplies = (id: () => string, filter: () => ReplyFilter) =>
  useInfiniteQuery(() => ({
    queryKey: [...root, 'replies', id(), filter()],
    queryFn: ({ pageParam, signal }) =>
      api.get<ReplyList>(
        `${requestPath(id())}/replies`,
        { ...filter(), cursor: pageParam, limit: pageSize },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: ReplyList) => page.next,
  }));

export const readReply = (id: string, signal?: AbortSignal) =>
  api.get<ReplyDetail>(replyPath(id), undefined, signal);

export const useReply = (id: () => string) =>
  useQuery(() => ({
    queryKey: [...root, 'reply', id()],
    queryFn: ({ signal }) => readReply(id(), signal),
  }));

export const useReplyReceipt = (id: () => string) =>
  useQuery(() => ({
    queryKey: [...root, 'receipt', id()],
    queryFn: ({ signal }) => api.get<ReplyReceipt>(`${replyPath(id())}/receipt`, undefined, signal),
  }));

export const useMyRequests = (isAsked: () => boolean) =>
  useQuery(() => ({
    queryKey: [...root, 'mine'],
    queryFn: ({ signal }) => api.get<MyRequests>('/api/requests/mine', undefined, signal),
    enabled: isAsked(),
  }));

export const useReceived = (at: () => { id: string; organizationId: string }) =>
  useQuery(() => ({
    queryKey: [...root, 'received', at()],
    queryFn: ({ signal }) =>
      api.get<ReceivedRequest>(
        `${requestPath(at().id)}/received/${at().organizationId}`,
        undefined,
        signal,
      ),
  }));

/** Of the draft as it was saved last; what was known of the version before stays in sight. */
export const useDraftChecks = (of: () => { id: string; version: number }) =>
  useQuery(() => ({
    queryKey: [...root, 'checks', of()],
    queryFn: ({ signal }) =>
      api.get<RequestChecks>(`${requestPath(of().id)}/checks`, undefined, signal),
    placeholderData: keepPreviousData,
  }));

export const useDraftBurden = (of: () => { id: string; version: number }) =>
  useQuery(() => ({
    queryKey: [...root, 'burden', of()],
    queryFn: ({ signal }) =>
      api.get<RequestBurden>(`${requestPath(of().id)}/burden`, undefined, signal),
    placeholderData: keepPreviousData,
  }));

/** Whom this reaches today: asked anew whenever the conditions or the names change. */
export const useAudience = (ask: () => { issuer?: string | undefined; to: Recipients }) =>
  useQuery(() => ({
    queryKey: [...root, 'audience', ask()],
    queryFn: async ({ signal }) => {
      const path = '/api/requests/audience';
      return (await api.send<AudienceAnswer>({ method: 'POST', path, body: ask(), signal })).data;
    },
    placeholderData: keepPreviousData,
  }));

/** After any act: the request, its replies, the lists and what is still to do. */
export const useRequestsChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: root });
};
