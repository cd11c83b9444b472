import type {
  ImportAbout,
  ImportHeading,
  ImportJob,
  ImportSubject,
} from '#schema/contracts/imports.ts';
import { columnOfHeading } from '#schema/contracts/unit-words.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { createSecretBox } from '#workers/platform/crypto/secret-box.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { findImport, updateImport } from './imports.repository.ts';
import type { StoredImport } from './imports.repository.ts';
import { peopleImportRules } from './usecases/import-people.ts';
import { unitImportRules } from './usecases/import-units.ts';
import { openImport } from './usecases/receive-import.ts';

/** A sheet as offices send it: the headings, then the rows. */
export type Sheet = readonly [readonly string[], ...(readonly string[])[]];

export const headingsOf = (
  [texts]: Sheet,
  subject: ImportSubject = 'organizations',
): ImportHeading[] => texts.map((text) => ({ text, column: columnOfHeading(subject, text) }));

export const rowsOf = ([, ...rows]: Sheet) =>
  rows.map((cells, index) => ({ row: index + 2, cells }));

export async function openTestImport(site: TestSite): Promise<string> {
  const job = await openImport({
    context: await createImportingContext(site, 'drafter'),
    rules: unitImportRules,
    input: {
      subject: 'organizations',
      fileName: '单位名录.xlsx',
      headings: [{ text: '单位名称', column: 'name' }],
      total: 1,
      requestKey: undefined,
    },
  });
  return job.id;
}

/** What imports that go on by themselves are given: the box closes with the tenant's own key. */
export async function createImportingContext(site: TestSite, name: CastName = 'drafter') {
  const context = await createTestContext(site, name);
  return { ...context, box: createSecretBox(async () => site.database.address.key) };
}

export async function openTestPeopleImport(
  site: TestSite,
  changes: Partial<StoredImport> = {},
): Promise<string> {
  const job = await openImport({
    context: await createImportingContext(site, 'system-admin'),
    rules: peopleImportRules,
    input: {
      subject: 'people',
      fileName: '人员.xlsx',
      headings: [{ text: '登录名', column: 'username' }],
      total: 1,
      requestKey: undefined,
    },
  });
  await changeTestImport(site, job.id, changes);
  return job.id;
}

/** As others would have left it. */
export async function changeTestImport(
  { database }: TestSite,
  id: string,
  changes: Partial<StoredImport>,
): Promise<void> {
  const job = await findImport(database.db, 'people', id);
  if (job === undefined) throw new Error(`no import ${id}`);
  await commitOrThrow(database.writer, {
    steps: [updateImport(job, changes)],
    audit: {
      action: 'import.open',
      actor: { kind: 'system', id: 'test' },
      subjectKind: 'import',
      subjectId: id,
      at: database.clock.now(),
      facts: {},
    },
  });
}

const CHUNK = 500;

/** Everything before the check, as the screen does it. */
export async function sendSheet(
  client: TestClient,
  sheet: Sheet,
  more: { effectiveOn?: string; base?: string; about?: ImportAbout; fileName?: string } = {},
): Promise<string> {
  const { base = '/api/organizations/imports', effectiveOn, about, fileName = '名录.xlsx' } = more;
  const subject = about ? 'figures' : base === '/api/invitations/imports' ? 'people' : undefined;
  const rows = rowsOf(sheet);
  const opened = await client(base, {
    json: {
      subject: subject ?? 'organizations',
      fileName,
      headings: headingsOf(sheet, subject),
      total: rows.length,
      effectiveOn,
      about,
    },
  });
  if (opened.status !== 201) throw new Error(opened.text);
  const { id } = opened.json<ImportJob>();
  for (let start = 0; start < rows.length; start += CHUNK) {
    const json = { rows: rows.slice(start, start + CHUNK) };
    const answer = await client(`${base}/${id}/rows`, { json });
    if (answer.status !== 200) throw new Error(answer.text);
  }
  return id;
}

export const act = (client: TestClient, path: string, json: unknown = {}) =>
  client(path, { method: 'POST', json });

/** Takes the rows until the import is done. */
export async function takeAll(
  client: TestClient,
  id: string,
  more: { choice?: 'all' | 'good'; base?: string } = {},
): Promise<ImportJob> {
  const { base = '/api/organizations/imports', choice = 'all' } = more;
  const taken = await act(client, `${base}/${id}/take`, { choice });
  if (taken.status !== 200) throw new Error(taken.text);
  for (let step = 0; step < 200; step += 1) {
    const job = (await act(client, `${base}/${id}/advance`)).json<ImportJob>();
    if (job.state !== 'taking') return job;
  }
  throw new Error('the import comes to no end');
}
