import { getTableName, is } from 'drizzle-orm';
import { SQLiteColumn, getTableConfig } from 'drizzle-orm/sqlite-core';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { SendBatch } from '#workers/platform/database/hrana.driver.ts';

/** What is compared of a table: everything a query or a constraint depends on. */
export type TableShape = {
  columns: Record<string, { type: string; isNotNull: boolean; isGenerated: boolean }>;
  primaryKey: string[];
  indexes: Record<string, { columns: string; isUnique: boolean; isPartial: boolean }>;
  uniques: string[];
  foreignKeys: string[];
};
export type SchemaShape = Record<string, TableShape>;

const EXPRESSION = '(expression)';

const TABLES = `from pragma_table_list as tables where tables.schema = 'main'
  and tables.type = 'table' and tables.name not like 'sqlite_%' and tables.name not like 'libsql_%'`;
const joined = (pragma: string) => TABLES.replace(' where', `, ${pragma} where`);

const QUERIES = {
  columns: `select tables.name, columns.name, lower(columns.type), columns."notnull", columns.pk,
    columns.hidden ${joined('pragma_table_xinfo(tables.name) as columns')} order by 1, 2`,
  indexes: `select tables.name, list.name, list."unique", list.origin, list.partial,
    (select group_concat(coalesce(name, '${EXPRESSION}'), ', ')
      from (select name from pragma_index_xinfo(list.name) where key = 1 order by seqno))
    ${joined('pragma_index_list(tables.name) as list')} order by 1, 2`,
  foreignKeys: `select name, group_concat("from", ', '), target, group_concat("to", ', '), rule
    from (select tables.name, keys.id, keys."from", keys."table" as target, keys."to",
        lower(keys.on_delete) as rule
      ${joined('pragma_foreign_key_list(tables.name) as keys')} order by 1, 2, keys.seq)
    group by name, id`,
};

/** The schema's own texts, to see whether two databases are the same to the letter. */
export async function schemaTexts(send: SendBatch): Promise<string[]> {
  const [rows = []] = await query(send, ['select type, name, sql from sqlite_schema']);
  return rows.map((row) => row.join(' ')).sort();
}

/** The schema a database has. Virtual tables and their shadows are raw SQL's own affair. */
export async function storedSchema(send: SendBatch): Promise<SchemaShape> {
  const { columns, indexes, foreignKeys } = QUERIES;
  const [allColumns = [], allIndexes = [], allKeys = []] = await query(send, [
    columns,
    indexes,
    foreignKeys,
  ]);
  const names = [...new Set(allColumns.map(([table]) => String(table)))];
  const of = (rows: Row[], name: string) => rows.filter(([table]) => table === name);
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        ...storedColumns(of(allColumns, name)),
        ...storedIndexes(of(allIndexes, name)),
        foreignKeys: of(allKeys, name)
          .map(([, from, target, to, rule]) => foreignKeyText(from, target, to, rule))
          .sort(),
      },
    ]),
  );
}

type Row = readonly unknown[];

function storedColumns(rows: readonly Row[]): Pick<TableShape, 'columns' | 'primaryKey'> {
  const keyed = rows.filter((row) => Number(row[4]) > 0);
  keyed.sort((one, two) => Number(one[4]) - Number(two[4]));
  return {
    columns: Object.fromEntries(
      rows.map(([, name, type, notNull, pk, hidden]) => {
        const isNotNull = notNull === 1 || Number(pk) > 0;
        return [String(name), { type: String(type), isNotNull, isGenerated: hidden !== 0 }];
      }),
    ),
    primaryKey: keyed.map(([, name]) => String(name)),
  };
}

function storedIndexes(rows: readonly Row[]): Pick<TableShape, 'indexes' | 'uniques'> {
  const named = rows.filter((row) => row[3] === 'c');
  const uniques = rows.filter((row) => row[3] === 'u');
  return {
    indexes: Object.fromEntries(
      named.map(([, name, unique, , partial, columns]) => [
        String(name),
        { columns: String(columns), isUnique: unique === 1, isPartial: partial === 1 },
      ]),
    ),
    uniques: uniques.map((row) => String(row[5])).sort(),
  };
}

async function query(send: SendBatch, texts: readonly string[]): Promise<Row[][]> {
  const results = await send(texts.map((sql) => ({ sql, wantRows: true })));
  return results.map((result) => {
    if (result.status !== 'ok') throw new Error(JSON.stringify(result));
    return result.rows;
  });
}

/** The schema that Drizzle tables draw, in the same shape. */
export function drawnSchema(tables: readonly SQLiteTable[]): SchemaShape {
  const shapes = tables.map((table) => [getTableName(table), drawnTable(table)] as const);
  return Object.fromEntries(shapes.sort(([one], [two]) => (one < two ? -1 : 1)));
}

function drawnTable(table: SQLiteTable): TableShape {
  const config = getTableConfig(table);
  const composite = config.primaryKeys.flatMap(({ columns }) => columns.map(({ name }) => name));
  const single = config.columns.filter(({ primary }) => primary).map(({ name }) => name);
  const primaryKey = composite.length > 0 ? composite : single;
  const columns = config.columns.map((column) => {
    const isNotNull = column.notNull || primaryKey.includes(column.name);
    const isGenerated = column.generated !== undefined;
    return [column.name, { type: column.getSQLType(), isNotNull, isGenerated }] as const;
  });
  return {
    columns: Object.fromEntries(columns.sort(([one], [two]) => (one < two ? -1 : 1))),
    primaryKey,
    indexes: drawnIndexes(config.indexes),
    uniques: [
      ...config.uniqueConstraints.map(({ columns: unique }) => namesOf(unique)),
      ...config.columns.filter(({ isUnique }) => isUnique).map(({ name }) => name),
    ].sort(),
    foreignKeys: config.foreignKeys.map(drawnForeignKey).sort(),
  };
}

type TableConfig = ReturnType<typeof getTableConfig>;

function drawnIndexes(indexes: TableConfig['indexes']): TableShape['indexes'] {
  const shapes = indexes.map(({ config: { name, columns, unique, where } }) => {
    const shape = { columns: namesOf(columns), isUnique: unique, isPartial: where !== undefined };
    return [name, shape] as const;
  });
  return Object.fromEntries(shapes.sort(([one], [two]) => (one < two ? -1 : 1)));
}

function drawnForeignKey(key: TableConfig['foreignKeys'][number]): string {
  const { columns, foreignColumns, foreignTable } = key.reference();
  const rule = key.onDelete ?? 'no action';
  return foreignKeyText(
    namesOf(columns),
    getTableName(foreignTable),
    namesOf(foreignColumns),
    rule,
  );
}

function foreignKeyText(from: unknown, target: unknown, to: unknown, rule: unknown): string {
  return `${String(from)} -> ${String(target)} (${String(to)}) ${String(rule)}`;
}

function namesOf(columns: readonly unknown[]): string {
  return columns.map((column) => (is(column, SQLiteColumn) ? column.name : EXPRESSION)).join(', ');
}
