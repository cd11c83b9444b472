import type { AddImportRows, ImportJob, OpenImport } from '#schema/contracts/imports.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer, commitOrThrow } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import type { ImportRules, ImportingContext } from '../import-subject.ts';
import {
  createImportNotFoundError,
  createImportOwnError,
  createImportWrongStateError,
} from '../imports.errors.ts';
import {
  emptyRows,
  findImport,
  insertImport,
  putRows,
  updateImport,
} from '../imports.repository.ts';
import type { StoredImport } from '../imports.repository.ts';

/** Opens an import: the headings of a file and how many rows will come. */
export async function openImport(request: {
  context: TenantContext & ImportingContext;
  rules: ImportRules;
  input: OpenImport & { readonly requestKey: RequestKey | undefined };
}): Promise<ImportJob> {
  const { context, rules, input } = request;
  assertCan(context.actor, rules.permission, {});
  const about = (await rules.admit?.(context, input)) ?? null;
  const at = context.clock.now();
  const { personId, post, name } = context.actor;
  const job: StoredImport = {
    id: context.ids.next('imp'),
    subject: rules.subject,
    fileName: input.fileName,
    headings: input.headings,
    effectiveOn: input.effectiveOn ?? dayOf(at),
    total: input.total,
    received: 0,
    state: 'receiving',
    counts: { new: 0, changed: 0, unchanged: 0, error: 0 },
    bookVersion: 0,
    choice: null,
    taken: 0,
    refused: 0,
    openedBy: personId,
    openedByPost: post ?? name,
    version: 1,
    createdAt: at,
    updatedAt: at,
    about,
  };
  const change = {
    steps: [insertImport(job)],
    audit: auditOf(context, job, 'import.open', { fileName: job.fileName, rows: job.total }),
  };
  return commitAnswer(context.writer, change, {
    answer: toJob(job),
    requestKey: input.requestKey,
  });
}

/** Takes in some rows; the same rows sent again stay one. */
export async function addImportRows(request: {
  context: TenantContext;
  rules: ImportRules;
  input: AddImportRows & { readonly id: string };
}): Promise<ImportJob> {
  const { context, rules, input } = request;
  assertCan(context.actor, rules.permission, {});
  const job = await loadOwnImport(context, rules, input.id);
  if (job.state !== 'receiving') throw createImportWrongStateError();
  await commitOrThrow(context.writer, {
    steps: putRows(job, input.rows),
    audit: auditOf(context, job, 'import.receive', {
      rows: input.rows.length,
      from: input.rows[0]?.row ?? 0,
    }),
  });
  return toJob(await loadImport(context, rules, job.id));
}

/** 作废: what was taken before stays. */
export async function dropImport(request: {
  context: TenantContext;
  rules: ImportRules;
  input: { readonly id: string };
}): Promise<ImportJob> {
  const { context, rules, input } = request;
  assertCan(context.actor, rules.permission, {});
  const job = await loadImport(context, rules, input.id);
  if (job.state === 'done' || job.state === 'taking') throw createImportWrongStateError();
  if (job.state === 'dropped') return toJob(job);
  await commitOrThrow(context.writer, {
    steps: [
      updateImport(job, { state: 'dropped', updatedAt: context.clock.now() }),
      ...(rules.forgets ? [emptyRows(job.id)] : []),
    ],
    audit: auditOf(context, job, 'import.drop', {}),
  });
  return toJob(await loadImport(context, rules, job.id));
}

export async function loadImport(
  context: Pick<TenantContext, 'db'>,
  rules: Pick<ImportRules, 'subject'>,
  id: string,
): Promise<StoredImport> {
  const job = await findImport(context.db, rules.subject, id);
  if (job === undefined) throw createImportNotFoundError();
  return job;
}

/** For what makes somebody answer for the rows; who asked for them does not authorize them. */
export async function loadOwnImport(
  context: Pick<TenantContext, 'db' | 'actor'>,
  rules: Pick<ImportRules, 'subject' | 'ownOnly'>,
  id: string,
): Promise<StoredImport> {
  const job = await loadImport(context, rules, id);
  if (rules.ownOnly && job.openedBy !== context.actor.personId) throw createImportOwnError();
  return job;
}

export function auditOf(
  { actor, clock }: Pick<TenantContext, 'actor' | 'clock'>,
  job: Pick<StoredImport, 'id'>,
  action: 'import.open' | 'import.receive' | 'import.check' | 'import.take' | 'import.drop',
  facts: Readonly<Record<string, string | number>>,
) {
  const who = { kind: 'person' as const, id: actor.personId };
  return { action, actor: who, subjectKind: 'import', subjectId: job.id, at: clock.now(), facts };
}

export function toJob(stored: StoredImport): ImportJob {
  const { openedBy: _openedBy, bookVersion: _bookVersion, ...job } = stored;
  return job;
}
