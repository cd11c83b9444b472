import { t } from '#web/shared/i18n.ts';
import { DateField } from '#web/ui/date-field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { frameOf, textOf } from '../field-frame.component.tsx';
import type { KindProps } from '../field-frame.component.tsx';
import { useForm } from '../form-model.ts';
import { typedMonth } from '../typed-value.presenter.ts';

export const DateKind = (props: KindProps<'date'>) => {
  const form = useForm();
  return (
    <DateField
      {...frameOf(form, props)}
      value={textOf(form.valueOf(props.path))}
      onInput={(value) => form.type(props.path, value)}
      onCommit={(value) => form.commit(props.path, value)}
    />
  );
};

/** Typed, because old browsers' month pickers differ from each other; 2026年7月 is understood. */
export const MonthKind = (props: KindProps<'month'>) => {
  const form = useForm();
  const frame = () => {
    const own = frameOf(form, props);
    return { ...own, hint: own.hint ?? t('forms.month-form') };
  };
  return (
    <TextField
      {...frame()}
      inputMode="numeric"
      value={textOf(form.valueOf(props.path))}
      onInput={(value) => form.type(props.path, value)}
      onCommit={(value) => form.commit(props.path, typedMonth(value))}
    />
  );
};
