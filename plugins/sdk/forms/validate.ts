import type { Column, Form } from '#schema/contracts/campaign/form.ts';
import { evaluateCondition, isMissing } from '../conditions/evaluate.ts';
import {
  formatPath,
  isRowId,
  rowsOf,
  type AnswerField,
  type AnswerPath,
  type Answers,
  type Row,
  type TableField,
} from './answers.ts';
import { checkProblems } from './checks.ts';
import { computeFields } from './compute.ts';
import { limitFaults } from './limits.ts';
import type { FormProblem } from './problems.ts';
import { isNotAsked, shapeFaults, type Fault } from './shape.ts';
import { visibleColumns, visibleFields, voidHidden } from './visibility.ts';

type Mode = 'draft' | 'filing';
type Single = Exclude<AnswerField, { kind: 'table' | 'computed' }>;

function problem(path: AnswerPath, fault: Fault, params: FormProblem['params']): FormProblem {
  return { path: formatPath(path), code: fault.code, params: { ...params, ...fault.params } };
}

function isRequired(field: Single | TableField, record: Answers): boolean {
  if (field.required === undefined || isNotAsked(field)) return false;
  return typeof field.required === 'boolean'
    ? field.required
    : evaluateCondition(field.required, record);
}

function singleFaults(field: Single, value: unknown, record: Answers, mode: Mode): Fault[] {
  if (isMissing(value)) {
    return mode === 'filing' && isRequired(field, record) ? [{ code: 'forms.required' }] : [];
  }
  const shape = shapeFaults(field, value);
  return shape.length > 0 || mode === 'draft' ? shape : limitFaults(field, value);
}

function unknownColumns(table: TableField, row: Row): string[] {
  const known = new Set(['id', ...table.columns.map(({ key }) => key)]);
  return Object.keys(row).filter((key) => !known.has(key));
}

function rowProblems(
  table: TableField,
  row: Row,
  place: number,
  answers: Answers,
  mode: Mode,
): FormProblem[] {
  const record = { ...answers, ...row };
  const at = (column: string): AnswerPath => ({ field: table.key, row: row.id, column });
  const columns: Column[] = mode === 'filing' ? visibleColumns(table, row, answers) : table.columns;
  const unknown = unknownColumns(table, row).map((key) =>
    problem(
      at(key),
      { code: 'forms.unknown-field' },
      { label: key, table: table.label, row: place },
    ),
  );
  const cells = columns.flatMap((column) =>
    singleFaults(column, row[column.key], record, mode).map((fault) =>
      problem(at(column.key), fault, { label: column.label, table: table.label, row: place }),
    ),
  );
  return [...unknown, ...cells];
}

function tableShape(value: unknown): Fault[] {
  if (!Array.isArray(value)) return [{ code: 'forms.table' }];
  const ids = value.map((row: unknown) => (row as { id?: unknown } | null)?.id);
  const named = ids.every(isRowId) && new Set(ids).size === ids.length;
  return named ? [] : [{ code: 'forms.row-id' }];
}

function rowCountFaults(table: TableField, count: number, record: Answers): Fault[] {
  const least = Math.max(table.minRows ?? 0, isRequired(table, record) ? 1 : 0);
  if (count === 0 && table.minRows !== undefined && !isRequired(table, record)) return [];
  if (count < least) return [{ code: 'forms.rows-too-few', params: { count, min: String(least) } }];
  if (table.maxRows !== undefined && count > table.maxRows) {
    return [{ code: 'forms.rows-too-many', params: { count, max: String(table.maxRows) } }];
  }
  return [];
}

function tableProblems(table: TableField, answers: Answers, mode: Mode): FormProblem[] {
  const value = answers[table.key];
  const whole = (fault: Fault) => problem({ field: table.key }, fault, { label: table.label });
  if (!isMissing(value)) {
    const shape = tableShape(value);
    if (shape.length > 0) return shape.map(whole);
  }
  const rows = rowsOf(answers, table.key);
  const counts = mode === 'filing' ? rowCountFaults(table, rows.length, answers) : [];
  const cells = rows.flatMap((row, index) => rowProblems(table, row, index + 1, answers, mode));
  return [...counts.map(whole), ...cells];
}

function fieldProblems(
  form: Form,
  answers: Answers,
  visible: Set<string>,
  mode: Mode,
): FormProblem[] {
  return form.fields.flatMap((field): FormProblem[] => {
    if (field.kind === 'section' || field.kind === 'computed' || !visible.has(field.key)) return [];
    if (field.kind === 'table') return tableProblems(field, answers, mode);
    return singleFaults(field, answers[field.key], answers, mode).map((fault) =>
      problem({ field: field.key }, fault, { label: field.label }),
    );
  });
}

function unknownFields(form: Form, answers: Answers): FormProblem[] {
  const known = new Set(form.fields.map(({ key }) => key));
  return Object.keys(answers)
    .filter((key) => !known.has(key))
    .map((key) => problem({ field: key }, { code: 'forms.unknown-field' }, { label: key }));
}

/** What is wrong with the shape of a draft; nothing is required yet. */
export function validateDraft(form: Form, answers: Answers): FormProblem[] {
  const all = new Set(form.fields.map(({ key }) => key));
  return [...unknownFields(form, answers), ...fieldProblems(form, answers, all, 'draft')];
}

/** What is filed: hidden answers void, computed ones worked out. */
export function finalAnswers(form: Form, answers: Answers): Answers {
  const shown = voidHidden(form, computeFields(form, answers));
  return voidHidden(form, computeFields(form, shown));
}

/** Everything that is wrong with a filing, all at once. */
export function validateFiling(form: Form, answers: Answers): FormProblem[] {
  const final = finalAnswers(form, answers);
  const visible = visibleFields(form, final);
  return [
    ...unknownFields(form, answers),
    ...fieldProblems(form, final, visible, 'filing'),
    ...checkProblems(form, final, visible),
  ];
}
