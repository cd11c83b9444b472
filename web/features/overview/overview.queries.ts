import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/solid-query';
import type {
  FigureCatalogue,
  FigureItems,
  FigureTable,
  Overview,
} from '#schema/contracts/figures.ts';
import { api } from '#web/shared/client.ts';

type Moment = { readonly campaign: string; readonly asOf?: string | undefined };

export const useOverview = (wanted: () => Moment) =>
  useQuery(() => ({
    queryKey: ['figures', 'overview', wanted()],
    queryFn: ({ signal }) => api.get<Overview>('/api/figures/overview', wanted(), signal),
    placeholderData: keepPreviousData,
  }));

export const useFigureCatalogue = (campaign: () => string) =>
  useQuery(() => ({
    queryKey: ['figures', 'catalogue', campaign()],
    queryFn: ({ signal }) =>
      api.get<FigureCatalogue>('/api/figures/catalogue', { campaign: campaign() }, signal),
    enabled: campaign() !== '',
  }));

export type ItemsWanted = Moment & {
  readonly figure: string;
  readonly area?: string | undefined;
  readonly unit?: string | undefined;
  readonly only?: string | undefined;
};

const pageSize = 50;

export const useFigureItems = (wanted: () => ItemsWanted) =>
  useInfiniteQuery(() => ({
    queryKey: ['figures', 'items', wanted()],
    queryFn: ({ pageParam, signal }) =>
      api.get<FigureItems>(
        '/api/figures/items',
        { ...wanted(), cursor: pageParam, limit: pageSize },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: FigureItems) => page.next,
    enabled: wanted().campaign !== '' && wanted().figure !== '',
  }));

export type TableWanted = Moment & {
  readonly keys: string;
  readonly by: string;
  readonly kinds?: string | undefined;
  readonly levels?: string | undefined;
  readonly names?: string | undefined;
};

export const useFigureTable = (wanted: () => TableWanted) =>
  useQuery(() => ({
    queryKey: ['figures', 'table', wanted()],
    queryFn: ({ signal }) => api.get<FigureTable>('/api/figures/table', wanted(), signal),
    enabled: wanted().campaign !== '' && wanted().keys !== '',
    placeholderData: keepPreviousData,
  }));
