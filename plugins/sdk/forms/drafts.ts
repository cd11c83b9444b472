import type { Column, Form } from '#schema/contracts/campaign/form.ts';
import { isMissing } from '../conditions/evaluate.ts';
import {
  columnOf,
  fieldOf,
  formatPath,
  parsePath,
  rowsOf,
  sameValue,
  type AnswerPath,
  type Answers,
  type Row,
  type TableField,
} from './answers.ts';
import type { FormProblem } from './problems.ts';
import { isNotAsked, shapeFaults } from './shape.ts';

/** A draft: its answers, and how often each field, row or cell was changed. */
export type DraftState = { answers: Answers; revisions: Readonly<Record<string, number>> };

/**
 * One change of one place. An absent or null value empties a field or cell and takes a row away; a
 * row is put as an object of its cells. `basedOn` is the revision the author saw there.
 */
export type FieldChange = { path: string; value?: unknown; basedOn: number };

export type FieldConflict = {
  path: string;
  yours: unknown;
  theirs: unknown;
  basedOn: number;
  revision: number;
};

export type MergeOutcome = {
  state: DraftState;
  /** Paths that were changed. */
  applied: string[];
  conflicts: FieldConflict[];
  refused: FormProblem[];
};

export const emptyDraft: DraftState = { answers: {}, revisions: {} };

/** The revision of a place: the number of times it was changed. */
export function revisionOf(state: DraftState, path: string): number {
  return state.revisions[path] ?? 0;
}

function rowOf(answers: Answers, { field, row }: AnswerPath): Row | undefined {
  return rowsOf(answers, field).find(({ id }) => id === row);
}

/** What stands at a path now. */
export function valueAt(state: DraftState, path: string): unknown {
  const parts = parsePath(path);
  if (!parts) return undefined;
  if (parts.row === undefined) return state.answers[parts.field];
  const row = rowOf(state.answers, parts);
  return parts.column === undefined ? row : row?.[parts.column];
}

function cellFaults(column: Column, value: unknown) {
  if (isNotAsked(column)) return [{ code: 'forms.not-asked' as const }];
  return isMissing(value) ? [] : shapeFaults(column, value);
}

function rowFaults(table: TableField, value: unknown) {
  if (isMissing(value)) return [];
  if (typeof value !== 'object') return [{ code: 'forms.table' as const }];
  return Object.entries(value ?? {}).flatMap(([key, cell]) => {
    if (key === 'id') return [];
    const column = columnOf(table, key);
    return column ? cellFaults(column, cell) : [{ code: 'forms.unknown-field' as const }];
  });
}

/** Why a place cannot hold that value at all. */
function refusals(form: Form, { path, value }: FieldChange): FormProblem[] {
  const parts = parsePath(path);
  const field = parts && fieldOf(form, parts.field);
  const refuse = (label: FormProblem['params']['label']) => (fault: Pick<FormProblem, 'code'>) => ({
    path,
    params: { label },
    ...fault,
  });
  if (!parts || !field) return [refuse(path)({ code: 'forms.unknown-field' })];
  if (isNotAsked(field)) return [refuse(field.label)({ code: 'forms.not-asked' })];
  if (field.kind === 'table') {
    if (parts.row === undefined) return [refuse(field.label)({ code: 'forms.row-id' })];
    if (parts.column === undefined) return rowFaults(field, value).map(refuse(field.label));
    const column = columnOf(field, parts.column);
    if (!column) return [refuse(path)({ code: 'forms.unknown-field' })];
    return cellFaults(column, value).map(refuse(column.label));
  }
  if (parts.row !== undefined || field.kind === 'section' || field.kind === 'computed') {
    return [refuse(field.label)({ code: 'forms.unknown-field' })];
  }
  return isMissing(value) ? [] : shapeFaults(field, value).map(refuse(field.label));
}

function without(record: Answers, key: string): Answers {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}

function withValue<T extends Answers>(record: T, key: string, value: unknown): T {
  return (isMissing(value) ? without(record, key) : { ...record, [key]: value }) as T;
}

