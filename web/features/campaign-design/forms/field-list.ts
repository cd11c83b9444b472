import { fieldsOf } from '#plugins/sdk/conditions/evaluate.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Condition } from '#schema/contracts/campaign/condition.ts';
import type { Column, Field, FieldKind, Form } from '#schema/contracts/campaign/form.ts';
import { freeKey, moved, withProperty } from '../part-keys.ts';

/** A field of the form, or a column of one of its tables. */
export type FieldAddress = { readonly field: string; readonly column?: string | undefined };
export type AnyField = Field | Column;
type TableField = Extract<Field, { kind: 'table' }>;

export const fieldKinds = [
  'text',
  'long-text',
  'integer',
  'decimal',
  'money',
  'date',
  'month',
  'choice',
  'multiple-choice',
  'rating',
  'organization',
  'post',
  'evidence',
  'table',
  'section',
  'computed',
] as const satisfies readonly FieldKind[];

const neverColumns: ReadonlySet<FieldKind> = new Set(['evidence', 'table', 'section', 'computed']);
export const mayBeColumn = (field: AnyField): field is Column => !neverColumns.has(field.kind);

export const isTable = (field: AnyField | undefined): field is TableField =>
  field?.kind === 'table';

export const columnsIn = (field: Field): readonly Column[] => (isTable(field) ? field.columns : []);

export const keysOfForm = (form: Form): string[] => [
  ...form.fields.flatMap((field) => [field.key, ...columnsIn(field).map(({ key }) => key)]),
  ...(form.checks ?? []).map(({ key }) => key),
];

export const fieldAt = (form: Form, address: FieldAddress): AnyField | undefined => {
  const field = form.fields.find(({ key }) => key === address.field);
  return address.column === undefined || field === undefined
    ? field
    : columnsIn(field).find(({ key }) => key === address.column);
};

export type NewWords = { readonly label: string; readonly option: (number: number) => string };

const twoOptions = (words: NewWords) =>
  [1, 2].map((number) => ({ key: `option-${number}`, label: words.option(number) }));

/** An empty field of a kind, ready to be named. */
export const newField = (kind: FieldKind, taken: Iterable<string>, words: NewWords): Field => {
  const base = {
    key: freeKey(kind === 'section' ? 'section' : 'field', taken),
    label: words.label,
  };
  switch (kind) {
    case 'choice':
    case 'multiple-choice':
      return { kind, ...base, options: twoOptions(words) };
    case 'rating':
      return { kind, ...base, steps: twoOptions(words), unknown: true };
    case 'evidence':
      return { kind, ...base, accepts: ['file'] };
    case 'table': {
      const key = freeKey('field', [...taken, base.key]);
      return { kind, ...base, columns: [{ kind: 'text', key, label: words.label }] };
    }
    case 'computed':
      return { kind, ...base, compute: { op: 'sum', of: [] } };
    case 'text':
    case 'long-text':
    case 'integer':
    case 'decimal':
    case 'money':
    case 'date':
    case 'month':
    case 'organization':
    case 'post':
    case 'section':
      return { kind, ...base };
  }
};

const withFields = (form: Form, fields: readonly Field[]): Form => ({
  ...form,
  fields: [...fields],
});

/** Behind another field, or first where there is none. */
export const insertField = (form: Form, field: Field, at: number): Form =>
  withFields(form, [...form.fields.slice(0, at), field, ...form.fields.slice(at)]);

export const changeTable = (
  form: Form,
  table: string,
  change: (columns: readonly Column[]) => readonly Column[],
): Form =>
  withFields(
    form,
    form.fields.map((field) =>
      field.key === table && isTable(field)
        ? { ...field, columns: [...change(field.columns)] }
        : field,
    ),
  );

/** The same field said differently; its key stays, so what was answered stays with it. */
export const changeField = (form: Form, address: FieldAddress, after: AnyField): Form =>
  address.column === undefined
    ? withFields(
        form,
        // At a field's own address stands a field.
        form.fields.map((field) => (field.key === address.field ? (after as Field) : field)),
      )
    : changeTable(form, address.field, (columns) =>
        columns.map((column) =>
          column.key === address.column && mayBeColumn(after) ? after : column,
        ),
      );

const indexOf = (list: readonly { key: string }[], key: string | undefined) =>
  list.findIndex((each) => each.key === key);

/** To where another one of its list stands: fields among fields, columns inside their table. */
export const moveTo = (form: Form, address: FieldAddress, to: number): Form =>
  address.column === undefined
    ? withFields(form, moved(form.fields, indexOf(form.fields, address.field), to))
    : changeTable(form, address.field, (columns) =>
        moved(columns, indexOf(columns, address.column), to),
      );

export const placeIn = (form: Form, address: FieldAddress): { at: number; of: number } => {
  const field = form.fields[indexOf(form.fields, address.field)];
  const list = address.column === undefined || field === undefined ? form.fields : columnsIn(field);
  return { at: indexOf(list, address.column ?? address.field), of: list.length };
};

