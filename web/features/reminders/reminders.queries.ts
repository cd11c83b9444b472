import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type { AccountPage } from '#schema/contracts/accounts.ts';
import type {
  ChannelKind,
  ChannelTest,
  Channels,
  Inbox,
  Reception,
  SaveChannel,
  Urge,
  UrgePreview,
  Urged,
} from '#schema/contracts/reminders.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

const root = ['reminders'] as const;
const minuteMs = 60_000;

/** How many items wait, for the head of every page; asked again after a minute at the earliest. */
export const useWaitingCount = () =>
  useQuery(() => ({
    queryKey: [...root, 'waiting'],
    queryFn: ({ signal }) =>
      api.get<{ asOf: number; count: number }>('/api/reminders/waiting', undefined, signal),
    staleTime: minuteMs,
  }));

export const useInbox = () =>
  useQuery(() => ({
    queryKey: [...root, 'inbox'],
    queryFn: ({ signal }) => api.get<Inbox>('/api/reminders/inbox', undefined, signal),
  }));

export const useReception = () =>
  useQuery(() => ({
    queryKey: [...root, 'reception'],
    queryFn: ({ signal }) => api.get<Reception>('/api/reminders/reception', undefined, signal),
  }));

export const useChannels = () =>
  useQuery(() => ({
    queryKey: [...root, 'channels'],
    queryFn: ({ signal }) => api.get<Channels>('/api/reminders/channels', undefined, signal),
  }));

export const useRemindersChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: root });
};

export const readPreview = (urge: Urge): Promise<UrgePreview> =>
  api
    .send<UrgePreview>({ method: 'POST', path: '/api/reminders/urges/preview', body: urge })
    .then(({ data }) => data);

export const createUrging = () =>
  createCommand<Urge, Urged>((body) => ({ method: 'POST', path: '/api/reminders/urges', body }));

export const createReceptionChoice = () =>
  createCommand<Pick<Reception, 'channel' | 'digest' | 'urged'>, Reception>((body) => ({
    method: 'PUT',
    path: '/api/reminders/reception',
    body,
  }));

export const createContactEntry = () =>
  createCommand<{ kind: string; value: string }, void>(({ kind, value }) => ({
    method: 'PUT',
    path: `/api/reminders/contacts/${kind}`,
    body: { value },
  }));

export const createChannelSetup = (kind: () => ChannelKind, version: () => number) =>
  createCommand<SaveChannel, { version: number }>((body) => ({
    method: 'PUT',
    path: `/api/reminders/channels/${kind()}?version=${version()}`,
    body,
  }));

export const createChannelTest = (kind: () => ChannelKind) =>
  createCommand<{ to: string }, ChannelTest>((body) => ({
    method: 'POST',
    path: `/api/reminders/channels/${kind()}/test`,
    body,
  }));

export const createChannelRemoval = (kind: () => ChannelKind, version: () => number) =>
  createCommand<void, void>(() => ({
    method: 'DELETE',
    path: `/api/reminders/channels/${kind()}?version=${version()}`,
  }));

/** Accounts that a search finds, for the administrator who enters an address for somebody. */
export const usePeople = (search: () => string) =>
  useQuery(() => ({
    queryKey: [...root, 'people', search()],
    queryFn: ({ signal }) =>
      api.get<AccountPage>('/api/accounts', { search: search(), limit: 8 }, signal),
    enabled: search() !== '',
  }));

export const createContactFor = (personId: () => string) =>
  createCommand<{ kind: string; value: string }, void>(({ kind, value }) => ({
    method: 'PUT',
    path: `/api/reminders/people/${personId()}/contacts/${kind}`,
    body: { value },
  }));

export const createSettingsSave = (version: () => number) =>
  createCommand<{ digestAt: string; quietOnRestDays: boolean }, { version: number }>((body) => ({
    method: 'PUT',
    path: `/api/reminders/settings?version=${version()}`,
    body,
  }));

export const createResending = () =>
  createCommand<string, void>((id) => ({
    method: 'POST',
    path: `/api/reminders/undelivered/${id}/resend`,
    body: {},
  }));
