import { Show } from 'solid-js';
import type { Condition } from '#schema/contracts/campaign/condition.ts';
import { t } from '#web/shared/i18n.ts';
import { Checkbox, RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { ConditionEditor } from '../condition-editor.component.tsx';
import { SourceFields } from '../source-fields.component.tsx';
import { chinese, withChinese, withOptional } from '../texts.ts';
import { controlOf, fieldsBefore, fieldsBeside, requirementOf } from './field-frame.ts';
import type { FieldFrame, Requirement } from './field-frame.ts';
import type { AnyField } from './field-list.ts';
import { KindProperties } from './kind-properties.component.tsx';

type Asked = Exclude<AnyField, { kind: 'section' }>;

const asked = (field: AnyField): Asked | undefined =>
  field.kind === 'section' ? undefined : field;

const Required = (props: { frame: FieldFrame; field: Asked }) => {
  const others = () => fieldsBeside(props.frame.form(), props.frame.address);
  const condition = (): Condition | undefined =>
    typeof props.field.required === 'object' ? props.field.required : undefined;
  const choose = (requirement: Requirement) => {
    const [first] = others();
    if (requirement === 'no') return props.frame.put({ required: undefined });
    if (requirement === 'yes' || !first) return props.frame.put({ required: true });
    props.frame.put({ required: { field: first.key, op: 'present' } });
  };
  return (
    <>
      <RadioGroup
        {...controlOf(props.frame, 'required')}
        label={t('editors.required')}
        inline
        options={(['no', 'yes', 'when'] as const).map((value) => ({
          value,
          label: t(`editors.required-${value}`),
          disabled: value === 'when' && others().length === 0,
        }))}
        value={requirementOf(props.field.required)}
        onChange={(value) => choose(value as Requirement)}
      />
      <Show when={condition()}>
        {(when) => (
          <ConditionEditor
            name={`${props.frame.name()}/required-when`}
            label={t('editors.required-condition')}
            condition={when()}
            fields={others()}
            onChange={(required) => props.frame.put({ required: required ?? true })}
          />
        )}
      </Show>
    </>
  );
};

/** 取自…: a system that holds the value, so that nobody is asked for it. */
const Origin = (props: { frame: FieldFrame; field: Asked }) => {
  const put = (change: Readonly<Record<string, unknown>>, act: string) => {
    const origin = { system: '', ...props.field.origin, ...change };
    const kept = Object.entries(origin).filter(([, value]) => value !== undefined && value !== '');
    const after = Object.fromEntries(kept);
    props.frame.put({ origin: after.system === undefined ? undefined : after }, act);
  };
  return (
    <div class="part-fields">
      <TextField
        {...controlOf(props.frame, 'origin/system')}
        label={t('editors.origin-system')}
        hint={t('editors.origin-hint')}
        value={props.field.origin?.system ?? ''}
        onInput={(system) => put({ system }, 'origin system')}
      />
      <Show when={props.field.origin}>
        {(origin) => (
          <>
            <TextField
              {...controlOf(props.frame, 'origin/period')}
              label={t('editors.origin-period')}
              value={origin().period ?? ''}
              onInput={(period) => put({ period }, 'origin period')}
            />
            <TextField
              {...controlOf(props.frame, 'origin/note')}
              label={t('editors.origin-note')}
              value={chinese(origin().note)}
              onInput={(zh) => put({ note: withOptional(origin().note, zh) }, 'origin note')}
            />
          </>
        )}
      </Show>
    </div>
  );
};

const More = (props: { frame: FieldFrame; field: Asked }) => (
  <Disclosure summary={t('editors.more')}>
    <div class="stack">
      <Show when={props.field.kind !== 'computed' && props.field.kind !== 'evidence'}>
        <Origin frame={props.frame} field={props.field} />
        <Checkbox
          name={`${props.frame.name()}/carry`}
          label={t('editors.carry')}
          checked={props.field.carry === true}
          onChange={(carry) => props.frame.put({ carry: carry || undefined })}
        />
      </Show>
      <Checkbox
        name={`${props.frame.name()}/has-source`}
        label={t('editors.has-source')}
        checked={props.field.source !== undefined}
        onChange={(has) =>
          props.frame.put({
            source: has ? { proposed: true, reason: t('editors.source-default') } : undefined,
          })
        }
      />
      <Show when={props.field.source}>
        {(source) => (
          <SourceFields
            name={`${props.frame.name()}/source`}
            source={source()}
            clauses={props.frame.campaign.clauses}
            onChange={(after) => props.frame.put({ source: after }, 'source')}
          />
        )}
      </Show>
    </div>
  </Disclosure>
);

/** Everything one field of the paper form says of itself. */
export const FieldProperties = (props: { frame: FieldFrame }) => {
  const field = () => props.frame.field();
  return (
    <div class="field-properties stack">
      <TextField
        {...controlOf(props.frame, 'label')}
        label={t('editors.label')}
        required
        value={chinese(field().label)}
        onInput={(zh) => props.frame.put({ label: withChinese(field().label, zh) }, 'label')}
      />
      <TextArea
        {...controlOf(props.frame, 'hint')}
        label={t('editors.hint')}
        rows={2}
        value={chinese(field().hint)}
        onInput={(zh) => props.frame.put({ hint: withOptional(field().hint, zh) }, 'hint')}
      />
      <KindProperties frame={props.frame} />
      <Show when={field().kind !== 'computed' && asked(field())}>
        {(each) => <Required frame={props.frame} field={each()} />}
      </Show>
      <ConditionEditor
        name={`${props.frame.name()}/visible`}
        label={t('editors.visible')}
        hint={t('editors.visible-hint')}
        condition={field().visible}
        fields={fieldsBefore(props.frame.form(), props.frame.address)}
        onChange={(visible) => props.frame.put({ visible })}
      />
      <Show when={asked(field())}>{(each) => <More frame={props.frame} field={each()} />}</Show>
    </div>
  );
};
