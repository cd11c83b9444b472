import type { Column, Field, Form } from '#schema/contracts/campaign/form.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { isMissing } from '../conditions/evaluate.ts';
import { fieldOf, rowsOf } from './answers.ts';
import type { Answers, Row, TableField } from './answers.ts';
import { shapeFaults } from './shape.ts';

/** `field-gone` the form has no such place any more; `does-not-fit` what stands there is no answer to it. */
export type LossReason = 'field-gone' | 'does-not-fit';

/** What one place loses: `field` or `table/column`, in the words of the form it was filled in on. */
export type Loss = { path: string; label: Text; reason: LossReason; values: number };

export type CarriedOver = { answers: Answers; losses: Loss[] };

type Single = Exclude<Column | Field, { kind: 'table' | 'section' | 'computed' }>;
type Cell = { kept?: unknown; lost: boolean };

const choices = (field: Single): ReadonlySet<string> | undefined =>
  field.kind === 'multiple-choice' ? new Set(field.options.map(({ key }) => key)) : undefined;

/** The same answer written as the other kind of field holds it. */
function rewritten(value: unknown, from: Single, to: Single): unknown {
  if (from.kind === to.kind) return value;
  const isDecimal = to.kind === 'decimal' || to.kind === 'money';
  if (from.kind === 'integer' && isDecimal) return String(value);
  if (from.kind === 'choice' && to.kind === 'multiple-choice') return [value];
  return value;
}

/** Of several choices those stay that are still offered. */
function cellOf(value: unknown, from: Single, to: Single): Cell {
  const next = rewritten(value, from, to);
  const offered = choices(to);
  if (offered && Array.isArray(next)) {
    const kept = next.filter((each) => offered.has(String(each)));
    const lost = kept.length < next.length;
    return kept.length > 0 ? { kept, lost } : { lost };
  }
  return shapeFaults(to, next).length > 0 ? { lost: true } : { kept: next, lost: false };
}

const hasAnswer = (field: Field | Column | undefined): field is Single =>
  field !== undefined &&
  field.kind !== 'section' &&
  field.kind !== 'computed' &&
  field.kind !== 'table';

function carryTable(before: TableField, after: TableField, rows: readonly Row[]) {
  const losses = new Map<string, Loss>();
  const carried = rows.map((row): Row => {
    const cells = before.columns.flatMap((column): [string, unknown][] => {
      const value = row[column.key];
      if (isMissing(value)) return [];
      const to = after.columns.find(({ key }) => key === column.key);
      const cell: Cell = to ? cellOf(value, column, to) : { lost: true };
      if (cell.lost) {
        const path = `${before.key}/${column.key}`;
        const values = (losses.get(path)?.values ?? 0) + 1;
        const reason = to ? 'does-not-fit' : 'field-gone';
        losses.set(path, { path, label: column.label, reason, values });
      }
      return cell.kept === undefined ? [] : [[column.key, cell.kept]];
    });
    return { ...Object.fromEntries(cells), id: row.id };
  });
  return { rows: carried, losses: [...losses.values()] };
}

function carryField(before: Field, after: Form, answers: Answers): [unknown, Loss[]] {
  const { key, label } = before;
  const value = answers[key];
  const to = fieldOf(after, key);
  const lose = (reason: LossReason, values = 1): [undefined, Loss[]] => [
    undefined,
    [{ path: key, label, reason, values }],
  ];
  if (before.kind === 'table') {
    const rows = rowsOf(answers, key);
    if (rows.length === 0) return [undefined, []];
    if (to?.kind !== 'table') return lose(to ? 'does-not-fit' : 'field-gone', rows.length);
    const carried = carryTable(before, to, rows);
    return [carried.rows, carried.losses];
  }
  if (!hasAnswer(before) || isMissing(value)) return [undefined, []];
  if (to === undefined) return lose('field-gone');
  if (!hasAnswer(to)) return lose('does-not-fit');
  const cell = cellOf(value, before, to);
  return [cell.kept, cell.lost ? lose('does-not-fit')[1] : []];
}

/**
 * The answers given on one form as they stand on another, place by place: a key means the same on
 * both, a value stays where the other field can hold it, and everything that does not stay is named.
 * Nothing is guessed across keys. Requirements and limits are another matter: see `validateFiling`.
 * `carryOver(before, after, answers).losses.length === 0` says that nothing is lost.
 */
export function carryOver(before: Form, after: Form, answers: Answers): CarriedOver {
  const carried: Record<string, unknown> = {};
  const losses = before.fields.flatMap((field) => {
    const [kept, lost] = carryField(field, after, answers);
    if (kept !== undefined) carried[field.key] = kept;
    return lost;
  });
  return { answers: carried, losses };
}
