import { Match, Show, Switch } from 'solid-js';
import { readDayWords } from '#plugins/sdk/drafting/day-words.ts';
import { formatDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox, Select } from '#web/ui/choice-field.component.tsx';
import type { Option } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import {
  dayInForm,
  fieldLabelOfDate,
  isWeekend,
  readRule,
  wordingDiffers,
} from './date-rule.presenter.ts';
import type { Edge } from './date-rule.presenter.ts';
import type { PartEditor } from './part-editor.ts';
import type { Values } from './values-merge.ts';

type Props = {
  editor: PartEditor;
  name: string;
  legend: string;
  edge: Edge;
  /** What a term may be counted from. */
  anchors: readonly Option[];
  /** The year that words without one mean. */
  year: number | undefined;
};

const kinds = ['on', 'month-part', 'after', 'by-document', 'undated'] as const;
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
      <Select
        {...fieldOf(props, 'anchor')}
        placeholder={null}
        options={props.anchors}
        onChange={setterOf(props, 'anchor')}
      />
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

/** The document's words, what is odd about them, and the date they plainly say. */
const Wording = (props: Props) => {
  const wording = () => props.editor.valueOf(`${props.name}/wording`);
  const differs = () => {
    const day = dayInForm(props.editor.values(), props.name, props.edge);
    return day !== undefined && wordingDiffers(wording(), day);
  };
  const understood = () => {
    const rule = props.year === undefined ? undefined : readDayWords(wording(), props.year);
    if (rule === undefined) return undefined;
    const values = readRule({ ...rule, wording: wording() }, props.name);
    const isSame = Object.entries(values).every(
      ([name, value]) => value === '' || props.editor.valueOf(name) === value,
    );
    return isSame ? undefined : values;
  };
  const take = (values: Values) => {
    for (const [name, value] of Object.entries(values)) props.editor.set(name, value);
  };
  return (
    <TextField
      {...fieldOf(props, 'wording')}
      hint={differs() ? t('campaigns.wording-differs') : t('campaigns.wording-hint')}
      aside={
        <Show when={understood()}>
          {(values) => (
            <Button small kind="quiet" onClick={() => take(values())}>
              {t('campaigns.take-wording')}
            </Button>
          )}
        </Show>
      }
      onInput={setterOf(props, 'wording')}
    />
  );
};

/** One date as the document says it: its words, and what they are taken to mean. */
export const DateRuleFields = (props: Props) => (
  <fieldset class="stack-tight date-rule">
    <legend class="visually-hidden">{props.legend}</legend>
    <div class="part-fields">
      <Select
        {...fieldOf(props, 'kind')}
        label={props.legend}
        placeholder={null}
        options={kinds.map((kind) => ({ value: kind, label: t(`campaigns.date-kind-${kind}`) }))}
        onChange={setterOf(props, 'kind')}
      />
      <KindFields {...props} />
    </div>
    <Show when={kindIn(props) === 'by-document'}>
      <TextField {...fieldOf(props, 'document')} onInput={setterOf(props, 'document')} />
    </Show>
    <Show when={kindIn(props) === 'on'}>
      <Checkbox
        name={`${props.name}/exclusive`}
        label={fieldLabelOfDate('exclusive')}
        checked={props.editor.valueOf(`${props.name}/exclusive`) === 'yes'}
        onChange={(isOn) => setterOf(props, 'exclusive')(isOn ? 'yes' : '')}
      />
    </Show>
    <ComesTo {...props} />
    <Wording {...props} />
  </fieldset>
);
