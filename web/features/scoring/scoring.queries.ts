import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type { ScoreFactList } from '#schema/contracts/evaluation-records.ts';
import type { EvaluationAnswer, RankingAnswer } from '#schema/contracts/evaluation.ts';
import type { ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { api } from '#web/shared/client.ts';

/** One unit under one campaign. */
export type UnitPlace = { readonly campaign: string; readonly organization: string };

/** 得分与依据 of one unit. */
export const useScoreSheet = (asked: () => { campaign?: string; organization?: string }) =>
  useQuery(() => ({
    queryKey: ['scoring', 'sheet', asked().campaign, asked().organization],
    queryFn: ({ signal }) =>
      api.get<ScoreSheetAnswer>(
        `/api/scoring/sheets/${asked().organization ?? 'mine'}`,
        { campaign: asked().campaign },
        signal,
      ),
    enabled: asked().campaign !== undefined,
  }));

/** 评定、记分、结果运用 of one unit. */
export const useEvaluation = (place: () => UnitPlace | undefined) =>
  useQuery(() => ({
    queryKey: ['scoring', 'evaluation', place()],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get<EvaluationAnswer>('/api/scoring/evaluation', place(), signal),
    enabled: place() !== undefined,
  }));

/** What people put on record, and what can be. */
export const useScoreFacts = (place: () => UnitPlace | undefined) =>
  useQuery(() => ({
    queryKey: ['scoring', 'facts', place()],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get<ScoreFactList>('/api/scoring/facts', place(), signal),
    enabled: place() !== undefined,
  }));

export const useRanking = (asked: () => { campaign: string; ranking?: string | undefined }) =>
  useQuery(() => ({
    queryKey: ['scoring', 'ranking', asked()],
    queryFn: ({ signal }) => api.get<RankingAnswer>('/api/scoring/rankings', asked(), signal),
    enabled: asked().campaign !== '',
  }));

/** After any act on a unit: its sheet, its records and the places of the class. */
export const useScoringChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: ['scoring'] });
};
