import { useQuery } from '@tanstack/solid-query';
import type {
  AnswerOpinion,
  AskOpinion,
  Opinion,
  OpinionQueue,
  ReasonList,
  RegisterRuling,
  Ruling,
} from '#schema/contracts/review-opinions.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

export const useAsked = () =>
  useQuery(() => ({
    queryKey: ['reviews', 'opinions'],
    queryFn: ({ signal }) => api.get<OpinionQueue>('/api/reviews/opinions', undefined, signal),
  }));

export const createAsk = (submissionId: () => string) =>
  createCommand<AskOpinion, Opinion>((body) => ({
    method: 'POST',
    path: `/api/reviews/${submissionId()}/opinions`,
    body,
  }));

export const createAnswer = (opinionId: () => string) =>
  createCommand<AnswerOpinion, Opinion>((body) => ({
    method: 'POST',
    path: `/api/reviews/opinions/${opinionId()}/answer`,
    body,
  }));

export const createWithdrawal = (opinionId: () => string) =>
  createCommand<void, Opinion>(() => ({
    method: 'POST',
    path: `/api/reviews/opinions/${opinionId()}/withdraw`,
  }));

export const createRuling = (submissionId: () => string) =>
  createCommand<RegisterRuling, Ruling>((body) => ({
    method: 'POST',
    path: `/api/reviews/${submissionId()}/ruling`,
    body,
  }));

export const createRulingWithdrawal = (submissionId: () => string) =>
  createCommand<void, Ruling>(() => ({
    method: 'POST',
    path: `/api/reviews/${submissionId()}/ruling/withdraw`,
  }));

export const createKeeping = () =>
  createCommand<readonly string[], ReasonList>((reasons) => ({
    method: 'PUT',
    path: '/api/reviews/reasons',
    body: { reasons },
  }));