/** A field becomes the last column of a table. */
export const intoTable = (form: Form, key: string, table: string): Form => {
  const field = form.fields.find((each) => each.key === key);
  if (!field || !mayBeColumn(field) || !isTable(fieldAt(form, { field: table }))) return form;
  const rest = withFields(
    form,
    form.fields.filter((each) => each !== field),
  );
  return changeTable(rest, table, (columns) => [...columns, field]);
};

/** A column becomes the field behind its table; the last column of a table stays. */
export const outOfTable = (form: Form, table: string, column: string): Form => {
  const holder = form.fields.find((each) => each.key === table);
  const field = holder && columnsIn(holder).find(({ key }) => key === column);
  if (!holder || !field || columnsIn(holder).length < 2) return form;
  const rest = changeTable(form, table, (columns) => columns.filter(({ key }) => key !== column));
  return insertField(rest, field, indexOf(rest.fields, table) + 1);
};

const mentions = (condition: Condition | boolean | undefined, gone: ReadonlySet<string>) =>
  condition !== undefined &&
  typeof condition !== 'boolean' &&
  fieldsOf(condition).some((key) => gone.has(key));

const withoutConditions = <Each extends AnyField>(field: Each, gone: ReadonlySet<string>): Each => {
  const shown = mentions(field.visible, gone) ? withProperty(field, 'visible', undefined) : field;
  return 'required' in shown && mentions(shown.required, gone)
    ? // What only sometimes had to be answered may be left empty from now on.
      (withProperty(shown as Column, 'required', undefined) as Each)
    : shown;
};

const without = (field: Field, gone: ReadonlySet<string>): Field[] => {
  const rest = withoutConditions(field, gone);
  if (isTable(rest)) {
    return [{ ...rest, columns: rest.columns.map((column) => withoutConditions(column, gone)) }];
  }
  if (rest.kind !== 'computed') return [rest];
  const of = rest.compute.of.filter((key) => !gone.has(key));
  return of.length === 0 ? [] : [{ ...rest, compute: { ...rest.compute, of } }];
};

/** The form without a field and without what only made sense with it. */
export const removeField = (form: Form, address: FieldAddress): Form => {
  const target = fieldAt(form, address);
  if (!target) return form;
  const gone = new Set([
    target.key,
    ...(address.column === undefined ? columnsIn(target as Field).map(({ key }) => key) : []),
  ]);
  const rest =
    address.column === undefined
      ? withFields(
          form,
          form.fields.filter(({ key }) => key !== address.field),
        )
      : changeTable(form, address.field, (columns) =>
          columns.filter(({ key }) => key !== address.column),
        );
  const checks = (form.checks ?? []).filter(
    ({ when, assert, at }) => !gone.has(at) && !mentions(when, gone) && !mentions(assert, gone),
  );
  const fields = rest.fields.flatMap((field) => without(field, gone));
  return form.checks === undefined ? { ...rest, fields } : { ...rest, fields, checks };
};

/** What goes, or loses a condition, together with a field. */
export type Dependent = {
  readonly kind: 'condition' | 'computed' | 'check' | 'indicator' | 'register';
  readonly title: AnyField['label'];
};

const dependentsInForm = (form: Form, gone: ReadonlySet<string>): Dependent[] => {
  const all = form.fields.flatMap((field): AnyField[] => [field, ...columnsIn(field)]);
  return [
    ...all
      .filter((field) => !gone.has(field.key))
      .filter(
        (field) =>
          mentions(field.visible, gone) || ('required' in field && mentions(field.required, gone)),
      )
      .map(({ label }) => ({ kind: 'condition' as const, title: label })),
    ...form.fields
      .filter((field) => field.kind === 'computed' && field.compute.of.some((key) => gone.has(key)))
      .map(({ label }) => ({ kind: 'computed' as const, title: label })),
    ...(form.checks ?? [])
      .filter(
        ({ when, assert, at }) => gone.has(at) || mentions(when, gone) || mentions(assert, gone),
      )
      .map(({ message }) => ({ kind: 'check' as const, title: message })),
  ];
};

const dependentsOutside = (campaign: Campaign, form: string, gone: ReadonlySet<string>) => [
  ...campaign.indicators
    .filter(
      ({ measure }) =>
        measure.kind === 'answers' &&
        measure.form === form &&
        [measure.numerator, measure.denominator].some((key) => key !== undefined && gone.has(key)),
    )
    .map(({ title }) => ({ kind: 'indicator' as const, title })),
  ...campaign.registers
    .filter((register) => register.form === form)
    .filter((register) =>
      [
        register.responsible,
        ...(register.listed ?? []),
        ...(register.visibility?.masked ?? []),
        ...(register.workflow?.transitions ?? []).flatMap(({ needs }) => needs ?? []),
      ].some((key) => key !== undefined && gone.has(key)),
    )
    .map(({ title }) => ({ kind: 'register' as const, title })),
];

/** Everything that speaks of a field: in its form, and in the indicators and registers that use it. */
export const dependentsOf = (form: Form, key: string, campaign: Campaign): Dependent[] => {
  const field = form.fields.find((each) => each.key === key);
  const gone = new Set([key, ...(field ? columnsIn(field).map((column) => column.key) : [])]);
  return [...dependentsInForm(form, gone), ...dependentsOutside(campaign, form.key, gone)];
};
