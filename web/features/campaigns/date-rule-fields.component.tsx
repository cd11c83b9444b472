import { Match, Show, Switch } from 'solid-js';
import { formatDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import { dayInForm, fieldLabelOfDate, isWeekend, wordingDiffers } from './date-rule.presenter.ts';
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

type Place = Pick<Props, 'editor' | 'name'>;

const fieldOf = ({ editor, name: place }: Place, key: string) => {
  const name = `${place}/${key}`;
  return {
    name,
    label: fieldLabelOfDate(key),
    value: editor.valueOf(name),
    error: editor.errorOf(name),
  };
};

const setterOf =
  ({ editor, name }: Place, key: string) =>
  (value: string) =>
    void editor.set(`${name}/${key}`, value);

const kindIn = ({ editor, name }: Place) => editor.valueOf(`${name}/kind`);

/** What the chosen kind of date asks for. */
const KindFields = (props: Props) => (
  <Switch>
    <Match when={['on', 'by-document'].includes(kindIn(props))}>
      <DateField {...fieldOf(props, 'on')} onInput={setterOf(props, 'on')} />
    </Match>
    <Match when={kindIn(props) === 'month-part'}>
      <TextField
        {...fieldOf(props, 'month')}
        hint={t('campaigns.month-form')}
        onInput={setterOf(props, 'month')}
      />
      <Select
        {...fieldOf(props, 'part')}
        placeholder={null}
        options={parts.map((part) => ({ value: part, label: t(`campaigns.part-${part}`) }))}
        onChange={setterOf(props, 'part')}
      />
    </Match>
    <Match when={kindIn(props) === 'after'}>
      <NumberField {...fieldOf(props, 'days')} onInput={setterOf(props, 'days')} />
      <Select
        {...fieldOf(props, 'unit')}
        placeholder={null}
        options={[
          { value: 'natural', label: t('campaigns.unit-natural') },
          { value: 'working', label: t('campaigns.unit-working') },
        ]}
        onChange={setterOf(props, 'unit')}
      />
    </Match>
  </Switch>
);

/** One date as the document says it: its words, and what they are taken to mean. */
export const DateRuleFields = (props: Props) => {
  const differs = () => {
    const day = dayInForm(props.editor.values(), props.name, props.edge);
    const wording = props.editor.valueOf(`${props.name}/wording`);
    return day !== undefined && wordingDiffers(wording, day);
  };
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
          {...fieldOf(props, 'kind')}
          label={props.legend}
          placeholder={null}
          options={kindOptions()}
          onChange={setterOf(props, 'kind')}
        />
        <KindFields {...props} />
      </div>
      <Show when={kindIn(props) === 'by-document'}>
        <TextField {...fieldOf(props, 'document')} onInput={setterOf(props, 'document')} />
      </Show>
      <ComesTo {...props} />
      <TextField
        {...fieldOf(props, 'wording')}
        hint={differs() ? t('campaigns.wording-differs') : t('campaigns.wording-hint')}
        onInput={setterOf(props, 'wording')}
      />
    </fieldset>
  );
};
