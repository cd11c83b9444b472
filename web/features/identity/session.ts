import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { createContext, useContext } from 'solid-js';
import type { Me } from '#schema/contracts/identity.ts';
import { api } from '#web/shared/client.ts';
import type { Outbound } from '#web/shared/drafts/outbound.ts';
import { createPermissions } from '#web/shared/permissions.ts';
import type { Permissions } from '#web/shared/permissions.ts';
import { ProblemError } from '#web/shared/problem.ts';

const meKey = ['me'];

/** Null when nobody is signed in. */
const readMe = async (signal?: AbortSignal): Promise<Me | null> => {
  try {
    return await api.get<Me>('/api/me', undefined, signal);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null;
    throw error;
  }
};

export const useMe = () =>
  useQuery(() => ({
    queryKey: meKey,
    queryFn: ({ signal }) => readMe(signal),
    staleTime: 60_000,
  }));

export const useSignIn = () => {
  const client = useQueryClient();
  return async (username: string, password: string): Promise<Me | null> => {
    const body = { username, password };
    await api.send({ method: 'POST', path: '/api/auth/sign-in/username', body });
    const me = await readMe();
    client.setQueryData(meKey, me);
    return me;
  };
};

export const useSignOut = () => {
  const client = useQueryClient();
  return async (outbound: Outbound): Promise<void> => {
    await api.send({ method: 'POST', path: '/api/auth/sign-out', body: {} });
    await outbound.wipe();
    client.clear();
    client.setQueryData(meKey, null);
  };
};

/** Forgets what was read; called when the server says that the session has ended. */
export const useForgetSession = () => {
  const client = useQueryClient();
  return () => {
    client.removeQueries({
      predicate: (query) => !['tenant', 'me'].includes(String(query.queryKey[0])),
    });
    client.setQueryData(meKey, null);
  };
};

export type Session = { me: () => Me; permissions: Permissions; outbound: Outbound };

const SessionContext = createContext<Session>();
export const SessionProvider = SessionContext.Provider;

export const createSession = (me: () => Me, outbound: Outbound): Session => ({
  me,
  outbound,
  permissions: createPermissions(me),
});

/** Inside pages that need a signed-in person. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of RequireSession');
  return session;
};
