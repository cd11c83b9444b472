import { canonicalJson } from '#plugins/sdk/canonical.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Answers } from '#schema/contracts/submissions.ts';

type Value = Answers[string];
type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

/** What was filed once, as far as two filings of one unit can differ. */
export type Frozen = {
  readonly answers: Answers;
  readonly evidence: readonly { readonly sha256: string; readonly slot: string }[];
};

const deliverables = 'deliverables/';

/**
 * Where one revision differs from the one before: `field`, `table/row`, `table/row/column` in the
 * order of the form, then `deliverables/<key>` where other files were supplied.
 */
export function changedPaths(form: Form, before: Frozen, after: Frozen): string[] {
  const fields = form.fields.flatMap((field) => {
    if (field.kind === 'section') return [];
    const [old, now] = [before.answers[field.key], after.answers[field.key]];
    if (field.kind === 'table') return changedRows(field.key, rowsOf(old), rowsOf(now));
    return isSame(old, now) ? [] : [field.key];
  });
  return [...fields, ...changedFiles(before, after)];
}

function changedRows(table: string, before: readonly Row[], after: readonly Row[]): string[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((row) => {
    const old = known.get(row.id);
    if (old === undefined) return [`${table}/${row.id}`];
    return columnsOf(old, row)
      .filter((column) => !isSame(old[column], row[column]))
      .map((column) => `${table}/${row.id}/${column}`);
  });
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => `${table}/${id}`);
  return [...changed, ...gone];
}

function columnsOf(...rows: readonly Row[]): string[] {
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  columns.delete('id');
  return [...columns].toSorted();
}

function changedFiles(before: Frozen, after: Frozen): string[] {
  const [old, now] = [filesBySlot(before), filesBySlot(after)];
  const slots = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return slots.filter((slot) => !isSame(old.get(slot), now.get(slot)));
}

function filesBySlot({ evidence }: Frozen): Map<string, string[]> {
  const slots = new Map<string, string[]>();
  for (const { slot, sha256 } of evidence) {
    if (!slot.startsWith(deliverables)) continue;
    slots.set(slot, [...(slots.get(slot) ?? []), sha256].toSorted());
  }
  return slots;
}

function rowsOf(value: Value | undefined): readonly Row[] {
  if (!Array.isArray(value)) return [];
  return value.filter((row): row is Row & (typeof value)[number] => typeof row === 'object');
}

function isSame(left: unknown, right: unknown): boolean {
  return canonicalJson(left ?? null) === canonicalJson(right ?? null);
}
