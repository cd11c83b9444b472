import type { FieldRow } from '#plugins/sdk/drafting/field-rows.ts';
import type { Column, Field, Form } from '#schema/contracts/campaign/form.ts';
import { chinese } from '../texts.ts';
import { keysOfForm, mayBeColumn, newField } from './field-list.ts';
import type { NewWords } from './field-list.ts';

const optionsOf = (labels: readonly string[]) =>
  labels.map((label, at) => ({ key: `option-${at + 1}`, label }));

/** What the row says beside its kind. */
const withWords = (field: Field, row: FieldRow): Field => {
  const hint = row.hint === undefined ? {} : { hint: row.hint };
  if (field.kind === 'section') return { ...field, ...hint };
  const own = { ...hint, ...(row.required ? { required: true } : {}) };
  if (field.kind === 'choice' || field.kind === 'multiple-choice') {
    return { ...field, ...own, options: optionsOf(row.options) };
  }
  if (field.kind === 'rating') return { ...field, ...own, steps: optionsOf(row.options) };
  const isCounted = field.kind === 'integer' || field.kind === 'decimal';
  return { ...field, ...own, ...(isCounted && row.unit !== undefined ? { unit: row.unit } : {}) };
};

/** Only what a form has from its beginning: one field that nobody has named yet. */
const isUntouched = (form: Form, started: readonly string[]): boolean => {
  const [only, ...more] = form.fields;
  return more.length === 0 && only !== undefined && started.includes(chinese(only.label));
};

/** `started` are the names under which a form begins: such a field makes room for what is pasted. */
type RowWords = NewWords & { readonly started: readonly string[] };

/**
 * The form with the rows behind what it asks already; columns go into their table, and a sum finds
 * what it adds up by name.
 */
export const withFieldRows = (form: Form, rows: readonly FieldRow[], words: RowWords): Form => {
  const taken = keysOfForm(form);
  const fields: Field[] = isUntouched(form, words.started) ? [] : [...form.fields];
  for (const row of rows) {
    if (row.kind === undefined || row.faults.length > 0) continue;
    const blank = newField(row.kind, taken, { ...words, label: row.label });
    const made = withWords({ ...blank, label: row.label }, row);
    taken.push(made.key);
    if (row.table === undefined) {
      fields.push(made.kind === 'computed' ? addingUp(made, row, fields) : emptied(made));
      continue;
    }
    const at = fields.findIndex(
      (field) => field.kind === 'table' && chinese(field.label) === row.table,
    );
    const holder = fields[at];
    if (holder?.kind === 'table' && mayBeColumn(made)) {
      fields[at] = { ...holder, columns: [...holder.columns, made] };
    }
  }
  return { ...form, fields: fields.map((field) => withSomeColumn(field, words, taken)) };
};

const addingUp = (
  field: Extract<Field, { kind: 'computed' }>,
  row: FieldRow,
  before: readonly Field[],
): Field => ({
  ...field,
  compute: {
    op: 'sum',
    of: before.filter(({ label }) => row.options.includes(chinese(label))).map(({ key }) => key),
  },
});

/** A pasted table begins without columns: they follow in its rows. */
const emptied = (field: Field): Field =>
  field.kind === 'table' ? { ...field, columns: [] } : field;

const withSomeColumn = (field: Field, words: NewWords, taken: readonly string[]): Field => {
  if (field.kind !== 'table' || field.columns.length > 0) return field;
  const { key } = newField('text', taken, words);
  const column: Column = { kind: 'text', key, label: words.label };
  return { ...field, columns: [column] };
};
