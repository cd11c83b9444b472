import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/solid-query';
import type {
  ImportAbout,
  ImportChoice,
  ImportJob,
  ImportOutcome,
  ImportRow,
  ImportRowPage,
  ImportSubject,
} from '#schema/contracts/imports.ts';
import { IMPORT_CHUNK } from '#schema/contracts/imports.ts';
import type { OrganizationPage } from '#schema/contracts/organizations.ts';
import { columnOfHeading } from '#schema/contracts/unit-words.ts';
import { api } from '#web/shared/client.ts';
import type { SheetText } from './workbook.driver.ts';

const bases: Readonly<Record<ImportSubject, string>> = {
  organizations: '/api/organizations/imports',
  people: '/api/invitations/imports',
  figures: '/api/imported-figures/imports',
};
export const baseOf = (subject: ImportSubject): string => bases[subject];

const post = async (path: string, body: unknown = {}): Promise<ImportJob> =>
  (await api.send<ImportJob>({ method: 'POST', path, body })).data;

export type Sending = {
  readonly subject: ImportSubject;
  readonly fileName: string;
  readonly sheet: SheetText;
  readonly effectiveOn?: string | undefined;
  readonly about?: ImportAbout | undefined;
};

const chunk = IMPORT_CHUNK / 2;

/** Sends a file in pieces, then has every row checked; `tell` hears how many rows have arrived. */
export const sendAndCheck = async (
  { subject, fileName, sheet, effectiveOn, about }: Sending,
  tell: (sent: number) => void,
): Promise<ImportJob> => {
  const base = baseOf(subject);
  const { id } = await post(base, {
    subject,
    fileName,
    headings: sheet.headings.map((text) => ({ text, column: columnOfHeading(subject, text) })),
    total: sheet.rows.length,
    effectiveOn,
    about,
  });
  for (let start = 0; start < sheet.rows.length; start += chunk) {
    const rows = sheet.rows
      .slice(start, start + chunk)
      .map((cells, index) => ({ row: start + index + 2, cells }));
    const { received } = await post(`${base}/${id}/rows`, { rows });
    tell(received);
  }
  return post(`${base}/${id}/check`);
};

export const checkAgain = (job: ImportJob): Promise<ImportJob> =>
  post(`${baseOf(job.subject)}/${job.id}/check`);

export const dropJob = (job: ImportJob): Promise<ImportJob> =>
  post(`${baseOf(job.subject)}/${job.id}/drop`);

/** Takes the rows step by step; `tell` hears of every step. */
export const takeRows = async (
  job: ImportJob,
  choice: ImportChoice,
  tell: (job: ImportJob) => void,
): Promise<ImportJob> => {
  const path = `${baseOf(job.subject)}/${job.id}`;
  let current = job.state === 'taking' ? job : await post(`${path}/take`, { choice });
  while (current.state === 'taking') {
    current = await post(`${path}/advance`);
    tell(current);
  }
  return current;
};

export const useImports = (subject: () => ImportSubject) =>
  useQuery(() => ({
    queryKey: ['imports', subject()],
    queryFn: ({ signal }) => api.get<{ items: ImportJob[] }>(baseOf(subject()), undefined, signal),
  }));

export const useImportRows = (job: () => ImportJob, outcome: () => ImportOutcome) =>
  useInfiniteQuery(() => ({
    queryKey: ['imports', job().subject, job().id, job().version, outcome()],
    queryFn: ({ pageParam, signal }) =>
      api.get<ImportRowPage>(
        `${baseOf(job().subject)}/${job().id}/rows`,
        { outcome: outcome(), cursor: pageParam, limit: 50 },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page: ImportRowPage) => page.nextCursor,
  }));

/** Every wrong row of a job, for the file to be mended. */
export const readErrors = async (job: ImportJob): Promise<ImportRow[]> => {
  const rows: ImportRow[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: ImportRowPage = await api.get<ImportRowPage>(
      `${baseOf(job.subject)}/${job.id}/rows`,
      { outcome: 'error', cursor, limit: 200 },
    );
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
};

/** The names of all units that are open, in their official order. */
export const readUnitNames = async (): Promise<string[]> => {
  const names: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: OrganizationPage = await api.get<OrganizationPage>('/api/organizations', {
      status: 'open',
      cursor,
      limit: 200,
    });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  }
  return names;
};

export const useImportsChanged = () => {
  const client = useQueryClient();
  return async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['imports'] });
    await client.invalidateQueries({ queryKey: ['organizations'] });
    await client.invalidateQueries({ queryKey: ['invitations'] });
    await client.invalidateQueries({ queryKey: ['imported-figures'] });
    await client.invalidateQueries({ queryKey: ['figures'] });
  };
};
