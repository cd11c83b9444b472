import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type { InferOutput } from 'valibot';
import type {
  MyTasksSchema,
  Receipt,
  SubmissionDetail,
  SubmissionState,
} from '#schema/contracts/submissions.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

export type MyTasks = InferOutput<typeof MyTasksSchema>;
/** What every move of a filing answers. */
export type Moved = { id: string; state: SubmissionState; version: number };

const root = ['submissions'] as const;
const pathOf = (id: string) => `/api/submissions/${id}`;

export const draftUrl = (id: string): string => `${pathOf(id)}/draft`;

export const useMyTasks = () =>
  useQuery(() => ({
    queryKey: [...root, 'mine'],
    queryFn: ({ signal }) => api.get<MyTasks>('/api/submissions/mine', undefined, signal),
  }));

export const useSubmission = (id: () => string) =>
  useQuery(() => ({
    queryKey: [...root, 'detail', id()],
    queryFn: ({ signal }) => api.get<SubmissionDetail>(pathOf(id()), undefined, signal),
  }));

export const useReceipt = (id: () => string) =>
  useQuery(() => ({
    queryKey: [...root, 'receipt', id()],
    queryFn: ({ signal }) => api.get<Receipt>(`${pathOf(id())}/receipt`, undefined, signal),
  }));

/** Lists and details anew, after a filing moved on. */
export const useRefresh = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: root });
};

const move =
  <Input>(verb: string, bodyOf: (input: Input) => unknown) =>
  (id: () => string) =>
    createCommand<Input, Moved>((input) => ({
      method: 'POST',
      path: `${pathOf(id())}/${verb}`,
      body: bodyOf(input),
    }));

export const createNilReturn = move<{ nil: boolean }>('nil', (input) => input);
export const createSignOff = move<void>('sign-off', () => ({}));
export const createSignature = move<{ comment?: string }>('sign-off/sign', (input) => input);
export const createSendBack = move<{ comment: string }>('sign-off/return', (input) => input);
export const createWithdrawal = move<void>('sign-off/withdraw', () => ({}));
export const createPaperRegistration = move<{ evidenceId: string; signedOn: string }>(
  'sign-off/paper',
  (input) => input,
);

export const createAttachment = (id: () => string) =>
  createCommand<{ key: string; evidenceIds: readonly string[] }, Moved>((input) => ({
    method: 'PUT',
    path: `${pathOf(id())}/deliverables/${input.key}`,
    body: { evidenceIds: input.evidenceIds },
  }));

export const createFileCommand = (id: () => string) =>
  createCommand<void, Receipt>(() => ({ method: 'POST', path: `${pathOf(id())}/file`, body: {} }));
