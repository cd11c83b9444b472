import { Match, Show, Switch } from 'solid-js';
import { formatDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import { dayInForm, fieldLabelOfDate, isWeekend } from './date-rule.presenter.ts';
import type { Edge } from './date-rule.presenter.ts';
import type { PartEditor } from './part-editor.ts';

type Props = { editor: PartEditor; name: string; legend: string; edge: Edge; isTerm: boolean };

const kinds = ['on', 'month-part', 'by-document', 'undated'] as const;
const parts = ['beginning', 'early', 'middle', 'late', 'end', 'whole'] as const;

/** 11月15日是周日 …: said before anybody saves it; holidays are told by the check. */
const ComesTo = (props: Props) => (
  <Show when={dayInForm(props.editor.values(), props.name, props.edge)}>
    {(day) => (
      <Show
        when={isWeekend(day())}
        fallback={
          <p class="small soft">{t('campaigns.date-comes-to', { day: formatDay(day()) })}</p>
        }
      >
        <Callout kind="warn" live title={t('campaigns.date-weekend', { day: formatDay(day()) })}>
          {t('campaigns.date-weekend-mend')}
        </Callout>
      </Show>
    )}
  </Show>
);

/** One date as the document says it: its words, and what they are taken to mean. */
export const DateRuleFields = (props: Props) => {
  const at = (key: string) => `${props.name}/${key}`;
  const common = (key: string) => ({
    name: at(key),
    label: fieldLabelOfDate(key),
    value: props.editor.valueOf(at(key)),
    error: props.editor.errorOf(at(key)),
  });
  const set = (key: string) => (value: string) => void props.editor.set(at(key), value);
  const kindOptions = () =>
    [...kinds, ...(props.isTerm ? (['after'] as const) : [])].map((kind) => ({
      value: kind,
      label: t(`campaigns.date-kind-${kind}`),
    }));
  return (
    <fieldset class="stack-tight date-rule">
      <legend class="visually-hidden">{props.legend}</legend>
      <div class="part-fields">
        <Select
          {...common('kind')}
          label={props.legend}
          placeholder={null}
          options={kindOptions()}
          onChange={set('kind')}
        />
        <Switch>
          <Match when={['on', 'by-document'].includes(props.editor.valueOf(at('kind')))}>
            <DateField {...common('on')} onInput={set('on')} />
          </Match>
          <Match when={props.editor.valueOf(at('kind')) === 'month-part'}>
            <TextField
              {...common('month')}
              hint={t('campaigns.month-form')}
              onInput={set('month')}
            />
            <Select
              {...common('part')}
              placeholder={null}
              options={parts.map((part) => ({ value: part, label: t(`campaigns.part-${part}`) }))}
              onChange={set('part')}
            />
          </Match>
          <Match when={props.editor.valueOf(at('kind')) === 'after'}>
            <NumberField {...common('days')} onInput={set('days')} />
            <Select
              {...common('unit')}
              placeholder={null}
              options={[
                { value: 'natural', label: t('campaigns.unit-natural') },
                { value: 'working', label: t('campaigns.unit-working') },
              ]}
              onChange={set('unit')}
            />
          </Match>
        </Switch>
      </div>
      <Show when={props.editor.valueOf(at('kind')) === 'by-document'}>
        <TextField {...common('document')} onInput={set('document')} />
      </Show>
      <ComesTo {...props} />
      <TextField
        {...common('wording')}
        hint={t('campaigns.wording-hint')}
        onInput={set('wording')}
      />
    </fieldset>
  );
};
