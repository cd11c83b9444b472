import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { Column, Field } from '#schema/contracts/campaign/form.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { FieldProps } from '#web/ui/field.component.tsx';
import { useForm } from './form-model.ts';
import type { FormModel } from './form-model.ts';
import { readableValue } from './readable-value.presenter.ts';

export type KindOf<K extends (Field | Column)['kind']> = Extract<Field | Column, { kind: K }>;

export type KindProps<K extends (Field | Column)['kind'] = (Field | Column)['kind']> = {
  field: KindOf<K>;
  /** `field`, or `table/row/column`. */
  path: string;
};

type Framed = { field: Field | Column; path: string };

const mark = (form: FormModel, path: string): JSX.Element =>
  form.isMended(path) ? <span class="mended">{t('forms.mended')}</span> : undefined;

/** What every kind hands to its control: label, hint, error, whether it must be there. */
export const frameOf = (form: FormModel, props: Framed): FieldProps => ({
  name: props.path,
  label: localText(props.field.label),
  hint: props.field.hint ? localText(props.field.hint) : undefined,
  error: form.errorOf(props.path),
  required: 'required' in props.field ? form.isRequired(props.field, props.path) : undefined,
  aside: mark(form, props.path),
});

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** In the margin, or under the field where there is none: what was said the time before. */
export const PreviousAnswer = (props: { field: Field }) => {
  const form = useForm();
  return (
    <Show when={form.previousOf(props.field.key)}>
      {(previous) => (
        <p class="previous">
          <span class="previous-label">{t('forms.previous', { period: previous().label })}</span>{' '}
          <span class="previous-value">{readableValue(props.field, previous().value)}</span>
        </p>
      )}
    </Show>
  );
};
