import { importOutcomes } from '#schema/contracts/imports.ts';
import type { ImportCounts, ImportJob } from '#schema/contracts/imports.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import type { ImportRules, ImportingContext } from '../import-subject.ts';
import { createImportIncompleteError, createImportWrongStateError } from '../imports.errors.ts';
import { readFileRows, setOutcomes, updateImport } from '../imports.repository.ts';
import type { CheckedRow } from '../imports.repository.ts';
import { auditOf, loadImport, loadOwnImport, toJob } from './receive-import.ts';

const rowsAChange = 2_500;

/** 核对: every row against the book and against the others; may be repeated until it is taken. */
export async function checkImport(request: {
  context: TenantContext & ImportingContext;
  rules: ImportRules;
  input: { readonly id: string };
}): Promise<ImportJob> {
  const { context, rules, input } = request;
  assertCan(context.actor, rules.permission, {});
  const job = await loadOwnImport(context, rules, input.id);
  if (job.state !== 'receiving' && job.state !== 'checked') throw createImportWrongStateError();
  if (job.received !== job.total) {
    const { received, total } = job;
    throw createImportIncompleteError({ values: { received, total } });
  }
  const rows = await readFileRows(context.db, job.id);
  const checked = await rules.check(context, job, rows);
  const counts = countsOf(checked.rows);
  const { bookVersion } = checked;
  const updatedAt = context.clock.now();
  const chunks = chunksOf(checked.rows, rowsAChange);
  let current = job;
  for (const [index, chunk] of chunks.entries()) {
    const isLast = index === chunks.length - 1;
    // Each change raises the version: of two checks at once one goes through, and whole.
    const state = isLast ? ('checked' as const) : ('receiving' as const);
    const update = isLast ? { state, counts, bookVersion, updatedAt } : { state };
    await commitOrThrow(context.writer, {
      steps: [updateImport(current, update), setOutcomes(job.id, chunk)],
      audit: auditOf(context, job, 'import.check', isLast ? counts : { rows: chunk.length }),
    });
    current = { ...current, version: current.version + 1 };
  }
  return toJob(await loadImport(context, rules, job.id));
}

function countsOf(rows: readonly CheckedRow[]): ImportCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, error: 0 };
  for (const outcome of importOutcomes) {
    counts[outcome] = rows.filter((row) => row.outcome === outcome).length;
  }
  return counts;
}

function chunksOf<Row>(rows: readonly Row[], size: number): Row[][] {
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size));
}
