import { formatPath, parsePath } from '#plugins/sdk/forms/answers.ts';
import { t } from '#web/shared/i18n.ts';
import { announce } from '#web/ui/toast.component.tsx';
import type { KindOf } from './field-frame.component.tsx';
import type { FormModel } from './form-model.ts';
import { isTable, readCells } from './pasted-table.presenter.ts';
import type { PastedRow } from './pasted-table.presenter.ts';
import { createRowId } from './row-id.ts';
import { pastedValue } from './typed-value.presenter.ts';

type TableField = KindOf<'table'>;

const nameOf = (target: EventTarget | null): string =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement
    ? target.name
    : '';

/** Adds rows at the end, as many as the table takes; says how many were added. */
export const addPastedRows = (
  form: FormModel,
  field: TableField,
  rows: readonly PastedRow[],
): number => {
  const room = (field.maxRows ?? 2000) - form.rowIds(field.key).length;
  const added = rows.slice(0, Math.max(0, room));
  for (const cells of added) form.addRow(field.key, createRowId(), cells);
  return added.length;
};

/**
 * Cells pasted into a cell fill from there to the right and downwards, as in Excel; rows that are
 * missing are added. A single text is pasted as text.
 */
export const createTablePaste = (form: FormModel, fieldOf: () => TableField) => ({
  intoCells: (pasted: ClipboardEvent): void => {
    const text = pasted.clipboardData?.getData('text/plain') ?? '';
    const at = parsePath(nameOf(pasted.target));
    const field = fieldOf();
    const isProse = pasted.target instanceof HTMLTextAreaElement && !text.includes('\t');
    if (at?.field !== field.key || !at.row || !isTable(text) || isProse) return;
    pasted.preventDefault();
    const firstColumn = field.columns.findIndex(({ key }) => key === at.column);
    const ids = [...form.rowIds(field.key)];
    const firstRow = ids.indexOf(at.row);
    let unread = 0;
    for (const [down, cells] of readCells(text).entries()) {
      let id = ids[firstRow + down];
      if (id === undefined) {
        if (ids.length >= (field.maxRows ?? 2000)) break;
        id = createRowId();
        ids.push(id);
        form.addRow(field.key, id);
      }
      for (const [right, written] of cells.entries()) {
        const column = field.columns[firstColumn + right];
        if (!column || written.trim() === '') continue;
        const value = pastedValue(column, written);
        if (value === undefined) unread += 1;
        else form.commit(formatPath({ field: field.key, row: id, column: column.key }), value);
      }
    }
    if (unread > 0) announce(t('forms.paste-unread', { count: unread }), 'error');
  },
});
