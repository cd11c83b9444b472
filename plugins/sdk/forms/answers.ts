import type { Column, Field, Form } from '#schema/contracts/campaign/form.ts';

/** One object per filing, keyed by field; a missing answer is absent, never null. */
export type Answers = { readonly [field: string]: unknown };
export type Row = { readonly id: string; readonly [column: string]: unknown };
export type TableField = Extract<Field, { kind: 'table' }>;
/** A field that holds an answer of its own: everything but a section. */
export type AnswerField = Exclude<Field, { kind: 'section' }>;

/** `field`, `table/row` or `table/row/column`; rows are named by id, never by position. */
export type AnswerPath = { field: string; row?: string; column?: string };

const rowIdPattern = /^[A-Za-z0-9_-]{1,40}$/;

export function isRowId(id: unknown): id is string {
  return typeof id === 'string' && rowIdPattern.test(id);
}

/** `formatPath({ field: 'list', row: 'r1', column: 'due' }) === 'list/r1/due'`. */
export function formatPath({ field, row, column }: AnswerPath): string {
  return [field, row, column].filter((part) => part !== undefined).join('/');
}

/** The parts of a path; nothing when it is none. */
export function parsePath(path: string): AnswerPath | undefined {
  const [field, row, column, ...rest] = path.split('/');
  if (!field || rest.length > 0) return undefined;
  if (row === undefined) return { field };
  if (!isRowId(row)) return undefined;
  return column === undefined ? { field, row } : { field, row, column };
}

/** The field with that key. */
export function fieldOf(form: Form, key: string): Field | undefined {
  return form.fields.find((field) => field.key === key);
}

/** The column with that key in that table. */
export function columnOf(table: TableField, key: string): Column | undefined {
  return table.columns.find((column) => column.key === key);
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && isRowId((value as { id?: unknown }).id);
}

/** The rows of a table; anything that is not a row is left out. */
export function rowsOf(answers: Answers, table: string): Row[] {
  const value = answers[table];
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** Deep equality of answers. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [leftKeys, rightKeys] = [Object.keys(left), Object.keys(right)];
  if (leftKeys.length !== rightKeys.length) return false;
  return leftKeys.every(
    (key) =>
      key in right &&
      sameValue((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
  );
}
