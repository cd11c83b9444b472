import { Show, createSignal } from 'solid-js';
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

/**
 * What is being typed stays as it is typed; the form knows the day as soon as it is one, so that
 * neither Enter, nor a button, nor the picker has to wait until the field is left.
 */
const createTyping = (props: Pick<DateFieldProps, 'value' | 'onInput' | 'onCommit'>) => {
  const [typed, setTyped] = createSignal<string>();
  let settled: string | undefined;
  return {
    shown: () => typed() ?? props.value,
    type: (written: string) => {
      settled = undefined;
      setTyped(written);
      const day = written.trim() === '' ? '' : parseDay(written);
      if (day !== undefined) props.onInput?.(day);
    },
    /** What is typed by now is settled; from here on the field shows what it is given. */
    leave: () => setTyped(undefined),
    /** Enter settles, and the browser's own change behind it has nothing more to say. */
    settle: (written: string) => {
      const day = parseDay(written) ?? written.trim();
      setTyped(undefined);
      if (settled === day && props.value === day) return;
      settled = day;
      props.onInput?.(day);
      props.onCommit?.(day);
    },
  };
};

/** A day, typed in any of the usual ways or picked; never for document numbers. */
export const DateField = (props: DateFieldProps) => {
  const typing = createTyping(props);
  const isWrong = () =>
    typing.shown() === props.value && props.value !== '' && parseDay(props.value) === undefined;
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
            value={typing.shown()}
            disabled={props.disabled}
            onInput={(event) => typing.type(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.isComposing)
                typing.settle(event.currentTarget.value);
            }}
            onChange={(event) => typing.settle(event.currentTarget.value)}
            onBlur={() => typing.leave()}
          />
          <Show when={!props.disabled}>
            <span class="date-picker">
              <CalendarMark />
              <input
                type="date"
                tabindex="-1"
                aria-label={`${t('kit.pick-date')} ${props.label}`}
                value={parseDay(typing.shown()) ?? ''}
                min={props.min}
                max={props.max}
                onChange={(event) => typing.settle(event.currentTarget.value)}
              />
            </span>
          </Show>
        </div>
      )}
    </Field>
  );
};
