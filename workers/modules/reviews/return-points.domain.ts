import type { Field, Form } from '#schema/contracts/campaign/form.ts';
import type { Deliverable } from '#schema/contracts/campaign/task.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { Answers, ReturnPoint } from '#schema/contracts/submissions.ts';

/** What a return can name: the fields and rows that were filed, and the list of materials. */
export type Filed = {
  readonly form: Form;
  readonly deliverables: readonly Deliverable[];
  readonly answers: Answers;
};

export type NamedPoints =
  | { readonly status: 'named'; readonly points: ReturnPoint[] }
  | { readonly status: 'unknown'; readonly positions: number[] };

/** The points under the names of the form itself, or the positions of those that are nowhere. */
export function namePoints(points: readonly ReturnPoint[], filed: Filed): NamedPoints {
  const labels = points.map(({ path }) => labelOf(path, filed));
  const positions = labels.flatMap((label, at) => (label === undefined ? [at] : []));
  if (positions.length > 0) return { status: 'unknown', positions };
  return {
    status: 'named',
    points: points.map((point, at) => ({ ...point, label: labels[at] ?? point.label })),
  };
}

/** The points of a return that no earlier return of the same filing has named, or named around. */
export function pointsNotNamedIn(
  points: readonly ReturnPoint[],
  earlier: readonly ReturnPoint[],
): ReturnPoint[] {
  const covers = (named: string, path: string) => path === named || path.startsWith(`${named}/`);
  return points.filter(({ path }) => !earlier.some((point) => covers(point.path, path)));
}

function labelOf(path: string, filed: Filed): string | undefined {
  const [head = '', id, column, ...rest] = path.split('/');
  if (rest.length > 0) return undefined;
  if (head === 'deliverables') {
    const item = filed.deliverables.find(({ key }) => key === id);
    return item === undefined || column !== undefined ? undefined : inChinese(item.title);
  }
  const field = filed.form.fields.find(({ key }) => key === head);
  if (field === undefined || field.kind === 'section') return undefined;
  if (id === undefined) return inChinese(field.label);
  return cellLabel(field, { id, column }, filed.answers);
}

function cellLabel(
  field: Exclude<Field, { kind: 'section' }>,
  cell: { id: string; column: string | undefined },
  answers: Answers,
): string | undefined {
  if (field.kind !== 'table') return undefined;
  const rows = answers[field.key];
  const position = Array.isArray(rows)
    ? rows.findIndex((row) => typeof row === 'object' && row.id === cell.id)
    : -1;
  if (position === -1) return undefined;
  const row = `${inChinese(field.label)} 第${position + 1}行`;
  if (cell.column === undefined) return row;
  const column = field.columns.find(({ key }) => key === cell.column);
  return column && `${row} ${inChinese(column.label)}`;
}

function inChinese(text: Text): string {
  return textIn(text, 'zh-CN').value;
}
