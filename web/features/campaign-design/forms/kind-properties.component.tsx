import { Match, Show, Switch } from 'solid-js';
import { evidenceKinds } from '#schema/contracts/campaign/form.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Checkbox, CheckboxGroup, Select } from '#web/ui/choice-field.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import { chinese, withOptional } from '../texts.ts';
import { controlOf } from './field-frame.ts';
import type { FieldFrame } from './field-frame.ts';
import type { AnyField } from './field-list.ts';
import { OptionsEditor } from './options-editor.component.tsx';

type OfKind<K extends AnyField['kind']> = Extract<AnyField, { kind: K }>;
type KindProps<K extends AnyField['kind']> = { frame: FieldFrame; field: OfKind<K> };

const count = (value: number | undefined) => (value === undefined ? '' : String(value));
const readCount = (typed: string) => (/^\d{1,6}$/.test(typed) ? Number(typed) : undefined);

const kindIs = <K extends AnyField['kind']>(
  field: AnyField,
  ...kinds: readonly K[]
): OfKind<K> | undefined =>
  kinds.some((kind) => kind === field.kind) ? (field as OfKind<K>) : undefined;

/** A whole number that may be left out. */
const Count = (props: {
  frame: FieldFrame;
  property: string;
  label: string;
  value?: number | undefined;
}) => (
  <NumberField
    {...controlOf(props.frame, props.property)}
    label={props.label}
    value={count(props.value)}
    onInput={(typed) => props.frame.put({ [props.property]: readCount(typed) }, props.property)}
  />
);

const Unit = (props: KindProps<'integer' | 'decimal' | 'computed'>) => (
  <TextField
    {...controlOf(props.frame, 'unit')}
    label={t('editors.unit')}
    hint={t('editors.unit-hint')}
    value={chinese(props.field.unit)}
    onInput={(zh) => props.frame.put({ unit: withOptional(props.field.unit, zh) }, 'unit')}
  />
);

const Length = (props: KindProps<'text' | 'long-text'>) => (
  <div class="part-fields">
    <Count
      frame={props.frame}
      property="minLength"
      label={t('editors.min-length')}
      value={props.field.minLength}
    />
    <Count
      frame={props.frame}
      property="maxLength"
      label={t('editors.max-length')}
      value={props.field.maxLength}
    />
  </div>
);

const Range = (props: KindProps<'integer' | 'decimal' | 'money'>) => {
  const limit = (property: 'min' | 'max') => (
    <NumberField
      {...controlOf(props.frame, property)}
      label={t(`editors.${property}`)}
      decimal
      value={props.field[property] ?? ''}
      onInput={(typed) =>
        props.frame.put({ [property]: typed === '' ? undefined : typed }, property)
      }
    />
  );
  return (
    <div class="part-fields">
      {limit('min')}
      {limit('max')}
      <Show when={props.field.kind === 'decimal' && props.field}>
        {(field) => (
          <Count
            frame={props.frame}
            property="places"
            label={t('editors.places')}
            value={field().places}
          />
        )}
      </Show>
      <Show when={props.field.kind !== 'money' && props.field}>
        {(field) => <Unit frame={props.frame} field={field() as OfKind<'integer'>} />}
      </Show>
    </div>
  );
};

const Files = (props: KindProps<'evidence'>) => (
  <>
    <CheckboxGroup
      {...controlOf(props.frame, 'accepts')}
      label={t('editors.accepts')}
      inline
      options={evidenceKinds.map((value) => ({ value, label: t(`editors.accepts-${value}`) }))}
      values={props.field.accepts}
      onChange={(accepts) => props.frame.put({ accepts })}
    />
    <div class="part-fields">
      <Count
        frame={props.frame}
        property="maxFiles"
        label={t('editors.max-files')}
        value={props.field.maxFiles}
      />
      <TextField
        {...controlOf(props.frame, 'photoReason')}
        label={t('editors.photo-reason')}
        hint={t('editors.photo-reason-hint')}
        value={chinese(props.field.photoReason)}
        onInput={(zh) =>
          props.frame.put({ photoReason: withOptional(props.field.photoReason, zh) }, 'photoReason')
        }
      />
    </div>
  </>
);

