import { Show } from 'solid-js';
import { unknownRating } from '#plugins/sdk/forms/shape.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { CheckboxGroup, RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import type { Option } from '#web/ui/choice-field.component.tsx';
import { frameOf, textOf } from '../field-frame.component.tsx';
import type { KindOf, KindProps } from '../field-frame.component.tsx';
import { useForm } from '../form-model.ts';

const optionsOf = (options: KindOf<'choice'>['options']): Option[] =>
  options.map(({ key, label }) => ({ value: key, label: localText(label) }));

const longestRadioList = 6;

/** A short list is seen at a glance; a long one, or one in a table, folds. */
export const ChoiceKind = (props: KindProps<'choice'>) => {
  const form = useForm();
  const isLong = () => props.field.options.length > longestRadioList || props.path.includes('/');
  const isShortWords = () => props.field.options.every(({ label }) => localText(label).length <= 8);
  const common = () => ({
    options: optionsOf(props.field.options),
    value: textOf(form.valueOf(props.path)),
    onChange: (value: string) => form.commit(props.path, value),
  });
  return (
    <Show
      when={isLong()}
      fallback={<RadioGroup {...frameOf(form, props)} {...common()} inline={isShortWords()} />}
    >
      <Select {...frameOf(form, props)} {...common()} />
    </Show>
  );
};

export const MultipleChoiceKind = (props: KindProps<'multiple-choice'>) => {
  const form = useForm();
  const values = () => {
    const value = form.valueOf(props.path);
    return Array.isArray(value) ? value.map(String) : [];
  };
  return (
    <CheckboxGroup
      {...frameOf(form, props)}
      options={optionsOf(props.field.options)}
      values={values()}
      limit={props.field.limit}
      onChange={(chosen) => form.commit(props.path, chosen)}
    />
  );
};

/** 不了解 is an answer of its own, never the middle of the scale. */
export const RatingKind = (props: KindProps<'rating'>) => {
  const form = useForm();
  const options = () => [
    ...optionsOf(props.field.steps),
    ...(props.field.unknown ? [{ value: unknownRating, label: t('forms.not-known') }] : []),
  ];
  return (
    <RadioGroup
      {...frameOf(form, props)}
      inline
      options={options()}
      value={textOf(form.valueOf(props.path))}
      onChange={(value) => form.commit(props.path, value)}
    />
  );
};