function withRows(answers: Answers, parts: AnswerPath, value: unknown): Answers {
  const rows = rowsOf(answers, parts.field);
  const id = parts.row ?? '';
  const replaced = (next: Row) =>
    rows.some((row) => row.id === id)
      ? rows.map((row) => (row.id === id ? next : row))
      : [...rows, next];
  if (parts.column !== undefined) {
    const row: Row = rows.find((each) => each.id === id) ?? { id };
    const next =
      isMissing(value) && row.id !== id ? rows : replaced(withValue(row, parts.column, value));
    return withValue(answers, parts.field, next);
  }
  if (isMissing(value))
    return withValue(
      answers,
      parts.field,
      rows.filter((row) => row.id !== id),
    );
  const cells = Object.entries(value as object).filter(([, cell]) => !isMissing(cell));
  return withValue(answers, parts.field, replaced({ ...Object.fromEntries(cells), id }));
}

/** Every place a change touches: a cell its row too, a row all its cells. */
function touched(state: DraftState, parts: AnswerPath, value: unknown): string[] {
  const own = formatPath(parts);
  if (parts.row === undefined) return [own];
  const row = formatPath({ field: parts.field, row: parts.row });
  if (parts.column !== undefined) return [own, row];
  const cells = new Set([
    ...Object.keys(rowOf(state.answers, parts) ?? {}),
    ...Object.keys((value as object | null | undefined) ?? {}),
  ]);
  cells.delete('id');
  return [row, ...[...cells].map((column) => formatPath({ ...parts, column }))];
}

/** Applies changes whatever they were based on, in order; each raises the revision of its place. */
export function applyChanges(
  state: DraftState,
  changes: readonly Pick<FieldChange, 'path' | 'value'>[],
): DraftState {
  return changes.reduce((current, { path, value }) => {
    const parts = parsePath(path);
    if (!parts) return current;
    const answers =
      parts.row === undefined
        ? withValue(current.answers, parts.field, value)
        : withRows(current.answers, parts, value);
    const revisions = { ...current.revisions };
    for (const each of touched(current, parts, value)) revisions[each] = (revisions[each] ?? 0) + 1;
    return { answers, revisions };
  }, state);
}

/** A cell of a row that somebody took away would bring the row back unasked. */
function isGone(state: DraftState, path: string): boolean {
  const parts = parsePath(path);
  if (parts?.row === undefined || parts.column === undefined) return false;
  const row = formatPath({ field: parts.field, row: parts.row });
  return revisionOf(state, row) > 0 && rowOf(state.answers, parts) === undefined;
}

function isUnchanged(current: unknown, wanted: unknown, parts: AnswerPath | undefined): boolean {
  if (isMissing(current) && isMissing(wanted)) return true;
  const isRow = parts?.row !== undefined && parts.column === undefined;
  if (isRow && wanted && typeof wanted === 'object') {
    return sameValue(current, { ...wanted, id: parts.row });
  }
  return sameValue(current, wanted);
}

/**
 * Merges one author's changes into a draft that others may have changed meanwhile. Changes of
 * different places merge; a place that moved on since `basedOn` stays as it is and comes back as a
 * conflict with both values. Repeating a change that is already there does nothing.
 */
export function mergeFieldChanges(
  form: Form,
  state: DraftState,
  changes: readonly FieldChange[],
): MergeOutcome {
  const outcome: MergeOutcome = { state, applied: [], conflicts: [], refused: [] };
  for (const change of changes) {
    const { path, value, basedOn } = change;
    const refused = refusals(form, change);
    const theirs = valueAt(outcome.state, path);
    const gone = isGone(outcome.state, path);
    if (refused.length > 0) outcome.refused.push(...refused);
    else if (isUnchanged(theirs, value, parsePath(path))) continue;
    else if (gone || (revisionOf(state, path) !== basedOn && !outcome.applied.includes(path))) {
      const revision = revisionOf(outcome.state, path);
      outcome.conflicts.push({ path, yours: value, theirs, basedOn, revision });
    } else {
      outcome.state = applyChanges(outcome.state, [change]);
      outcome.applied.push(path);
    }
  }
  return outcome;
}
