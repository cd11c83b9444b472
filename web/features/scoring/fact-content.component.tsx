import { For, Match, Switch } from 'solid-js';
import type { RecordableFact } from '#schema/contracts/evaluation-records.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import { pricedOptions, Category, Count } from './fact-parts.component.tsx';
import type { FactContentProps } from './fact-parts.component.tsx';
import { Findings } from './findings.component.tsx';

const Event = (props: FactContentProps) => (
  <>
    <Category {...props} />
    <TextField
      name="content.about"
      label={t('scoring.about')}
      hint={t('scoring.about-hint')}
      maxLength={80}
      value={props.written.about ?? ''}
      onInput={(about) => props.onWrite({ about })}
    />
    <NumberField
      name="content.quantity"
      label={t('scoring.quantity')}
      unit={localText(props.fact.unit) || t('scoring.times-unit')}
      value={props.written.quantity ?? '1'}
      error={props.errorOf('content.quantity')}
      onInput={(quantity) => props.onWrite({ quantity })}
    />
  </>
);

const Votes = (props: FactContentProps) => (
  <For each={props.fact.answers ?? []}>
    {(answer) => (
      <NumberField
        name={`content.counts.${answer.key}`}
        label={localText(answer.title)}
        required
        unit={t('scoring.votes-unit')}
        value={props.written.counts?.[answer.key] ?? ''}
        error={props.errorOf('content.counts')}
        onInput={(count) =>
          props.onWrite({ counts: { ...props.written.counts, [answer.key]: count } })
        }
      />
    )}
  </For>
);

const rangeHint = ({ least, most }: RecordableFact): string | undefined =>
  least === undefined || most === undefined ? undefined : t('scoring.range', { least, most });

const Figure = (props: FactContentProps & { field: 'value' | 'points' }) => (
  <NumberField
    name={`content.${props.field}`}
    label={t(`scoring.${props.field}`)}
    decimal
    required
    hint={rangeHint(props.fact)}
    unit={props.field === 'points' ? t('scoring.points-unit') : localText(props.fact.unit)}
    value={props.written[props.field] ?? ''}
    error={props.errorOf('content.value')}
    onInput={(figure) => props.onWrite({ [props.field]: figure })}
  />
);

/** What a fact of this kind asks for, and nothing else. */
export const FactContent = (props: FactContentProps) => (
  <Switch>
    <Match when={props.kind === 'event'}>
      <Event {...props} />
    </Match>
    <Match when={props.kind === 'ratio'}>
      <Count {...props} field="numerator" isRequired />
      <Count {...props} field="denominator" isRequired />
    </Match>
    <Match when={props.kind === 'value'}>
      <Figure {...props} field="value" />
    </Match>
    <Match when={props.kind === 'judgement'}>
      <Figure {...props} field="points" />
    </Match>
    <Match when={props.kind === 'flag'}>
      <RadioGroup
        name="content.met"
        label={localText(props.fact.title)}
        required
        inline
        options={[
          { value: 'yes', label: t('scoring.met') },
          { value: 'no', label: t('scoring.not-met') },
        ]}
        value={props.written.met ?? ''}
        onChange={(met) => props.onWrite({ met })}
      />
    </Match>
    <Match when={props.kind === 'choice'}>
      <Select
        name="content.choice"
        label={t('scoring.choice')}
        required
        options={pricedOptions(props.fact.choices)}
        value={props.written.choice ?? ''}
        error={props.errorOf('content.choice')}
        onChange={(choice) => props.onWrite({ choice })}
      />
    </Match>
    <Match when={props.kind === 'sample'}>
      <Count {...props} field="population" isRequired />
      <Count {...props} field="checked" isRequired />
      <Findings {...props} />
    </Match>
    <Match when={props.kind === 'votes'}>
      <Votes {...props} />
    </Match>
  </Switch>
);
