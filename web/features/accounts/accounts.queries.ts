import { useInfiniteQuery, useQueryClient } from '@tanstack/solid-query';
import type {
  AccountMoved,
  AccountOpened,
  AccountPage,
  GiveGrant,
  OpenAccount,
  PasswordReset,
} from '#schema/contracts/accounts.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

const pageSize = 50;

export const useAccounts = (search: () => string | undefined) =>
  useInfiniteQuery(() => ({
    queryKey: ['accounts', search()],
    queryFn: ({ pageParam, signal }) =>
      api.get<AccountPage>(
        '/api/accounts',
        { search: search(), cursor: pageParam, limit: pageSize },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: AccountPage) => page.nextCursor,
  }));

export const createAccountOpening = () =>
  createCommand<OpenAccount, AccountOpened>((body) => ({
    method: 'POST',
    path: '/api/accounts',
    body,
  }));

export type AccountMove = { id: string; verb: 'disable' | 'enable'; reason: string };

export const createAccountMove = () =>
  createCommand<AccountMove, AccountMoved>(({ id, verb, reason }) => ({
    method: 'POST',
    path: `/api/accounts/${id}/${verb}`,
    body: { reason },
  }));

export type GrantGiving = GiveGrant & { id: string };

export const createGrantGiving = () =>
  createCommand<GrantGiving, { id: string }>(({ id, ...body }) => ({
    method: 'POST',
    path: `/api/accounts/${id}/grants`,
    body,
  }));

export const createGrantEnding = () =>
  createCommand<{ id: string; grantId: string; reason: string }, { id: string }>(
    ({ id, grantId, reason }) => ({
      method: 'POST',
      path: `/api/accounts/${id}/grants/${grantId}/end`,
      body: { reason },
    }),
  );

export const createPasswordReset = () =>
  createCommand<{ id: string; reason: string }, PasswordReset>(({ id, reason }) => ({
    method: 'POST',
    path: `/api/accounts/${id}/reset-password`,
    body: { reason },
  }));

export const useAccountsChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: ['accounts'] });
};
