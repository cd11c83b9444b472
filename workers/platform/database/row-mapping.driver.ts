import { Column, getTableName, is, SQL, Subquery } from 'drizzle-orm';

type Decoder = { mapFromDriverValue(value: unknown): unknown };
/** What a query selects: where it stands in a line of the result, and what it is. */
export type Selected = { readonly path: readonly string[]; readonly field: unknown };
/** By name of a table, whether every line has a row of it. */
export type Joined = Readonly<Record<string, boolean>> | undefined;

type Line = Record<string, unknown>;
type Cell = { readonly above: readonly string[]; readonly name: string; readonly decoder: Decoder };
type Optional = { readonly name: string; readonly first: string; readonly table: string };

/**
 * Values of the engine as the line that Drizzle makes of them. Drizzle 0.45 asks of each cell anew
 * what it was selected as, which took more time than all the rest of a read; here that is asked
 * once a query.
 */
export function createLineMapper(
  fields: readonly Selected[],
): (values: readonly unknown[], joined: Joined) => Line {
  const cells = fields.map(({ path, field }): Cell => {
    return { above: path.slice(0, -1), name: path.at(-1) ?? '', decoder: decoderOf(field) };
  });
  const optional = optionalIn(fields);
  return (values, joined) => {
    const line: Line = {};
    cells.forEach(({ above, name, decoder }, at) => {
      const value = values[at] ?? null;
      nodeOf(line, above)[name] = value === null ? null : decoder.mapFromDriverValue(value);
    });
    if (joined !== undefined) dropAbsent(line, optional, joined);
    return line;
  };
}

function nodeOf(line: Line, above: readonly string[]): Line {
  let node = line;
  for (const name of above) node = (node[name] ??= {}) as Line;
  return node;
}

/** A joined table without a row is `null` as a whole: its first column is what Drizzle looks at. */
function dropAbsent(line: Line, optional: readonly Optional[], joined: NonNullable<Joined>): void {
  for (const { name, first, table } of optional) {
    if (joined[table] !== true && nodeOf(line, [name])[first] === null) line[name] = null;
  }
}

/** The parts of a line that are made of the columns of one table. */
function optionalIn(fields: readonly Selected[]): Optional[] {
  const columns = fields.flatMap(({ path, field }) => {
    const [name = '', first = ''] = path;
    if (path.length !== 2 || !is(field, Column)) return [];
    return [{ name, first, table: getTableName(field.table) }];
  });
  const parts = Map.groupBy(columns, ({ name }) => name);
  return [...parts.values()].flatMap((part) => {
    const [first] = part;
    return first && part.every(({ table }) => table === first.table) ? [first] : [];
  });
}

/** What Drizzle decodes with; its types do not name it for what is not a column. */
function decoderOf(field: unknown): Decoder {
  if (is(field, Column)) return field;
  if (is(field, SQL)) return (field as unknown as { decoder: Decoder }).decoder;
  const { sql } = is(field, Subquery) ? field._ : (field as { sql: SQL });
  return (sql as unknown as { decoder: Decoder }).decoder;
}
