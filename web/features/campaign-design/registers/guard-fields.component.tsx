import { Show } from 'solid-js';
import type { Guard, Transition } from '#schema/contracts/campaign/workflow.ts';
import { t } from '#web/shared/i18n.ts';
import { Checkbox, CheckboxGroup, Select } from '#web/ui/choice-field.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { ConditionEditor } from '../condition-editor.component.tsx';
import { withProperty } from '../part-keys.ts';
import { chinese, withChinese } from '../texts.ts';
import { linesFrom } from './line-lists.ts';
import { clocksOf, fieldsOfRegister, named } from './register-parts.ts';
import type { RegisterEditing } from './register-parts.ts';
import { guardOf, plainGuards, plainGuardsOf, setGuard, setPlainGuards } from './workflow-edit.ts';
import type { PlainGuard } from './workflow-edit.ts';

type Props = RegisterEditing & {
  name: string;
  step: Transition;
  onChange: (step: Transition) => void;
};
const Linked = (props: Props) => {
  const links = () => props.editor.body().links ?? [];
  const guard = () => guardOf(props.step, 'linked-entry');
  return (
    <Show when={links().length > 0}>
      <div class="part-fields">
        <Select
          name={`${props.name}/linked`}
          label={t('editors.guard-linked-entry')}
          placeholder={t('editors.not-asked')}
          value={guard()?.link ?? ''}
          options={named(links())}
          onChange={(link) =>
            props.onChange(
              setGuard(
                props.step,
                'linked-entry',
                link === '' ? undefined : { kind: 'linked-entry', ...guard(), link },
              ),
            )
          }
        />
        <Show when={guard()}>
          {(linked) => (
            <Select
              name={`${props.name}/unless`}
              label={t('editors.guard-unless')}
              placeholder={t('editors.guard-unless-none')}
              value={linked().unlessField ?? ''}
              options={named(fieldsOfRegister(props))}
              onChange={(field) =>
                props.onChange(
                  setGuard(
                    props.step,
                    'linked-entry',
                    withProperty(linked(), 'unlessField', field === '' ? undefined : field),
                  ),
                )
              }
            />
          )}
        </Show>
      </div>
    </Show>
  );
};

const Said = (props: Props) => {
  const guard = () => guardOf(props.step, 'condition');
  const put = (after: Guard | undefined) =>
    props.onChange(
      setGuard(props.step, 'condition', after?.kind === 'condition' ? after : undefined),
    );
  const add = (has: boolean) => {
    const [first] = fieldsOfRegister(props);
    if (!has || !first) return put(undefined);
    const when = { field: first.key, op: 'present' as const };
    put({ kind: 'condition', when, message: t('editors.guard-message-new') });
  };
  return (
    <>
      <Checkbox
        name={`${props.name}/has-condition`}
        label={t('editors.guard-condition')}
        checked={guard() !== undefined}
        disabled={fieldsOfRegister(props).length === 0}
        onChange={add}
      />
      <Show when={guard()}>
        {(said) => (
          <>
            <ConditionEditor
              name={`${props.name}/when`}
              label={t('editors.guard-when')}
              condition={said().when}
              fields={fieldsOfRegister(props)}
              onChange={(when) => put(when && { ...said(), when })}
            />
            <TextField
              name={`${props.name}/message`}
              label={t('editors.guard-message')}
              value={chinese(said().message)}
              onInput={(zh) => put({ ...said(), message: withChinese(said().message, zh) })}
            />
          </>
        )}
      </Show>
    </>
  );
};

/** What must hold before a step. */
export const GuardFields = (props: Props) => {
  const ticks = () => guardOf(props.step, 'ticks')?.ticks ?? [];
  return (
    <>
      <CheckboxGroup
        name={`${props.name}/guards`}
        label={t('editors.guards')}
        options={plainGuards.map((value) => ({ value, label: t(`editors.guard-${value}`) }))}
        values={plainGuardsOf(props.step)}
        onChange={(kinds) => props.onChange(setPlainGuards(props.step, kinds as PlainGuard[]))}
      />
      <Show when={(props.editor.body().clocks ?? []).length > 0}>
        <Select
          name={`${props.name}/before-expiry`}
          label={t('editors.guard-before-expiry')}
          placeholder={t('editors.not-asked')}
          value={guardOf(props.step, 'before-expiry')?.clock ?? ''}
          options={clocksOf(props.editor.body())}
          onChange={(clock) =>
            props.onChange(
              setGuard(
                props.step,
                'before-expiry',
                clock === '' ? undefined : { kind: 'before-expiry', clock },
              ),
            )
          }
        />
      </Show>
      <Linked {...props} />
      <TextArea
        name={`${props.name}/ticks`}
        label={t('editors.guard-ticks')}
        hint={t('editors.one-a-line')}
        rows={Math.max(2, ticks().length)}
        value={ticks()
          .map(({ title }) => chinese(title))
          .join('\n')}
        onCommit={(typed) => {
          const before = ticks().map(({ key, title }) => ({ key, text: title }));
          const after = linesFrom(before, typed, 'tick').map(({ key, text }) => ({
            key,
            title: text,
          }));
          props.onChange(
            setGuard(
              props.step,
              'ticks',
              after.length === 0 ? undefined : { kind: 'ticks', ticks: after },
            ),
          );
        }}
      />
      <Said {...props} />
    </>
  );
};
