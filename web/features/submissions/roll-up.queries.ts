import { useQuery } from '@tanstack/solid-query';
import type { RollUpTable, TakeSums } from '#schema/contracts/roll-up.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';
import type { Moved } from './submissions.queries.ts';

const pathOf = (id: string) => `/api/submissions/${id}/roll-up`;

export const useRollUp = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['submissions', 'roll-up', id()],
    queryFn: ({ signal }) => api.get<RollUpTable>(pathOf(id()), undefined, signal),
  }));

export const createTakeSums = (id: () => string) =>
  createCommand<TakeSums, Moved>((body) => ({ method: 'PUT', path: pathOf(id()), body }));
