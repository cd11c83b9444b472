import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type {
  ImportChange,
  ImportOutcome,
  ImportRowState,
  ImportSubject,
  StoredProblem,
} from '#schema/contracts/imports.ts';
import { unitImportRows, unitImports } from '#schema/tables/tenant/imports.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { FileRow } from './import-rows.domain.ts';

export type StoredImport = typeof unitImports.$inferSelect;
export type StoredImportRow = typeof unitImportRows.$inferSelect;

export function insertImport(job: StoredImport): Step {
  return { statement: toStatement(build.insert(unitImports).values(job)) };
}

export async function findImport(
  db: TenantDatabase,
  subject: ImportSubject,
  id: string,
): Promise<StoredImport | undefined> {
  const [row] = await db
    .select()
    .from(unitImports)
    .where(and(eq(unitImports.id, id), eq(unitImports.subject, subject)));
  return row;
}

export function listImports(db: TenantDatabase, subject: ImportSubject): Promise<StoredImport[]> {
  return db
    .select()
    .from(unitImports)
    .where(eq(unitImports.subject, subject))
    .orderBy(desc(unitImports.createdAt), desc(unitImports.id))
    .limit(20);
}

/** Imports under way that nobody has moved on since. */
export function listIdleImports(db: TenantDatabase, before: number): Promise<StoredImport[]> {
  return db
    .select()
    .from(unitImports)
    .where(and(eq(unitImports.state, 'taking'), sql`${unitImports.updatedAt} < ${before}`));
}

export function updateImport(
  current: StoredImport,
  update: Partial<Omit<StoredImport, 'id' | 'version'>>,
): Step {
  const query = build
    .update(unitImports)
    .set({ ...update, version: sql`${unitImports.version} + 1` })
    .where(and(eq(unitImports.id, current.id), eq(unitImports.version, current.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

/** Rows as they were sent; the same rows sent again stay one. */
export function putRows(job: StoredImport, rows: readonly FileRow[]): Step[] {
  const put = sql`insert into unit_import_rows (import_id, row_number, cells, state)
    select ${job.id}, value ->> '$.row', value -> '$.cells', 'waiting'
    from json_each(${JSON.stringify(rows)}) where true
    on conflict (import_id, row_number) do update set cells = excluded.cells`;
  const count = build
    .update(unitImports)
    .set({
      received: sql`(select count(*) from unit_import_rows where import_id = ${job.id})`,
      version: sql`${unitImports.version} + 1`,
    })
    .where(and(eq(unitImports.id, job.id), eq(unitImports.state, 'receiving')));
  return [
    { statement: toStatement(put) },
    {
      statement: toStatement(count),
      expectRows: 1,
      otherwise: 'organizations.import_wrong_state',
    },
  ];
}

export type CheckedRow = {
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly problems: readonly StoredProblem[];
  readonly changes: readonly ImportChange[];
  readonly plan: unknown;
};

export function setOutcomes(importId: string, rows: readonly CheckedRow[]): Step {
  // The cross join keeps the order of the loops: each said row looks its kept one up by the key.
  const query = sql`insert into unit_import_rows
      (import_id, row_number, cells, outcome, problems, changes, plan, state)
    select kept.import_id, kept.row_number, kept.cells, said.value ->> '$.outcome',
      said.value -> '$.problems', said.value -> '$.changes', said.value -> '$.plan',
      iif(said.value ->> '$.outcome' in ('new', 'changed'), 'waiting', 'skipped')
    from json_each(${JSON.stringify(rows)}) as said cross join unit_import_rows as kept
    where kept.import_id = ${importId} and kept.row_number = (said.value ->> '$.row')
    on conflict (import_id, row_number) do update set outcome = excluded.outcome,
      problems = excluded.problems, changes = excluded.changes, plan = excluded.plan,
      state = excluded.state`;
  return { statement: toStatement(query) };
}

export function markRows(
  importId: string,
  rows: readonly number[],
  state: ImportRowState,
  problems: readonly StoredProblem[] = [],
): Step[] {
  if (rows.length === 0) return [];
  const query = sql`update unit_import_rows
    set state = ${state}, problems = ${JSON.stringify(problems)}
    where import_id = ${importId}
      and row_number in (select value from json_each(${JSON.stringify(rows)}))`;
  return [{ statement: toStatement(query), expectRows: 'some' }];
}

export function readFileRows(db: TenantDatabase, importId: string): Promise<FileRow[]> {
  const { row, cells } = unitImportRows;
  return db
    .select({ row, cells })
    .from(unitImportRows)
    .where(eq(unitImportRows.importId, importId))
    .orderBy(asc(row));
}

/** The next rows to be taken, in the order of the file. */
export function nextRows(
  db: TenantDatabase,
  importId: string,
  limit: number,
): Promise<StoredImportRow[]> {
  const { importId: owner, state, row } = unitImportRows;
  return db
    .select()
    .from(unitImportRows)
    .where(and(eq(owner, importId), eq(state, 'waiting')))
    .orderBy(asc(row))
    .limit(limit);
}

/** Empties the rows of what they said of persons; the numbers and the outcome stay. */
export function emptyRows(importId: string): Step {
  const query = sql`update unit_import_rows set cells = '[]', changes = null, plan = null,
    problems = iif(state = 'refused', problems, '[]') where import_id = ${importId}`;
  return { statement: toStatement(query) };
}

/** Imports of a subject that nobody took and nobody moved since. */
export function listLeftImports(
  db: TenantDatabase,
  subject: ImportSubject,
  before: number,
): Promise<StoredImport[]> {
  return db
    .select()
    .from(unitImports)
    .where(
      and(
        eq(unitImports.subject, subject),
        inArray(unitImports.state, ['receiving', 'checked']),
        sql`${unitImports.updatedAt} < ${before}`,
      ),
    )
    .limit(20);
}

/** Ids of units that were to be made and were not. */
export async function readRefusedIds(db: TenantDatabase, importId: string): Promise<Set<string>> {
  const { importId: owner, state, plan } = unitImportRows;
  const rows = await db
    .select({ id: sql<string>`${plan} ->> '$.id'` })
    .from(unitImportRows)
    .where(and(eq(owner, importId), eq(state, 'refused')));
  return new Set(rows.map(({ id }) => id));
}

export function listRows(
  db: TenantDatabase,
  input: {
    importId: string;
    outcome: ImportOutcome | undefined;
    state: ImportRowState | undefined;
    after: number | undefined;
    limit: number;
  },
): Promise<StoredImportRow[]> {
  const { importId, outcome, state, row } = unitImportRows;
  return db
    .select()
    .from(unitImportRows)
    .where(
      and(
        eq(importId, input.importId),
        input.outcome === undefined ? undefined : eq(outcome, input.outcome),
        input.state === undefined ? undefined : inArray(state, [input.state]),
        input.after === undefined ? undefined : gt(row, input.after),
      ),
    )
    .orderBy(asc(row))
    .limit(input.limit);
}
