import * as v from 'valibot';
import type {
  ImportJob,
  ImportOutcome,
  ImportRow,
  ImportRowPage,
  ImportRowState,
} from '#schema/contracts/imports.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import type { Locale } from '#workers/platform/http/locale.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { problemWords } from '../import-problems.domain.ts';
import type { ImportRules } from '../import-subject.ts';
import { listImports, listRows } from '../imports.repository.ts';
import type { StoredImportRow } from '../imports.repository.ts';
import { loadImport, toJob } from './receive-import.ts';

/** The newest imports, so that nothing half done is out of sight. */
export async function showImports(request: {
  context: TenantContext;
  rules: ImportRules;
}): Promise<{ items: ImportJob[] }> {
  const { context, rules } = request;
  assertCan(context.actor, rules.permission, {});
  const jobs = await listImports(context.db, rules.subject);
  return { items: jobs.map(toJob) };
}

export async function showImport(request: {
  context: TenantContext;
  rules: ImportRules;
  input: { readonly id: string };
}): Promise<ImportJob> {
  const { context, rules, input } = request;
  assertCan(context.actor, rules.permission, {});
  return toJob(await loadImport(context, rules, input.id));
}

/** Rows of one outcome in the order of the file, with what is wrong and what would change. */
export async function showImportRows(request: {
  context: TenantContext;
  rules: ImportRules;
  input: {
    readonly id: string;
    readonly outcome?: ImportOutcome | undefined;
    readonly state?: ImportRowState | undefined;
    readonly cursor?: string | undefined;
    readonly limit?: string | undefined;
  };
}): Promise<ImportRowPage> {
  const { context, rules, input } = request;
  assertCan(context.actor, rules.permission, {});
  const { id: importId } = await loadImport(context, rules, input.id);
  const { limit, after } = pageRequestOf(input, v.number());
  const { outcome, state } = input;
  const rows = await listRows(context.db, { importId, outcome, state, after, limit: limit + 1 });
  const { items, nextCursor } = toPage(rows, limit, ({ row }) => row);
  return { items: items.map((row) => toRow(row, context.locale)), nextCursor };
}

function toRow(stored: StoredImportRow, locale: Locale): ImportRow {
  const { row, cells, outcome, state } = stored;
  const problems = (stored.problems ?? []).map((problem) => ({
    column: problem.column,
    code: problem.code,
    message: problemWords(problem, locale),
  }));
  return { row, cells, outcome, state, problems, changes: stored.changes ?? [] };
}
