import type { Column, Form } from '#schema/contracts/campaign/form.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import { isRow, type Answers, type Row, type TableField } from './answers.ts';

function isShown(field: { visible?: Column['visible'] }, record: Answers): boolean {
  return field.visible === undefined || evaluateCondition(field.visible, record);
}

/** The columns that show in one row; a row sees the fields of its form as well. */
export function visibleColumns(table: TableField, row: Row, answers: Answers): Column[] {
  const record: Record<string, unknown> = { ...answers, ...row };
  return table.columns.filter((column) => {
    const shown = isShown(column, record);
    if (!shown) delete record[column.key];
    return shown;
  });
}

function rowWithoutHidden(table: TableField, row: Row, answers: Answers): Row {
  const shown = new Set(visibleColumns(table, row, answers).map(({ key }) => key));
  const hidden = new Set(table.columns.map(({ key }) => key).filter((key) => !shown.has(key)));
  return Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.has(key))) as Row;
}

/**
 * Keys of the fields that show. Fields are decided in form order, a hidden one counting as empty for
 * those after it; a hidden section hides what stands under it.
 */
export function visibleFields(form: Form, answers: Answers): Set<string> {
  const record: Record<string, unknown> = { ...answers };
  const visible = new Set<string>();
  let sectionShown = true;
  for (const field of form.fields) {
    const shown: boolean = isShown(field, record) && (field.kind === 'section' || sectionShown);
    if (field.kind === 'section') sectionShown = shown;
    if (shown) visible.add(field.key);
    else delete record[field.key];
  }
  return visible;
}

/** The answers without those of hidden fields and hidden cells: what is hidden is void. */
export function voidHidden(form: Form, answers: Answers): Answers {
  const visible = visibleFields(form, answers);
  const hidden = new Set(form.fields.map(({ key }) => key).filter((key) => !visible.has(key)));
  const kept = Object.fromEntries(Object.entries(answers).filter(([key]) => !hidden.has(key)));
  for (const field of form.fields) {
    const rows = kept[field.key];
    if (field.kind !== 'table' || !Array.isArray(rows)) continue;
    const record = kept;
    kept[field.key] = rows.map((row: unknown) =>
      isRow(row) ? rowWithoutHidden(field, row, record) : row,
    );
  }
  return kept;
}
