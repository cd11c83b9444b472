import { useInfiniteQuery, useQuery } from '@tanstack/solid-query';
import type {
  Organization,
  OrganizationDetail,
  OrganizationPage,
} from '#schema/contracts/organizations.ts';
import { api } from '#web/shared/client.ts';
import { ProblemError } from '#web/shared/problem.ts';

const pageSize = 50;

export type OrganizationFilter = {
  readonly search?: string | undefined;
  readonly kind?: string | undefined;
};

export const useOrganizations = (filter: () => OrganizationFilter) =>
  useInfiniteQuery(() => ({
    queryKey: ['organizations', 'list', filter()],
    queryFn: ({ pageParam, signal }) =>
      api.get<OrganizationPage>(
        '/api/organizations',
        { ...filter(), cursor: pageParam, limit: pageSize },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: OrganizationPage) => page.nextCursor,
  }));

const readUnit = (id: string, signal?: AbortSignal) =>
  api.get<OrganizationDetail>(`/api/organizations/${id}`, undefined, signal);

export const useOrganization = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['organizations', 'detail', id()],
    queryFn: ({ signal }) => readUnit(id(), signal),
  }));

/** A superior that lies outside the reader's range is nothing to fail about. */
const readSuperior = async (id: string, signal?: AbortSignal): Promise<Organization | null> => {
  try {
    return await readUnit(id, signal);
  } catch (error) {
    if (error instanceof ProblemError && error.status < 500) return null;
    throw error;
  }
};

export const useSuperiors = (ids: () => readonly string[]) =>
  useQuery(() => ({
    queryKey: ['organizations', 'superiors', ids()],
    queryFn: async ({ signal }) => {
      const units = await Promise.all(ids().map((id) => readSuperior(id, signal)));
      return units.flatMap((unit) => unit ?? []);
    },
  }));
