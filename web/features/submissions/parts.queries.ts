import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type {
  DepartmentPart,
  HandOut,
  MergePart,
  Part,
  PartHanded,
  PartMoved,
  Parts,
} from '#schema/contracts/submission-parts.ts';
import { api, apiFetch } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';

const pathOf = (id: string) => `/api/submissions/${id}/parts`;

export const useParts = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['submissions', 'parts', id()],
    queryFn: ({ signal }) => api.get<Parts>(pathOf(id()), undefined, signal),
  }));

/** After a part went out, came back or was merged: the parts, the filing, the lists. */
export const usePartsChanged = () => {
  const client = useQueryClient();
  return (): Promise<void> => client.invalidateQueries({ queryKey: ['submissions'] });
};

export const createHandOut = (id: () => string) =>
  createCommand<HandOut, PartHanded>((body) => ({ method: 'POST', path: pathOf(id()), body }));

const createClosing =
  <Input>(verb: 'take-back' | 'merge') =>
  (id: () => string) =>
    createCommand<{ part: Part; body: Input }, PartMoved>(({ part, body }) => ({
      method: 'POST',
      path: `${pathOf(id())}/${part.id}/${verb}`,
      ifMatch: `"${part.version}"`,
      body,
    }));
export const createTakeBack = createClosing<Record<string, never>>('take-back');
export const createMerge = createClosing<MergePart>('merge');

const departmentPath = '/api/part';
/** Who bears the link: it goes in a header and never into an address. */
const bearing = (token: string) => ({ authorization: `Bearer ${token}` });

export const useDepartmentPart = (token: () => string) =>
  useQuery(() => ({
    queryKey: ['part', token()],
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<DepartmentPart> => {
      const answer = await apiFetch(departmentPath, { headers: bearing(token()), signal });
      return (await answer.json()) as DepartmentPart;
    },
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  }));

/** 暂存 and 交回 of a department, over the version it has seen. */
export const createDepartmentCommand = (token: () => string) =>
  createCommand<{ version: number; answers: unknown; post?: string }, PartMoved>(
    ({ version, answers, post }) => ({
      method: post === undefined ? 'PUT' : 'POST',
      path: post === undefined ? departmentPath : `${departmentPath}/submission`,
      ifMatch: `"${version}"`,
      body: { answers, ...(post === undefined ? {} : { post }) },
    }),
    async ({ method, path, ifMatch = '', body }) => {
      const headers = {
        ...bearing(token()),
        'if-match': ifMatch,
        'content-type': 'application/json',
      };
      const answer = await apiFetch(path, { method, headers, body: JSON.stringify(body) });
      return {
        data: (await answer.json()) as PartMoved,
        etag: answer.headers.get('etag') ?? undefined,
        status: answer.status,
      };
    },
  );
