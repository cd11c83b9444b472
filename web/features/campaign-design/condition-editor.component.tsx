import { For, Match, Show, Switch } from 'solid-js';
import { comparisonOperators } from '#schema/contracts/campaign/condition.ts';
import type { Comparison, Condition } from '#schema/contracts/campaign/condition.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { CheckboxGroup, RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { FieldGroup } from '#web/ui/field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import {
  conditionWords,
  fromPlain,
  optionsOf,
  plainCondition,
} from './condition-words.presenter.ts';
import type { Named, PlainCondition } from './condition-words.presenter.ts';

type Op = Comparison['op'];

const isFigure = (field: Named | undefined) =>
  field !== undefined && ['integer', 'decimal', 'money', 'computed'].includes(field.kind);
const isOrdered = (field: Named | undefined) =>
  isFigure(field) || field?.kind === 'date' || field?.kind === 'month';

/** What can be said of a field: order only of what has one, 之一 only of what is chosen. */
const opsFor = (field: Named | undefined): Op[] =>
  comparisonOperators.filter((op) => {
    if (op === 'lt' || op === 'le' || op === 'gt' || op === 'ge') return isOrdered(field);
    return op === 'in' ? optionsOf(field).length > 0 : true;
  });

const asks = (op: Op) => op !== 'present' && op !== 'absent';

/** Whole numbers are numbers, all other figures texts, as the fields themselves hold them. */
const valueFrom = (field: Named | undefined, typed: string): string | number =>
  field?.kind === 'integer' && /^-?\d{1,15}$/.test(typed) ? Number(typed) : typed;

const listOf = (value: Comparison['value']): string[] =>
  value === undefined ? [] : [value].flat().map(String);

const Value = (props: {
  name: string;
  row: Comparison;
  fields: readonly Named[];
  onChange: (row: Comparison) => void;
}) => {
  const field = () => props.fields.find(({ key }) => key === props.row.field);
  const options = () =>
    optionsOf(field()).map(({ key, label }) => ({ value: key, label: localText(label) }));
  const others = () => props.fields.filter((each) => each.key !== props.row.field);
  const say = (value: Comparison['value']) => {
    const { than: _than, ...row } = props.row;
    props.onChange({ ...row, value });
  };
  const common = () => ({ name: `${props.name}/value`, label: t('editors.condition-value') });
  return (
    <Switch
      fallback={
        <TextField
          {...common()}
          value={listOf(props.row.value).join('')}
          onInput={(typed) => say(valueFrom(field(), typed.trim()))}
        />
      }
    >
      <Match when={props.row.than !== undefined}>
        <Select
          {...common()}
          placeholder={null}
          value={props.row.than ?? ''}
          options={others().map(({ key, label }) => ({ value: key, label: localText(label) }))}
          onChange={(than) => {
            const { value: _value, ...row } = props.row;
            props.onChange({ ...row, than });
          }}
        />
      </Match>
      <Match when={props.row.op === 'in'}>
        <CheckboxGroup
          {...common()}
          inline
          options={options()}
          values={listOf(props.row.value)}
          onChange={(values) => say(values)}
        />
      </Match>
      <Match when={options().length > 0}>
        <Select
          {...common()}
          value={listOf(props.row.value)[0] ?? ''}
          options={options()}
          onChange={(value) => say(value)}
        />
      </Match>
    </Switch>
  );
};

