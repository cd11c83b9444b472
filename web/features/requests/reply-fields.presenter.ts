import type { Field, Form } from '#schema/contracts/campaign/form.ts';
import { localText } from '#web/shared/i18n.ts';

/** The kinds of fields a request's own form is made of here; others are kept as they came. */
export const simpleKinds = [
  'text',
  'long-text',
  'integer',
  'decimal',
  'money',
  'date',
  'choice',
  'evidence',
] as const;
export type SimpleKind = (typeof simpleKinds)[number];

export const isSimple = (field: Field): boolean => simpleKinds.some((kind) => kind === field.kind);

const freeKey = (keys: readonly string[], stem: string): string => {
  let place = 1;
  while (keys.includes(`${stem}-${place}`)) place += 1;
  return `${stem}-${place}`;
};

/** One option a line; each keeps its key while its words stay. */
export const readOptions = (field: Field): string =>
  field.kind === 'choice' ? field.options.map(({ label }) => localText(label)).join('\n') : '';

const toOptions = (written: string) =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((label, place) => ({ key: `option-${place + 1}`, label }));

const kindEntries = (kind: SimpleKind): Partial<Record<string, unknown>> => {
  if (kind === 'evidence') return { accepts: ['file', 'stamped-scan'], maxFiles: 20 };
  if (kind === 'choice') return { options: toOptions('是\n否') };
  return {};
};

type Head = Pick<Field, 'key' | 'label'> & { required?: Field['required'] };

const fieldOf = (head: Head, kind: SimpleKind): Field =>
  // What a kind needs beside its head stands in `kindEntries`, kind by kind.
  ({ ...head, kind, ...kindEntries(kind) }) as Field;

export const addField = (form: Form, label: string): Form => {
  const key = freeKey(
    form.fields.map((field) => field.key),
    'item',
  );
  return { ...form, fields: [...form.fields, fieldOf({ key, label, required: true }, 'text')] };
};

export const newForm = (title: string, label: string): Form =>
  addField({ key: 'reply', title: title || label, fields: [] }, label);

export type FieldChange = {
  readonly label?: string;
  readonly kind?: SimpleKind;
  readonly required?: boolean;
  readonly options?: string;
};

const changeField = (field: Field, change: FieldChange): Field => {
  const { key, label } = field;
  const required = field.kind === 'section' ? undefined : field.required;
  if (change.kind !== undefined) return fieldOf({ key, label, required }, change.kind);
  if (change.options !== undefined && field.kind === 'choice') {
    return { ...field, options: toOptions(change.options) };
  }
  return {
    ...field,
    ...(change.label === undefined ? {} : { label: change.label }),
    ...(change.required === undefined ? {} : { required: change.required }),
  } as Field;
};

export const editField = (form: Form, key: string, change: FieldChange): Form => ({
  ...form,
  fields: form.fields.map((field) => (field.key === key ? changeField(field, change) : field)),
});

/** Without its last field a form is none: the reply is free again. */
export const removeField = (form: Form, key: string): Form | undefined => {
  const fields = form.fields.filter((field) => field.key !== key);
  return fields.length === 0 ? undefined : { ...form, fields };
};
