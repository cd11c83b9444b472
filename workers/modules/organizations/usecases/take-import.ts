import type { AuditActor } from '#schema/contracts/audit.ts';
import type { ImportChoice, ImportJob } from '#schema/contracts/imports.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Change } from '#workers/platform/database/change.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { readBookVersion } from '../acts.repository.ts';
import type { ImportRules, ImportingContext } from '../import-subject.ts';
import {
  createImportHasErrorsError,
  createImportOutdatedError,
  createImportUnderWayError,
  createImportWrongStateError,
} from '../imports.errors.ts';
import {
  emptyRows,
  listIdleImports,
  listLeftImports,
  markRows,
  nextRows,
  updateImport,
} from '../imports.repository.ts';
import type { StoredImport } from '../imports.repository.ts';
import { auditOf, loadImport, loadOwnImport, toJob } from './receive-import.ts';

const attempts = 4;
const idleMs = 60_000;

/** 导入: all rows, or only the good ones; one import of a tenant at a time. */
export async function takeImport(request: {
  context: TenantContext;
  rules: ImportRules;
  input: { readonly id: string; readonly choice: ImportChoice };
}): Promise<ImportJob> {
  const { context, rules, input } = request;
  assertCan(context.actor, rules.permission, {});
  const job = await loadOwnImport(context, rules, input.id);
  if (job.state === 'taking' || job.state === 'done') return toJob(job);
  if (job.state !== 'checked') throw createImportWrongStateError();
  if (input.choice === 'all' && job.counts.error > 0) {
    throw createImportHasErrorsError({ values: { count: job.counts.error } });
  }
  if (job.bookVersion !== (await readBookVersion(context.db))) throw createImportOutdatedError();
  const { choice } = input;
  await commitOrThrow(
    context.writer,
    {
      steps: [updateImport(job, { state: 'taking', choice, updatedAt: context.clock.now() })],
      audit: auditOf(context, job, 'import.take', { choice, ...job.counts }),
    },
    { constraints: { 'unit_imports.state': createImportUnderWayError } },
  );
  return toJob(await loadImport(context, rules, job.id));
}

/** Takes the next rows of an import that is under way; nothing where it is not. */
export async function advanceImport(request: {
  context: TenantContext & ImportingContext;
  rules: ImportRules;
  input: { readonly id: string };
}): Promise<ImportJob> {
  const { context, rules, input } = request;
  assertCan(context.actor, rules.permission, {});
  const job = await loadImport(context, rules, input.id);
  const actor = { kind: 'person' as const, id: context.actor.personId };
  if (job.state === 'taking') await advance(context, rules, { job, actor });
  return toJob(await loadImport(context, rules, job.id));
}

/** Goes on with imports whose browser went away. */
export async function advanceIdleImports(
  context: ImportingContext,
  everyRules: readonly ImportRules[],
): Promise<number> {
  const jobs = await listIdleImports(context.db, context.clock.now() - idleMs);
  for (const job of jobs) {
    const rules = everyRules.find(({ subject }) => subject === job.subject);
    if (rules === undefined) continue;
    await advance(context, rules, { job, actor: { kind: 'system', id: 'imports' } });
  }
  return jobs.length;
}

/** Drops imports that were left before they were taken, where the rules say after how long. */
export async function dropLeftImports(
  context: ImportingContext,
  rules: ImportRules,
): Promise<number> {
  const { subject, daysLeft } = rules;
  if (daysLeft === undefined) return 0;
  const at = context.clock.now();
  const jobs = await listLeftImports(context.db, subject, at - daysLeft * 86_400_000);
  for (const job of jobs) {
    await context.writer.commit({
      steps: [updateImport(job, { state: 'dropped', updatedAt: at }), emptyRows(job.id)],
      audit: {
        action: 'import.drop',
        actor: { kind: 'system', id: 'imports' },
        subjectKind: 'import',
        subjectId: job.id,
        at,
        facts: { days: daysLeft },
      },
    });
  }
  return jobs.length;
}

type Step = { readonly job: StoredImport; readonly actor: AuditActor };

/** One bounded change; somebody who was faster is nothing to fail about. */
async function advance(context: ImportingContext, rules: ImportRules, step: Step): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const job = await loadImport(context, rules, step.job.id);
    if (job.state !== 'taking') return;
    const change = await changeOf(context, rules, { ...step, job });
    const outcome = await context.writer.commit(change);
    if (outcome.status !== 'refused') return;
    if (outcome.reason !== 'stale_version') await commitOrThrow(context.writer, change);
  }
}

async function changeOf(
  context: ImportingContext,
  rules: ImportRules,
  { job, actor }: Step,
): Promise<Change> {
  const rows = await nextRows(context.db, job.id, rules.rowsAChange);
  const updatedAt = context.clock.now();
  const about = { actor, subjectKind: 'import', subjectId: job.id, at: updatedAt };
  if (rows.length === 0) {
    const { steps, events } = await rules.finish(context, job);
    const { taken, refused } = job;
    return {
      steps: [
        updateImport(job, { state: 'done', updatedAt }),
        ...steps,
        ...(rules.forgets ? [emptyRows(job.id)] : []),
      ],
      audit: { action: 'import.finish', ...about, facts: { taken, refused } },
      events,
    };
  }
  const { steps, refused } = await rules.take(context, job, rows);
  const gone = new Set(refused);
  const good = rows.filter(({ row }) => !gone.has(row)).map(({ row }) => row);
  const meanwhile = [{ column: null, code: 'changed-meanwhile' }];
  return {
    steps: [
      updateImport(job, {
        taken: job.taken + good.length,
        refused: job.refused + refused.length,
        updatedAt,
      }),
      ...steps,
      ...markRows(job.id, good, 'taken'),
      ...markRows(job.id, refused, 'refused', meanwhile),
    ],
    audit: {
      action: 'import.advance',
      ...about,
      facts: { rows: good.length, refused: refused.length, first: rows[0]?.row ?? 0 },
    },
  };
}
