import type { DatabaseKind, Migration } from '#schema/migrations/migration.ts';
import { migrationsOf } from '#schema/migrations/registry.ts';
import type { HranaStep, HranaStepResult, SendBatch } from './hrana.driver.ts';

export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export type MigrationReport = { applied: readonly string[]; version: string };

type MigrateInput = {
  send: SendBatch;
  kind: DatabaseKind;
  migrations?: readonly Migration[];
  now?: number;
};

const LEDGER = `create table if not exists schema_migrations (
  id text not null primary key, applied_at integer not null) without rowid`;
const SHA3_OF_NOTHING = 'a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a';

/** Brings one database to the newest version, each migration in a batch with its ledger row. */
export async function migrate(input: MigrateInput): Promise<MigrationReport> {
  const migrations = input.migrations ?? migrationsOf[input.kind];
  await assertEngineHasSha3(input.send);
  await run(input.send, [{ sql: LEDGER }]);
  const known = new Set(await readLedger(input.send));
  const pending = migrations.filter(({ id }) => !known.has(id));
  for (const migration of pending) {
    const ledger = {
      sql: 'insert into schema_migrations (id, applied_at) values (?, ?) on conflict do nothing',
      args: [migration.id, input.now ?? Date.now()],
    };
    const steps = await withoutKnownColumns(input.send, migration.up);
    const statements = [...steps.map((sql) => ({ sql })), ledger];
    await unlessDoneMeanwhile(input.send, migration.id, () =>
      runTransaction(input.send, statements, migration.id),
    );
  }
  return { applied: pending.map(({ id }) => id), version: migrations.at(-1)?.id ?? '' };
}

/** A second runner may have added the same column in between: then the ledger names it. */
async function unlessDoneMeanwhile(send: SendBatch, id: string, work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    if (!(await readLedger(send)).includes(id)) throw error;
  }
}

/** Takes one migration back, with its ledger row. */
export async function rollBack(send: SendBatch, migration: Migration): Promise<void> {
  const ledger = { sql: 'delete from schema_migrations where id = ?', args: [migration.id] };
  const steps = migration.down.map((sql) => ({ sql }));
  await runTransaction(send, [...steps, ledger], migration.id);
}

/** The migrations a database says it has, in order. */
export async function readLedger(send: SendBatch): Promise<string[]> {
  const rows = await run(send, [
    { sql: 'select id from schema_migrations order by id', wantRows: true },
  ]);
  return rows.map(([id]) => String(id));
}

/** Fails loudly on an engine without `sha3`: its audit chain could not be written. */
export async function assertEngineHasSha3(send: SendBatch): Promise<void> {
  const rows = await run(send, [{ sql: "select lower(hex(sha3('', 256)))", wantRows: true }]);
  if (rows[0]?.[0] !== SHA3_OF_NOTHING) {
    throw new MigrationError('the database engine has no working sha3(x, 256)');
  }
}

async function runTransaction(
  send: SendBatch,
  statements: readonly HranaStep[],
  name: string,
): Promise<void> {
  const chained = statements.map((statement, index) => ({
    ...statement,
    condition: { type: 'ok' as const, step: index },
  }));
  const commit = chained.length + 1;
  const results = await send([
    { sql: 'begin immediate' },
    ...chained,
    { sql: 'commit', condition: { type: 'ok', step: commit - 1 } },
    { sql: 'rollback', condition: { type: 'not', cond: { type: 'ok', step: commit } } },
  ]);
  if (results[commit]?.status === 'ok') return;
  throw new MigrationError(`migration ${name} failed: ${firstError(results)}`);
}

async function run(send: SendBatch, steps: readonly HranaStep[]) {
  const results = await send(steps);
  const last = results.at(-1);
  if (last?.status !== 'ok') throw new MigrationError(firstError(results));
  return last.rows;
}

function firstError(results: readonly HranaStepResult[]): string {
  const failed = results.find((result) => result.status === 'error');
  return failed?.status === 'error' ? failed.message : 'no answer';
}

const ADD_COLUMN = /^\s*alter\s+table\s+(\w+)\s+add\s+(?:column\s+)?(\w+)/i;

async function withoutKnownColumns(
  send: SendBatch,
  statements: readonly string[],
): Promise<string[]> {
  const kept: string[] = [];
  for (const sql of statements) {
    const [, table, column] = ADD_COLUMN.exec(sql) ?? [];
    if (table && column && (await hasColumn(send, table, column))) continue;
    kept.push(sql);
  }
  return kept;
}

async function hasColumn(send: SendBatch, table: string, column: string): Promise<boolean> {
  const sql = 'select 1 from pragma_table_xinfo(?) where name = ?';
  return (await run(send, [{ sql, args: [table, column], wantRows: true }])).length > 0;
}
