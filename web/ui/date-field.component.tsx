import { Show } from 'solid-js';
import { parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Field } from './field.component.tsx';
import type { FieldProps } from './field.component.tsx';

type DateFieldProps = FieldProps & {
  /** YYYY-MM-DD, or what the person wrote so far. */
  value: string;
  onInput?: ((value: string) => void) | undefined;
  onCommit?: ((value: string) => void) | undefined;
  min?: string | undefined;
  max?: string | undefined;
  disabled?: boolean | undefined;
};

const CalendarMark = () => (
  <svg
    width="18"
    height="18"
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    aria-hidden="true"
  >
    <path d="M2.5 4.5h13v11h-13zM2.5 8h13M6 2v4M12 2v4" />
  </svg>
);

/** A day, typed in any of the usual ways or picked; never for document numbers. */
export const DateField = (props: DateFieldProps) => {
  const settle = (written: string) => {
    const day = parseDay(written) ?? written.trim();
    props.onInput?.(day);
    props.onCommit?.(day);
  };
  const isWrong = () => props.value !== '' && parseDay(props.value) === undefined;
  const error = () => props.error ?? (isWrong() ? t('kit.date-wrong') : undefined);
  return (
    <Field {...props} hint={props.hint ?? t('kit.date-form')} error={error()}>
      {(aria) => (
        <div class="input-group">
          <input
            {...aria()}
            class="input input-date"
            name={props.name}
            type="text"
            autocomplete="off"
            value={props.value}
            disabled={props.disabled}
            onChange={(event) => settle(event.currentTarget.value)}
          />
          <Show when={!props.disabled}>
            <span class="date-picker">
              <CalendarMark />
              <input
                type="date"
                tabindex="-1"
                aria-label={`${t('kit.pick-date')} ${props.label}`}
                value={parseDay(props.value) ?? ''}
                min={props.min}
                max={props.max}
                onChange={(event) => settle(event.currentTarget.value)}
              />
            </span>
          </Show>
        </div>
      )}
    </Field>
  );
};
