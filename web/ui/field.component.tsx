import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { t } from '#web/shared/i18n.ts';

export type FieldProps = {
  /** The field's path in the form: 422 answers and the error summary find the field by it. */
  name: string;
  label: string;
  hint?: JSX.Element;
  error?: string | undefined;
  required?: boolean | undefined;
  /** At the end of the label's line: a source chip, last year's value. */
  aside?: JSX.Element;
};

export type FieldAria = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  'aria-required': 'true' | undefined;
};

export const fieldId = (name: string): string => `field-${name.replace(/[^\w-]+/g, '-')}`;

export const fieldAria = (field: FieldProps): FieldAria => {
  const id = fieldId(field.name);
  const parts = [field.hint ? `${id}-hint` : '', field.error ? `${id}-error` : ''];
  return {
    id,
    'aria-describedby': parts.filter(Boolean).join(' ') || undefined,
    'aria-invalid': field.error ? 'true' : undefined,
    'aria-required': field.required ? 'true' : undefined,
  };
};

const Label = (props: FieldProps) => (
  <>
    <span class="field-label">{props.label}</span>
    <Show when={props.required}>
      <span class="field-required">{t('kit.required')}</span>
    </Show>
  </>
);

export const FieldNotes = (props: FieldProps) => (
  <Show when={props.error}>
    <p class="field-error" id={`${fieldId(props.name)}-error`}>
      <span class="visually-hidden">{t('kit.error-mark')}</span>
      {props.error}
    </p>
  </Show>
);

const FieldHint = (props: FieldProps) => (
  <Show when={props.hint}>
    <div class="field-hint" id={`${fieldId(props.name)}-hint`}>
      {props.hint}
    </div>
  </Show>
);

const boxClass = (field: FieldProps) => `field${field.error ? ' field-invalid' : ''}`;

/** Label, hint, error and their wiring around one control. */
export const Field = (props: FieldProps & { children: (aria: () => FieldAria) => JSX.Element }) => (
  <div class={boxClass(props)}>
    <div class="field-head">
      <label for={fieldId(props.name)}>
        <Label {...props} />
      </label>
      <Show when={props.aside}>
        <span class="field-aside">{props.aside}</span>
      </Show>
    </div>
    <FieldHint {...props} />
    {props.children(() => fieldAria(props))}
    <FieldNotes {...props} />
  </div>
);

/** The same around a group of choices. */
export const FieldGroup = (props: FieldProps & { role?: 'radiogroup'; children: JSX.Element }) => (
  <fieldset
    class={boxClass(props)}
    id={fieldId(props.name)}
    tabindex="-1"
    role={props.role}
    aria-describedby={fieldAria(props)['aria-describedby']}
    aria-invalid={props.role ? fieldAria(props)['aria-invalid'] : undefined}
    aria-required={props.role ? fieldAria(props)['aria-required'] : undefined}
  >
    <legend class="field-head">
      <Label {...props} />
      <Show when={props.aside}>
        <span class="field-aside">{props.aside}</span>
      </Show>
    </legend>
    <FieldHint {...props} />
    {props.children}
    <FieldNotes {...props} />
  </fieldset>
);
