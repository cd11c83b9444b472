import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Condition } from '#schema/contracts/campaign/condition.ts';
import type { Field, Form } from '#schema/contracts/campaign/form.ts';
import type { BodyEditor } from '../body-editor.ts';
import type { Named } from '../condition-words.presenter.ts';
import { changeField, columnsIn, fieldAt, isTable } from './field-list.ts';
import type { AnyField, FieldAddress } from './field-list.ts';

/** One field in its editor: what it says, and how it is said differently. */
export type FieldFrame = {
  readonly address: FieldAddress;
  readonly field: () => AnyField;
  /** `fields/3`, `fields/3/columns/0`: 422 answers name the control by it. */
  readonly name: () => string;
  readonly form: () => Form;
  readonly campaign: Campaign;
  readonly errorOf: (name: string) => string | undefined;
  /** `act` joins what is typed into one control, so that it is undone at once. */
  readonly put: (change: Readonly<Record<string, unknown>>, act?: string) => void;
};

/** Names of the control of a property, with the error that was found for it. */
export const controlOf = (frame: FieldFrame, property: string) => {
  const name = `${frame.name()}/${property}`;
  return { name, error: frame.errorOf(name) };
};

const nameOf = (form: Form, { field, column }: FieldAddress): string => {
  const at = form.fields.findIndex(({ key }) => key === field);
  const holder = form.fields[at];
  if (column === undefined || !holder) return `fields/${at}`;
  return `fields/${at}/columns/${columnsIn(holder).findIndex(({ key }) => key === column)}`;
};

export const createFieldFrame = (
  editor: BodyEditor<'form'>,
  campaign: Campaign,
  address: FieldAddress,
  opened: AnyField,
): FieldFrame => {
  const field = () => fieldAt(editor.body(), address) ?? opened;
  return {
    address,
    field,
    campaign,
    name: () => nameOf(editor.body(), address),
    form: editor.body,
    errorOf: editor.errorOf,
    put: (change, act) => {
      const kept = Object.entries({ ...field(), ...change }).filter(
        ([, value]) => value !== undefined,
      );
      // The controls of a kind put back what that kind holds.
      const after = Object.fromEntries(kept) as AnyField;
      const place = `${address.field}/${address.column ?? ''}`;
      editor.change(
        (form) => changeField(form, address, after),
        act === undefined ? undefined : `${place}/${act}`,
      );
    },
  };
};

const isNamed = (field: Field): field is Exclude<Field, { kind: 'section' }> =>
  field.kind !== 'section';

/** The fields a condition of this one may speak of: those before it, and the columns of its row. */
export const fieldsBefore = (form: Form, { field, column }: FieldAddress): Named[] => {
  const at = form.fields.findIndex(({ key }) => key === field);
  const holder = form.fields[at];
  const columns = holder && column !== undefined ? columnsIn(holder) : [];
  const here = columns.findIndex(({ key }) => key === column);
  return [...form.fields.slice(0, at).filter(isNamed), ...columns.slice(0, Math.max(0, here))];
};

export const fieldsBeside = (form: Form, { field, column }: FieldAddress): Named[] => {
  const holder = form.fields.find(({ key }) => key === field);
  const columns = holder && column !== undefined && isTable(holder) ? holder.columns : [];
  return [
    ...form.fields.filter((each) => isNamed(each) && each.key !== field),
    ...columns.filter(({ key }) => key !== column),
  ];
};

export type Requirement = 'no' | 'yes' | 'when';

export const requirementOf = (required: boolean | Condition | undefined): Requirement => {
  if (required === undefined || required === false) return 'no';
  return required === true ? 'yes' : 'when';
};