const Row = (props: {
  name: string;
  row: Comparison;
  fields: readonly Named[];
  onChange: (row: Comparison) => void;
  onRemove: () => void;
}) => {
  const field = () => props.fields.find(({ key }) => key === props.row.field);
  const setOp = (op: Op) => {
    const { value, than, ...row } = props.row;
    if (!asks(op)) return props.onChange({ ...row, op });
    if (op === 'in') return props.onChange({ ...row, op, value: listOf(value) });
    props.onChange({
      ...row,
      op,
      ...(than === undefined ? { value: [value].flat()[0] ?? '' } : { than }),
    });
  };
  const setSide = (isOther: boolean) => {
    const { value: _value, than: _than, ...row } = props.row;
    const other = props.fields.find(({ key }) => key !== row.field)?.key ?? row.field;
    props.onChange(isOther ? { ...row, than: other } : { ...row, value: '' });
  };
  return (
    <div class="condition-row">
      <Select
        name={`${props.name}/field`}
        label={t('editors.condition-field')}
        placeholder={null}
        value={props.row.field}
        options={props.fields.map(({ key, label }) => ({ value: key, label: localText(label) }))}
        onChange={(key) => props.onChange({ field: key, op: 'present' })}
      />
      <Select
        name={`${props.name}/op`}
        label={t('editors.condition-op')}
        placeholder={null}
        value={props.row.op}
        options={opsFor(field()).map((op) => ({ value: op, label: t(`editors.op-${op}`) }))}
        onChange={(op) => setOp(op as Op)}
      />
      <Show when={asks(props.row.op)}>
        <Value name={props.name} row={props.row} fields={props.fields} onChange={props.onChange} />
      </Show>
      <span class="row">
        <Show when={asks(props.row.op) && props.row.op !== 'in'}>
          <Button small kind="quiet" onClick={() => setSide(props.row.than === undefined)}>
            {t(props.row.than === undefined ? 'editors.against-field' : 'editors.against-value')}
          </Button>
        </Show>
        <Button small kind="quiet" onClick={() => props.onRemove()}>
          {t('editors.condition-remove')}
        </Button>
      </span>
    </div>
  );
};

type Props = {
  name: string;
  label: string;
  hint?: string | undefined;
  condition: Condition | undefined;
  fields: readonly Named[];
  onChange: (condition: Condition | undefined) => void;
};

const Rows = (props: Props & { plain: PlainCondition }) => {
  const put = (rows: readonly Comparison[], join = props.plain.join) =>
    props.onChange(fromPlain({ join, rows }));
  const add = () => {
    const [first] = props.fields;
    if (first) put([...props.plain.rows, { field: first.key, op: 'present' }]);
  };
  return (
    <div class="stack-tight">
      <For each={props.plain.rows.map((_, at) => at)}>
        {(at) => (
          <Show when={props.plain.rows[at]}>
            {(row) => (
              <Row
                name={`${props.name}/${at}`}
                row={row()}
                fields={props.fields}
                onChange={(after) =>
                  put(props.plain.rows.map((each, index) => (index === at ? after : each)))
                }
                onRemove={() => put(props.plain.rows.filter((_, index) => index !== at))}
              />
            )}
          </Show>
        )}
      </For>
      <Show when={props.plain.rows.length > 1}>
        <RadioGroup
          name={`${props.name}/join`}
          label={t('editors.condition-join')}
          inline
          options={[
            { value: 'all', label: t('editors.join-all') },
            { value: 'any', label: t('editors.join-any') },
          ]}
          value={props.plain.join}
          onChange={(join) => put(props.plain.rows, join === 'any' ? 'any' : 'all')}
        />
      </Show>
      <Show when={props.fields.length > 0}>
        <Button small onClick={add}>
          {t('editors.condition-add')}
        </Button>
      </Show>
    </div>
  );
};

/** A condition over fields in plain words, as rows; one nested deeper is kept and said in words. */
export const ConditionEditor = (props: Props) => (
  <FieldGroup name={props.name} label={props.label} hint={props.hint}>
    <Show when={props.condition}>
      {(condition) => <p class="condition-words">{conditionWords(condition(), props.fields)}</p>}
    </Show>
    <Show
      when={plainCondition(props.condition)}
      fallback={
        <p class="small soft">
          {t('editors.condition-nested')}{' '}
          <Button small kind="quiet" onClick={() => props.onChange(undefined)}>
            {t('editors.condition-clear')}
          </Button>
        </p>
      }
    >
      {(found) => <Rows {...props} plain={found()} />}
    </Show>
  </FieldGroup>
);