const figures: readonly AnyField['kind'][] = ['integer', 'decimal', 'money', 'computed'];

const Computed = (props: KindProps<'computed'>) => {
  const wanted = () => (props.field.compute.op === 'row-count' ? ['table'] : figures);
  const offered = () =>
    props.frame
      .form()
      .fields.flatMap((each): AnyField[] =>
        each.kind === 'table' ? [each, ...each.columns] : [each],
      )
      .filter(({ key, kind }) => key !== props.field.key && wanted().includes(kind));
  const put = (compute: OfKind<'computed'>['compute']) => props.frame.put({ compute });
  const ops = ['sum', 'difference', 'ratio', 'row-count'] as const;
  return (
    <>
      <div class="part-fields">
        <Select
          name={`${props.frame.name()}/compute/op`}
          label={t('editors.compute-op')}
          placeholder={null}
          options={ops.map((value) => ({ value, label: t(`editors.compute-${value}`) }))}
          value={props.field.compute.op}
          onChange={(op) => put({ op: op as (typeof ops)[number], of: [] })}
        />
        <Unit frame={props.frame} field={props.field} />
      </div>
      <CheckboxGroup
        {...controlOf(props.frame, 'compute/of')}
        label={t('editors.compute-of')}
        hint={t(`editors.compute-hint-${props.field.compute.op}`)}
        options={offered().map(({ key, label }) => ({ value: key, label: localText(label) }))}
        values={props.field.compute.of}
        onChange={(of) => {
          // In the order they were chosen: the first is what others are taken from, or divided.
          const kept = props.field.compute.of.filter((key) => of.includes(key));
          put({
            ...props.field.compute,
            of: [...kept, ...of.filter((key) => !kept.includes(key))],
          });
        }}
      />
    </>
  );
};

const Choices = (props: KindProps<'choice' | 'multiple-choice'>) => (
  <>
    <OptionsEditor
      frame={props.frame}
      property="options"
      label={t('editors.options')}
      options={props.field.options}
    />
    <Show when={kindIs(props.field, 'multiple-choice')}>
      {(several) => (
        <Count
          frame={props.frame}
          property="limit"
          label={t('editors.choose-limit')}
          value={several().limit}
        />
      )}
    </Show>
  </>
);

const Rating = (props: KindProps<'rating'>) => (
  <>
    <OptionsEditor
      frame={props.frame}
      property="steps"
      label={t('editors.steps')}
      options={props.field.steps}
    />
    <Checkbox
      name={`${props.frame.name()}/unknown`}
      label={t('editors.rating-unknown')}
      checked={props.field.unknown === true}
      onChange={(unknown) => props.frame.put({ unknown: unknown || undefined })}
    />
  </>
);

/** What only fields of this kind have: length, limits, unit, choices, files, rows, computation. */
export const KindProperties = (props: { frame: FieldFrame }) => {
  const field = () => props.frame.field();
  return (
    <Switch>
      <Match when={kindIs(field(), 'text', 'long-text')}>
        {(text) => <Length frame={props.frame} field={text()} />}
      </Match>
      <Match when={kindIs(field(), 'integer', 'decimal', 'money')}>
        {(figure) => <Range frame={props.frame} field={figure()} />}
      </Match>
      <Match when={kindIs(field(), 'choice', 'multiple-choice')}>
        {(choice) => <Choices frame={props.frame} field={choice()} />}
      </Match>
      <Match when={kindIs(field(), 'rating')}>
        {(rating) => <Rating frame={props.frame} field={rating()} />}
      </Match>
      <Match when={kindIs(field(), 'evidence')}>
        {(evidence) => <Files frame={props.frame} field={evidence()} />}
      </Match>
      <Match when={kindIs(field(), 'computed')}>
        {(computed) => <Computed frame={props.frame} field={computed()} />}
      </Match>
      <Match when={kindIs(field(), 'table')}>
        {(table) => (
          <div class="part-fields">
            <Count
              frame={props.frame}
              property="minRows"
              label={t('editors.min-rows')}
              value={table().minRows}
            />
            <Count
              frame={props.frame}
              property="maxRows"
              label={t('editors.max-rows')}
              value={table().maxRows}
            />
          </div>
        )}
      </Match>
    </Switch>
  );
};
