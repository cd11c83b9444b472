import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/solid-query';
import type {
  AcceptInvitation,
  Invitation,
  InvitationAccepted,
  InvitationLinked,
  InvitationMoved,
  InvitationPage,
  Invited,
  OpenInvitation,
} from '#schema/contracts/invitations.ts';
import { api, apiFetch } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

const path = '/api/invitations';

export const useInvitations = (closed: () => boolean, batch?: () => string) =>
  useInfiniteQuery(() => ({
    queryKey: ['invitations', closed(), batch?.()],
    queryFn: ({ pageParam, signal }) =>
      api.get<InvitationPage>(
        path,
        {
          closed: closed() ? 'true' : undefined,
          batch: batch?.(),
          cursor: pageParam,
          limit: 50,
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: InvitationPage) => page.nextCursor,
  }));

export const useInvitationsChanged = () => {
  const client = useQueryClient();
  return async (): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['invitations'] }),
      client.invalidateQueries({ queryKey: ['organizations', 'without-liaison'] }),
    ]);
  };
};

export const createInvitationOpening = () =>
  createCommand<OpenInvitation, InvitationMoved>((body) => ({ method: 'POST', path, body }));

type Named = Pick<Invitation, 'id' | 'version'>;
const commandOf = ({ id, version }: Named, verb: string) => ({
  method: 'POST' as const,
  path: `${path}/${id}/${verb}`,
  ifMatch: `"${version}"`,
});

export const createAuthorizing = () =>
  createCommand<Named, InvitationMoved>((named) => commandOf(named, 'authorize'));

export const createLinking = () =>
  createCommand<Named, InvitationLinked>((named) => commandOf(named, 'link'));

export const createWithdrawal = () =>
  createCommand<Named & { reason: string }, InvitationMoved>(({ reason, ...named }) => ({
    ...commandOf(named, 'withdraw'),
    body: { reason },
  }));

/** Who bears the link: it goes in a header and never into an address. */
const bearing = (token: string) => ({ authorization: `Bearer ${token}` });

export const useInvited = (token: () => string) =>
  useQuery(() => ({
    queryKey: ['invited', token()],
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Invited> => {
      const answer = await apiFetch('/api/invited', { headers: bearing(token()), signal });
      return (await answer.json()) as Invited;
    },
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  }));

export const createAcceptance = (token: () => string) =>
  createCommand<AcceptInvitation, InvitationAccepted>(
    (body) => ({ method: 'POST', path: '/api/invited/acceptance', body }),
    async ({ body }) => {
      const answer = await apiFetch('/api/invited/acceptance', {
        method: 'POST',
        headers: { ...bearing(token()), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const data = (await answer.json()) as InvitationAccepted;
      return { data, etag: undefined, status: answer.status };
    },
  );
