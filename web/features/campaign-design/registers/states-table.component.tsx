import { For, Show } from 'solid-js';
import type { CampaignProblem } from '#plugins/sdk/check/problem.ts';
import type { WorkflowState } from '#schema/contracts/campaign/workflow.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox, Select } from '#web/ui/choice-field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { findingsAt } from '../findings.ts';
import { ItemTools } from '../item-tools.component.tsx';
import { withProperty } from '../part-keys.ts';
import { chinese, withChinese } from '../texts.ts';
import { statesOf } from './register-parts.ts';
import type { RegisterEditing } from './register-parts.ts';
import { addState, changeState, moveState, removeState, stepsLostWith } from './workflow-edit.ts';

type Props = RegisterEditing & { findings: readonly CampaignProblem[] };

const Ends = (props: {
  name: string;
  state: WorkflowState;
  onChange: (state: WorkflowState) => void;
}) => (
  <Select
    name={props.name}
    label={t('editors.state-ends')}
    placeholder={t('editors.state-goes-on')}
    value={props.state.ends ?? ''}
    options={(['closed', 'merged', 'void'] as const).map((value) => ({
      value,
      label: t(`editors.ends-${value}`),
    }))}
    onChange={(ends) =>
      props.onChange(
        withProperty(
          props.state,
          'ends',
          ends === '' ? undefined : (ends as WorkflowState['ends']),
        ),
      )
    }
  />
);

const State = (props: Props & { state: WorkflowState; at: number; of: number }) => {
  const name = (property: string) => `workflow/states/${props.at}/${property}`;
  const put = (state: WorkflowState, act?: string) =>
    props.editor.change(
      (register) => changeState(register, state),
      act === undefined ? undefined : `state ${state.key} ${act}`,
    );
  const lost = () => {
    const { workflow } = props.editor.body();
    return workflow ? stepsLostWith(workflow, props.state.key).length : 0;
  };
  const move = (to: number) => {
    const { at } = props;
    props.editor.change((register) => moveState(register, at, to));
  };
  const remove = () => {
    const { key } = props.state;
    props.editor.change((register) => removeState(register, key));
  };
  const isRemovable = () =>
    props.of > 2 && lost() < (props.editor.body().workflow?.transitions.length ?? 0);
  return (
    <li class="option-row" id={`design-${props.state.key}`}>
      <TextField
        name={name('title')}
        label={t('editors.state-title')}
        error={props.editor.errorOf(name('title'))}
        value={chinese(props.state.title)}
        onInput={(zh) =>
          put({ ...props.state, title: withChinese(props.state.title, zh) }, 'title')
        }
      />
      <Ends name={name('ends')} state={props.state} onChange={put} />
      <Checkbox
        name={name('longTerm')}
        label={t('editors.state-long-term')}
        checked={props.state.longTerm === true}
        onChange={(isLong) => put(withProperty(props.state, 'longTerm', isLong || undefined))}
      />
      <ItemTools
        name={chinese(props.state.title)}
        at={props.at}
        of={props.of}
        onMove={move}
        onRemove={isRemovable() ? remove : undefined}
      />
      <Show when={lost() > 0 && isRemovable()}>
        <span class="small soft">{t('editors.state-takes-steps', { count: lost() })}</span>
      </Show>
      <For each={findingsAt(props.findings, props.state.key)}>
        {(problem) => <span class="design-found">{localText(problem.message)}</span>}
      </For>
    </li>
  );
};

/** 办理环节: the states an entry can be in, and where it starts. */
export const StatesTable = (props: Props) => {
  const states = () => props.editor.body().workflow?.states ?? [];
  return (
    <section class="stack-tight">
      <h3>{t('editors.states')}</h3>
      <ol class="stack-tight">
        <For each={states().map(({ key }) => key)}>
          {(key, at) => (
            <Show when={states().find((each) => each.key === key)}>
              {(state) => <State {...props} state={state()} at={at()} of={states().length} />}
            </Show>
          )}
        </For>
      </ol>
      <div class="row">
        <Button
          small
          onClick={() =>
            props.editor.change((register) => addState(register, t('editors.new-state')))
          }
        >
          {t('editors.state-add')}
        </Button>
      </div>
      <Select
        name="workflow/start"
        label={t('editors.start')}
        placeholder={null}
        value={props.editor.body().workflow?.start ?? ''}
        options={statesOf(props.editor.body())}
        onChange={(start) =>
          props.editor.change((register) =>
            register.workflow
              ? { ...register, workflow: { ...register.workflow, start } }
              : register,
          )
        }
      />
    </section>
  );
};
