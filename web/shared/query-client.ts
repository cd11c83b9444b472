import { QueryClient } from '@tanstack/solid-query';
import { retryDelay } from './client.ts';
import { isOutcomeUnknown } from './problem.ts';

const readAttempts = 3;

/** Reads are repeated while the server is away, never when it refused. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < readAttempts && isOutcomeUnknown(error),
        retryDelay,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
