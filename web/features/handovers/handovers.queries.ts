import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type {
  Handover,
  HandoverDetail,
  HandoverMoved,
  HandoverPost,
  Handovers,
  OpenHandover,
} from '#schema/contracts/handovers.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

const path = '/api/handovers';

export const useHandovers = () =>
  useQuery(() => ({
    queryKey: ['handovers', 'list'],
    queryFn: ({ signal }) => api.get<Handovers>(path, undefined, signal),
  }));

export const useHandover = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['handovers', 'one', id()],
    queryFn: ({ signal }) => api.get<HandoverDetail>(`${path}/${id()}`, undefined, signal),
  }));

/** Own posts and the unit's, or those of one person for who authorizes posts. */
export const useHandoverPosts = (personId: () => string | undefined) =>
  useQuery(() => ({
    queryKey: ['handovers', 'posts', personId()],
    queryFn: ({ signal }) =>
      api.get<{ items: HandoverPost[] }>(`${path}/posts`, { personId: personId() }, signal),
  }));

export const useHandoversChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: ['handovers'] });
};

export const createHandoverOpening = () =>
  createCommand<OpenHandover, HandoverMoved>((body) => ({ method: 'POST', path, body }));

export type HandoverAct = Handover['may'][number];

export const createHandoverMove = (handover: () => Pick<Handover, 'id' | 'version'>) =>
  createCommand<{ act: HandoverAct; reason?: string }, HandoverMoved>(({ act, reason }) => ({
    method: 'POST',
    path: `${path}/${handover().id}/${act}`,
    ifMatch: `"${handover().version}"`,
    ...(reason === undefined ? {} : { body: { reason } }),
  }));
