import { Show } from 'solid-js';
import { isMissing } from '#plugins/sdk/conditions/evaluate.ts';
import type { Column, Field } from '#schema/contracts/campaign/form.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { fieldId } from '#web/ui/field.component.tsx';
import { SourceChip } from '#web/ui/status.component.tsx';
import type { KindProps } from '../field-frame.component.tsx';
import { useForm } from '../form-model.ts';
import { readableValue } from '../readable-value.presenter.ts';

const Given = (props: {
  field: Field | Column;
  path: string;
  chip: string;
  note?: string | undefined;
  empty: string;
}) => {
  const form = useForm();
  const value = () => form.valueOf(props.path);
  const labelId = () => `${fieldId(props.path)}-label`;
  return (
    <div
      class="field given"
      id={fieldId(props.path)}
      tabindex="-1"
      role="group"
      aria-labelledby={labelId()}
    >
      <div class="field-head">
        <span class="field-label" id={labelId()}>
          {localText(props.field.label)}
        </span>
        <SourceChip>{props.chip}</SourceChip>
      </div>
      <Show when={props.note}>
        <p class="field-hint">{props.note}</p>
      </Show>
      <p class="given-value" aria-live="polite">
        <Show when={!isMissing(value())} fallback={<span class="soft">{props.empty}</span>}>
          {readableValue(props.field, value())}
        </Show>
      </p>
      <Show when={form.errorOf(props.path)}>
        {(message) => <p class="field-error">{message()}</p>}
      </Show>
    </div>
  );
};

export const ComputedKind = (props: KindProps<'computed'>) => (
  <Given
    field={props.field}
    path={props.path}
    chip={t('forms.computed')}
    note={props.field.hint ? localText(props.field.hint) : undefined}
    empty={t('forms.computed-empty')}
  />
);

/** A value that a named source fills: nobody is asked for it. */
export const OriginValue = (props: { field: Field | Column; path: string }) => {
  const origin = () => ('origin' in props.field ? props.field.origin : undefined);
  const chip = () =>
    t('forms.taken-from', {
      source: [origin()?.system, origin()?.period].filter(Boolean).join(' '),
    });
  return (
    <Given
      field={props.field}
      path={props.path}
      chip={chip()}
      note={origin()?.note ? localText(origin()?.note) : t('forms.origin-note')}
      empty={t('forms.origin-empty')}
    />
  );
};
