import { useQuery } from '@tanstack/solid-query';
import type {
  Application,
  Ask,
  DecideApplication,
  FiledRevisions,
} from '#schema/contracts/filing-applications.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';
import type { Moved } from './submissions.queries.ts';

const pathOf = (id: string) => `/api/submissions/${id}`;

export const useFiledRevisions = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['submissions', 'revisions', id()],
    queryFn: ({ signal }) =>
      api.get<FiledRevisions>(`${pathOf(id())}/revisions`, undefined, signal),
  }));

export const createAsk = (id: () => string) =>
  createCommand<Ask, Application>((body) => ({
    method: 'POST',
    path: `${pathOf(id())}/applications`,
    body,
  }));

export const createClaim = (id: () => string) =>
  createCommand<void, Moved>(() => ({ method: 'POST', path: `${pathOf(id())}/claim`, body: {} }));

export const createApplicationDecision = (place: () => { id: string; applicationId: string }) =>
  createCommand<DecideApplication, Moved>((body) => ({
    method: 'POST',
    path: `${pathOf(place().id)}/applications/${place().applicationId}/decision`,
    body,
  }));
