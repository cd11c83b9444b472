import { Show } from 'solid-js';
import type { RecordableFact, RecordedKind } from '#schema/contracts/evaluation-records.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import type { Option } from '#web/ui/choice-field.component.tsx';
import { NumberField } from '#web/ui/text-field.component.tsx';
import type { WrittenContent } from './fact-content.presenter.ts';

export type FactContentProps = {
  fact: RecordableFact;
  kind: RecordedKind;
  written: WrittenContent;
  onWrite: (change: WrittenContent) => void;
  errorOf: (path: string) => string | undefined;
};

export const pricedOptions = (list: RecordableFact['categories']): Option[] =>
  (list ?? []).map(({ key, title, points }) => ({
    value: key,
    label:
      points === undefined
        ? localText(title)
        : t('scoring.priced', { title: localText(title), points }),
  }));

export const Category = (props: FactContentProps) => (
  <Show when={props.fact.categories}>
    {(categories) => (
      <Select
        name="content.category"
        label={t('scoring.category')}
        required
        options={pricedOptions(categories())}
        value={props.written.category ?? ''}
        error={props.errorOf('content.category')}
        onChange={(category) => props.onWrite({ category })}
      />
    )}
  </Show>
);

type Counted = 'quantity' | 'numerator' | 'denominator' | 'population' | 'checked';

export const Count = (props: FactContentProps & { field: Counted; isRequired: boolean }) => (
  <NumberField
    name={`content.${props.field}`}
    label={t(`scoring.${props.field}`)}
    required={props.isRequired}
    value={props.written[props.field] ?? ''}
    error={props.errorOf(`content.${props.field}`)}
    onInput={(value) => props.onWrite({ [props.field]: value })}
  />
);
