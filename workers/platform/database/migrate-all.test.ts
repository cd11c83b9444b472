import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrationsOf } from '#schema/migrations/registry.ts';
import { migrationRuns } from '#schema/tables/control/core.table.ts';
import { DatabaseUnavailableError } from './database.errors.ts';
import { migrateAll } from './migrate-all.ts';
import type { MigrationProgress, MigrationTarget } from './migrate-all.ts';
import { readLedger } from './migrator.ts';
import { createNamespaceAdmin } from './namespace-admin.driver.ts';
import { sendTo } from './testing/namespace.fixtures.ts';
import { createTestControl } from './testing/tenant.fixtures.ts';
import type { TestDatabase } from './testing/tenant.fixtures.ts';

let control: TestDatabase;

beforeAll(async () => {
  control = await createTestControl();
});
afterAll(() => control.close());

async function createTargets(count: number): Promise<MigrationTarget[]> {
  const admin = createNamespaceAdmin({ url: inject('sqldAdminUrl') });
  const key = inject('sqldTemplateKey');
  const names = Array.from({ length: count }, () => `g${crypto.randomUUID().slice(0, 8)}`);
  for (const name of names) await admin.create(name, key.publicKey);
  return names.map((namespace) => ({
    namespace,
    kind: 'tenant' as const,
    send: sendTo({ url: inject('sqldUrl'), namespace, key }),
  }));
}

const away = () => Promise.reject(new DatabaseUnavailableError('away'));
const run = (runId: string, targets: readonly MigrationTarget[], progress?: MigrationProgress[]) =>
  migrateAll({
    runId,
    targets,
    control,
    clock: control.clock,
    concurrency: 2,
    onProgress: (step) => progress?.push(step),
  });

test('every database is migrated, told of and recorded', async () => {
  const targets = await createTargets(3);
  const progress: MigrationProgress[] = [];
  expect(await run('run-1', targets, progress)).toEqual({ migrated: 3, failed: [], leftOut: 0 });
  expect(progress.map(({ done, total }) => [done, total])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  for (const { send } of targets) {
    expect(await readLedger(send)).toEqual(migrationsOf.tenant.map(({ id }) => id));
  }
  const rows = await control.db
    .select()
    .from(migrationRuns)
    .where(eq(migrationRuns.runId, 'run-1'));
  expect(rows.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
});

test('one that is away fails alone, and the run goes on with it later', async () => {
  const [first, second] = await createTargets(2);
  if (!first || !second) throw new Error('no targets');
  const cut = await run('run-2', [{ ...first, send: away }, second]);
  expect(cut).toEqual({ migrated: 1, failed: [first.namespace], leftOut: 0 });
  const rest = await run('run-2', [first, second]);
  expect(rest).toEqual({ migrated: 1, failed: [], leftOut: 1 });
  expect(await readLedger(first.send)).toHaveLength(migrationsOf.tenant.length);
});

test('no more than the agreed number is worked on at once', async () => {
  const targets = await createTargets(5);
  let open = 0;
  let most = 0;
  const counted = targets.map((target) => ({
    ...target,
    send: async (...[steps]: Parameters<MigrationTarget['send']>) => {
      open += 1;
      most = Math.max(most, open);
      return target.send(steps).finally(() => (open -= 1));
    },
  }));
  await run('run-3', counted);
  expect(most).toBe(2);
});

test('an engine that cannot hash is refused before anything is written', async () => {
  const [target] = await createTargets(1);
  if (!target) throw new Error('no target');
  const deaf = {
    status: 'error' as const,
    code: 'SQLITE_UNKNOWN',
    message: 'no such function: sha3',
  };
  const report = await run('run-4', [{ ...target, send: () => Promise.resolve([deaf]) }]);
  expect(report.failed).toEqual([target.namespace]);
});
