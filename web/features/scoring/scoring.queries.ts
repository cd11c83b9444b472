import { useQuery } from '@tanstack/solid-query';
import type { ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { api } from '#web/shared/client.ts';

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
