import { Show } from 'solid-js';
import { milestones, workflowActors } from '#schema/contracts/campaign/workflow.ts';
import type { Milestone, Transition, WorkflowActor } from '#schema/contracts/campaign/workflow.ts';
import { t } from '#web/shared/i18n.ts';
import { Checkbox, CheckboxGroup, Select } from '#web/ui/choice-field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { withProperty } from '../part-keys.ts';
import { chinese, withChinese } from '../texts.ts';
import { GuardFields } from './guard-fields.component.tsx';
import { clocksOf, fieldsOfRegister, named, statesOf } from './register-parts.ts';
import type { RegisterEditing } from './register-parts.ts';
import { changeStep } from './workflow-edit.ts';

const some = <Item,>(list: readonly Item[]): Item[] | undefined =>
  list.length === 0 ? undefined : [...list];

type Props = RegisterEditing & { step: Transition; at: number };

const controls = (props: Props) => {
  const name = (property: string) => `workflow/transitions/${props.at}/${property}`;
  return {
    name,
    put: (step: Transition, act?: string) =>
      props.editor.change(
        (register) => changeStep(register, step),
        act === undefined ? undefined : `step ${step.key} ${act}`,
      ),
    control: (property: string) => ({
      name: name(property),
      error: props.editor.errorOf(name(property)),
    }),
  };
};

const Course = (props: Props) => {
  const { control, put } = controls(props);
  return (
    <>
      <TextField
        {...control('title')}
        label={t('editors.step-title')}
        required
        value={chinese(props.step.title)}
        onInput={(zh) => put({ ...props.step, title: withChinese(props.step.title, zh) }, 'title')}
      />
      <CheckboxGroup
        {...control('from')}
        label={t('editors.step-from')}
        inline
        options={statesOf(props.editor.body())}
        values={props.step.from}
        onChange={(from) => put({ ...props.step, from })}
      />
      <div class="part-fields">
        <Select
          {...control('to')}
          label={t('editors.step-to')}
          placeholder={null}
          value={props.step.to}
          options={statesOf(props.editor.body())}
          onChange={(to) => put({ ...props.step, to })}
        />
        <Select
          {...control('extends')}
          label={t('editors.step-extends')}
          placeholder={t('editors.step-extends-none')}
          value={props.step.extends ?? ''}
          options={clocksOf(props.editor.body())}
          onChange={(clock) =>
            put(withProperty(props.step, 'extends', clock === '' ? undefined : clock))
          }
        />
      </div>
      <CheckboxGroup
        {...control('by')}
        label={t('editors.step-by')}
        inline
        options={workflowActors.map((value) => ({ value, label: t(`editors.actor-${value}`) }))}
        values={props.step.by}
        onChange={(by) => put({ ...props.step, by: by as WorkflowActor[] })}
      />
    </>
  );
};

const Demands = (props: Props) => {
  const { control, name, put } = controls(props);
  return (
    <>
      <Show when={fieldsOfRegister(props).length > 0}>
        <CheckboxGroup
          {...control('needs')}
          label={t('editors.step-needs')}
          inline
          options={named(fieldsOfRegister(props))}
          values={props.step.needs ?? []}
          onChange={(needs) => put(withProperty(props.step, 'needs', some(needs)))}
        />
      </Show>
      <Checkbox
        name={name('reason')}
        label={t('editors.step-reason')}
        checked={props.step.reason === true}
        onChange={(reason) => put(withProperty(props.step, 'reason', reason || undefined))}
      />
      <GuardFields {...props} name={name('guards')} onChange={(step) => put(step)} />
    </>
  );
};

const Reached = (props: Props & { property: 'reaches' | 'leaves' }) => {
  const { control, put } = controls(props);
  return (
    <CheckboxGroup
      {...control(props.property)}
      label={t(`editors.${props.property}`)}
      inline
      options={milestones.map((value) => ({ value, label: t(`editors.milestone-${value}`) }))}
      values={props.step[props.property] ?? []}
      onChange={(values) =>
        put(withProperty(props.step, props.property, some(values as Milestone[])))
      }
    />
  );
};

/** Everything one step says: from where to where, who, what it demands, what it reaches. */
export const StepProperties = (props: Props) => (
  <div class="field-properties stack">
    <Course {...props} />
    <Demands {...props} />
    <Reached {...props} property="reaches" />
    <Reached {...props} property="leaves" />
    <Show when={props.step.papers}>
      {(papers) => <p class="small soft">{t('editors.papers-kept', { count: papers().length })}</p>}
    </Show>
  </div>
);
