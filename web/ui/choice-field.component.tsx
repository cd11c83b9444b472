import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Field, FieldGroup, fieldId } from './field.component.tsx';
import type { FieldProps } from './field.component.tsx';

export type Option = { value: string; label: string; hint?: JSX.Element; disabled?: boolean };

type OneProps = FieldProps & {
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  disabled?: boolean | undefined;
};

/** `placeholder` is the first, empty choice; `null` leaves it out. */
export const Select = (props: OneProps & { placeholder?: string | null }) => (
  <Field {...props}>
    {(aria) => (
      <select
        {...aria()}
        class="input"
        name={props.name}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <Show when={props.placeholder !== null}>
          <option value="" selected={props.value === ''}>
            {props.placeholder ?? t('kit.choose-one')}
          </option>
        </Show>
        <For each={props.options}>
          {(option) => (
            <option
              value={option.value}
              selected={option.value === props.value}
              disabled={option.disabled}
            >
              {option.label}
            </option>
          )}
        </For>
      </select>
    )}
  </Field>
);

const OptionText = (props: { option: Option }) => (
  <span>
    {props.option.label}
    <Show when={props.option.hint}>
      <span class="choice-hint">{props.option.hint}</span>
    </Show>
  </span>
);

export const RadioGroup = (props: OneProps & { inline?: boolean }) => (
  <FieldGroup {...props} role="radiogroup">
    <div class={props.inline ? 'choices choices-inline' : 'choices'}>
      <For each={props.options}>
        {(option) => (
          <label class="choice">
            <input
              type="radio"
              name={fieldId(props.name)}
              value={option.value}
              checked={option.value === props.value}
              disabled={props.disabled || option.disabled}
              onChange={() => props.onChange(option.value)}
            />
            <OptionText option={option} />
          </label>
        )}
      </For>
    </div>
  </FieldGroup>
);

type ManyProps = FieldProps & {
  options: readonly Option[];
  values: readonly string[];
  onChange: (values: string[]) => void;
  /** 最多选 N 项 */
  limit?: number | undefined;
  inline?: boolean;
  disabled?: boolean | undefined;
};

export const CheckboxGroup = (props: ManyProps) => {
  const isFull = () => props.limit !== undefined && props.values.length >= props.limit;
  const toggle = (value: string, isOn: boolean) => {
    const chosen = new Set(props.values);
    if (isOn) chosen.add(value);
    else chosen.delete(value);
    props.onChange(props.options.map((each) => each.value).filter((each) => chosen.has(each)));
  };
  const hint = () =>
    props.hint ?? (props.limit ? t('kit.choose-at-most', { limit: props.limit }) : undefined);
  return (
    <FieldGroup {...props} hint={hint()}>
      <div class={props.inline ? 'choices choices-inline' : 'choices'}>
        <For each={props.options}>
          {(option) => {
            const isChosen = () => props.values.includes(option.value);
            return (
              <label class="choice">
                <input
                  type="checkbox"
                  value={option.value}
                  checked={isChosen()}
                  disabled={props.disabled || option.disabled || (isFull() && !isChosen())}
                  onChange={(event) => toggle(option.value, event.currentTarget.checked)}
                />
                <OptionText option={option} />
              </label>
            );
          }}
        </For>
      </div>
    </FieldGroup>
  );
};

/** One box with its own label; not wrapped in a Field. */
export const Checkbox = (props: {
  name: string;
  label: JSX.Element;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}) => (
  <label class="choice">
    <input
      id={fieldId(props.name)}
      type="checkbox"
      checked={props.checked}
      disabled={props.disabled}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
    <span>{props.label}</span>
  </label>
);
