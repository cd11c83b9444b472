import { localText, t } from '#web/shared/i18n.ts';
import { NumberField } from '#web/ui/text-field.component.tsx';
import { frameOf, textOf } from '../field-frame.component.tsx';
import type { KindProps } from '../field-frame.component.tsx';
import { useForm } from '../form-model.ts';
import { typedDecimal, typedInteger } from '../typed-value.presenter.ts';

export const IntegerKind = (props: KindProps<'integer'>) => {
  const form = useForm();
  return (
    <NumberField
      {...frameOf(form, props)}
      unit={props.field.unit ? localText(props.field.unit) : undefined}
      value={textOf(form.valueOf(props.path))}
      onInput={(value) => form.type(props.path, typedInteger(value))}
      onCommit={(value) => form.commit(props.path, typedInteger(value))}
    />
  );
};

/** While it is typed a figure stays as written: 0. must not become 0 under the fingers. */
const DecimalFigure = (props: KindProps<'decimal' | 'money'> & { unit?: string | undefined }) => {
  const form = useForm();
  return (
    <NumberField
      {...frameOf(form, props)}
      decimal
      unit={props.unit}
      value={textOf(form.valueOf(props.path))}
      onInput={(value) => form.type(props.path, value)}
      onCommit={(value) => form.commit(props.path, typedDecimal(value))}
    />
  );
};

export const DecimalKind = (props: KindProps<'decimal'>) => (
  <DecimalFigure {...props} unit={props.field.unit ? localText(props.field.unit) : undefined} />
);

export const MoneyKind = (props: KindProps<'money'>) => (
  <DecimalFigure {...props} unit={t('forms.yuan-unit')} />
);
