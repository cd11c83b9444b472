import type { Condition } from '#schema/contracts/campaign/condition.ts';
import type { Column, Field, Form } from '#schema/contracts/campaign/form.ts';
import { fieldsOf as fieldsOfCondition } from '../conditions/evaluate.ts';
import { formatPath, rowsOf, sameValue, type Answers } from './answers.ts';
import type { FieldChange } from './drafts.ts';
import { isNotAsked } from './shape.ts';

/** What can be given away: files need an account, and what is computed or held is asked of nobody. */
export function isHandable(field: Field): boolean {
  const { kind } = field;
  if (kind === 'section' || kind === 'computed' || kind === 'evidence') return false;
  return !isNotAsked(field);
}

/** The fields under a section that can be given away, up to the next section. */
export function fieldsInSection(form: Form, section: string): string[] {
  const start = form.fields.findIndex(({ kind, key }) => kind === 'section' && key === section);
  if (start === -1) return [];
  const after = form.fields.slice(start + 1);
  const end = after.findIndex(({ kind }) => kind === 'section');
  const own = end === -1 ? after : after.slice(0, end);
  return own.filter(isHandable).map(({ key }) => key);
}

const looksInside = (condition: Condition, known: ReadonlySet<string>): boolean =>
  fieldsOfCondition(condition).every((key) => known.has(key));

/** What asks about a field of somebody else's is left out: it is decided where the whole is seen. */
function withOwnConditions<T extends Field | Column>(field: T, known: ReadonlySet<string>): T {
  const { visible, required, ...rest } = { required: undefined, ...field };
  const kept: Record<string, unknown> = { ...rest };
  if (visible !== undefined && looksInside(visible, known)) kept['visible'] = visible;
  if (typeof required === 'boolean') kept['required'] = required;
  else if (required !== undefined && looksInside(required, known)) kept['required'] = required;
  return sameKind<T>(kept);
}

/** The kind and all it needs are copied; only conditions can have gone. */
function sameKind<T>(field: Record<string, unknown>): T {
  return field as T;
}

/**
 * The form of a part: its fields in their order under their own headings, and of the conditions and
 * checks those that look at nothing else.
 */
export function partForm(form: Form, keys: readonly string[]): Form {
  const own = new Set(keys);
  const headings = new Set<string>();
  let heading: string | undefined;
  for (const { kind, key } of form.fields) {
    if (kind === 'section') heading = key;
    else if (own.has(key) && heading !== undefined) headings.add(heading);
  }
  const fields = form.fields
    .filter(({ key }) => own.has(key) || headings.has(key))
    .map((field) => {
      const kept = withOwnConditions(field, own);
      if (kept.kind !== 'table') return kept;
      const known = new Set([...own, ...kept.columns.map(({ key }) => key)]);
      return { ...kept, columns: kept.columns.map((column) => withOwnConditions(column, known)) };
    });
  const checks = (form.checks ?? []).filter(
    ({ when, assert, at }) =>
      own.has(at) && looksInside(assert, own) && (when === undefined || looksInside(when, own)),
  );
  const { checks: _checks, note: _note, ...rest } = form;
  return { ...rest, fields, ...(checks.length === 0 ? {} : { checks }) };
}

/** The answers to some fields of a form. */
export function answersTo(answers: Answers, keys: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)));
}

type Handed = { answers: Answers; revisions: Readonly<Record<string, number>> };

function rowChanges(handed: Handed, answers: Answers, table: string): FieldChange[] {
  const [before, after] = [rowsOf(handed.answers, table), rowsOf(answers, table)];
  const at = (row: string): string => formatPath({ field: table, row });
  const basedOn = (path: string): number => handed.revisions[path] ?? 0;
  const put = after
    .filter((row) => !before.some((each) => each.id === row.id && sameValue(each, row)))
    .map(({ id, ...cells }) => ({ path: at(id), value: cells, basedOn: basedOn(at(id)) }));
  const gone = before
    .filter(({ id }) => !after.some((row) => row.id === id))
    .map(({ id }) => ({ path: at(id), basedOn: basedOn(at(id)) }));
  return [...put, ...gone];
}

/**
 * What a department changed, as changes of the filing: each says which revision of its place was
 * handed out, so that whatever the clerk changed meanwhile is a conflict and never overwritten.
 */
export function partChanges(
  form: Form,
  keys: readonly string[],
  { handed, answers }: { handed: Handed; answers: Answers },
): FieldChange[] {
  return form.fields
    .filter(({ key }) => keys.includes(key))
    .flatMap(({ kind, key }): FieldChange[] => {
      if (kind === 'table') return rowChanges(handed, answers, key);
      if (sameValue(handed.answers[key], answers[key])) return [];
      return [{ path: key, value: answers[key], basedOn: handed.revisions[key] ?? 0 }];
    });
}
