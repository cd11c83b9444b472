import { columnOf, fieldOf, parsePath, rowsOf, type Answers } from '#plugins/sdk/forms/answers.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Deliverable } from '#schema/contracts/campaign/task.ts';
import { readableValue } from '#web/features/forms/renderer/readable-value.presenter.ts';
import { localText, t } from '#web/shared/i18n.ts';

const deliverablePrefix = 'deliverables/';

/** The name of a place as the page shows it: a field, a cell with its row, an item of the materials. */
export const placeLabel = (
  path: string,
  known: { form: Form; answers: Answers; deliverables?: readonly Deliverable[] },
): string => {
  if (path.startsWith(deliverablePrefix)) {
    const key = path.slice(deliverablePrefix.length);
    const item = known.deliverables?.find((each) => each.key === key);
    return item ? localText(item.title) : key;
  }
  const parts = parsePath(path);
  const field = parts && fieldOf(known.form, parts.field);
  if (!parts || !field) return path;
  const label = localText(field.label);
  if (parts.row === undefined || field.kind !== 'table') return label;
  const place = rowsOf(known.answers, field.key).findIndex(({ id }) => id === parts.row) + 1;
  const row = place > 0 ? ` ${t('forms.row-name', { place })}` : '';
  const column = parts.column === undefined ? undefined : columnOf(field, parts.column);
  return `${label}${row}${column ? ` ${localText(column.label)}` : ''}`;
};

/** A value at a place, in words; a whole row as its cells. */
export const placeValue = (
  path: string,
  value: unknown,
  form: Form,
  nameOf?: (id: string) => string | undefined,
): string => {
  const parts = parsePath(path);
  const field = parts && fieldOf(form, parts.field);
  if (!parts || !field) return t('forms.empty');
  if (parts.row === undefined || field.kind !== 'table') {
    return readableValue(field, value, nameOf);
  }
  const column = parts.column === undefined ? undefined : columnOf(field, parts.column);
  if (column) return readableValue(column, value);
  if (typeof value !== 'object' || value === null) return t('submissions.row-removed');
  const cells = value as Readonly<Record<string, unknown>>;
  return field.columns
    .filter(({ key }) => cells[key] !== undefined)
    .map((each) => `${localText(each.label)}：${readableValue(each, cells[each.key])}`)
    .join('；');
};
