import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { normaliseNumber } from '#web/shared/numbers.ts';
import { Field } from './field.component.tsx';
import type { FieldProps } from './field.component.tsx';

type TypedProps = FieldProps & {
  value: string;
  onInput?: ((value: string) => void) | undefined;
  /** When the person leaves the field with another value: the moment to save. */
  onCommit?: ((value: string) => void) | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
};

type TextFieldProps = TypedProps & {
  type?: 'text' | 'password' | 'search' | 'tel' | 'email' | undefined;
  autocomplete?: string | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'search' | 'tel' | undefined;
};

const valueOf = (event: Event) => (event.currentTarget as HTMLInputElement).value;

export const TextField = (props: TextFieldProps) => (
  <Field {...props}>
    {(aria) => (
      <input
        {...aria()}
        class="input"
        name={props.name}
        type={props.type ?? 'text'}
        inputMode={props.inputMode}
        autocomplete={props.autocomplete ?? 'off'}
        value={props.value}
        disabled={props.disabled}
        readOnly={props.readOnly}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        onInput={(event) => props.onInput?.(valueOf(event))}
        onChange={(event) => props.onCommit?.(valueOf(event))}
      />
    )}
  </Field>
);

/** `limit` counts characters and warns; it does not cut what is pasted. */
export const TextArea = (
  props: Omit<TypedProps, 'maxLength'> & { rows?: number | undefined; limit?: number | undefined },
) => (
  <Field {...props}>
    {(aria) => (
      <>
        <textarea
          {...aria()}
          class="input"
          name={props.name}
          rows={props.rows ?? 4}
          value={props.value}
          disabled={props.disabled}
          readOnly={props.readOnly}
          placeholder={props.placeholder}
          onInput={(event) => props.onInput?.(event.currentTarget.value)}
          onChange={(event) => props.onCommit?.(event.currentTarget.value)}
        />
        <Show when={props.limit}>
          {(limit) => (
            <p class="input-count">
              {t('kit.characters-used', { used: Array.from(props.value).length, limit: limit() })}
            </p>
          )}
        </Show>
      </>
    )}
  </Field>
);

type NumberFieldProps = Omit<TypedProps, 'maxLength'> & {
  decimal?: boolean | undefined;
  unit?: JSX.Element;
};

/** A figure as text: full-width figures and thousands marks are put right when the field is left. */
export const NumberField = (props: NumberFieldProps) => (
  <Field {...props}>
    {(aria) => (
      <div class="input-group">
        <input
          {...aria()}
          class="input input-figures"
          name={props.name}
          type="text"
          inputMode={props.decimal ? 'decimal' : 'numeric'}
          autocomplete="off"
          value={props.value}
          disabled={props.disabled}
          readOnly={props.readOnly}
          placeholder={props.placeholder}
          onInput={(event) => props.onInput?.(valueOf(event))}
          onChange={(event) => {
            const figure = normaliseNumber(valueOf(event));
            event.currentTarget.value = figure;
            props.onInput?.(figure);
            props.onCommit?.(figure);
          }}
        />
        <Show when={props.unit}>
          <span class="soft">{props.unit}</span>
        </Show>
      </div>
    )}
  </Field>
);
