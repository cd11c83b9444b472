import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Column, Field } from '#schema/contracts/campaign/form.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import { localText } from '#web/shared/i18n.ts';
import type { BodyEditor } from '../body-editor.ts';

export type RegisterEditing = {
  readonly editor: BodyEditor<'register'>;
  readonly campaign: Campaign;
};

type Asked = Exclude<Field, { kind: 'section' }>;

/** The fields of the form that an entry of the register is recorded in. */
export const fieldsOfRegister = ({ editor, campaign }: RegisterEditing): Asked[] => {
  const form = campaign.forms.find(({ key }) => key === editor.body().form);
  return (form?.fields ?? []).filter((field): field is Asked => field.kind !== 'section');
};

export const named = (
  list: readonly { key: string; title?: Column['label'] | undefined; label?: Column['label'] }[],
) => list.map(({ key, title, label }) => ({ value: key, label: localText(title ?? label ?? key) }));

export const statesOf = (register: Register) => named(register.workflow?.states ?? []);
export const clocksOf = (register: Register) => named(register.clocks ?? []);
