import type { Row, Value } from '@libsql/client/web';

const MOST_COLUMNS = 100;

/**
 * A row as Drizzle reads it: by position where it knows the columns (two may have one name), by
 * its enumerable names where it does not.
 */
class PositionedRow {
  [name: string]: Value;
  readonly #values: readonly Value[];

  constructor(columns: readonly string[], values: readonly Value[]) {
    if (columns.length > MOST_COLUMNS) throw new Error('a row has too many columns');
    this.#values = values;
    columns.forEach((name, position) => {
      if (!Object.hasOwn(this, name)) this[name] = values[position] ?? null;
    });
  }

  /** All of them by position, without asking for each. */
  static valuesOf(row: PositionedRow): readonly Value[] {
    return row.#values;
  }

  static {
    const get = (at: (values: readonly Value[]) => unknown) => ({
      get(this: PositionedRow) {
        return at(this.#values);
      },
    });
    Object.defineProperty(
      this.prototype,
      'length',
      get((values) => values.length),
    );
    for (let position = 0; position < MOST_COLUMNS; position += 1) {
      Object.defineProperty(
        this.prototype,
        position,
        get((values) => values[position]),
      );
    }
  }
}

export function toRow(columns: readonly string[], values: readonly Value[]): Row {
  return asRow(new PositionedRow(columns, values));
}

/** The values of a row that was made here. */
export function valuesOf(row: Row): readonly Value[] {
  if (row instanceof PositionedRow) return PositionedRow.valuesOf(row);
  throw new Error('not a row of this client');
}

/** Positions and `length` are getters of the class, names are properties of each row. */
function asRow(row: PositionedRow): Row {
  return row as unknown as Row;
}
