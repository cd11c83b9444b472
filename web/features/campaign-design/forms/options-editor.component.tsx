import { For, Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { FieldGroup } from '#web/ui/field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { ItemTools } from '../item-tools.component.tsx';
import { freeKey, moved } from '../part-keys.ts';
import { chinese, withChinese } from '../texts.ts';
import type { FieldFrame } from './field-frame.ts';

type Options = Extract<ReturnType<FieldFrame['field']>, { kind: 'choice' }>['options'];

type Props = {
  frame: FieldFrame;
  property: 'options' | 'steps';
  options: Options;
  label: string;
};

const createPut =
  (props: Props) =>
  (options: readonly Options[number][], act?: string): void =>
    props.frame.put({ [props.property]: options }, act);

const OptionRow = (props: Props & { option: Options[number]; at: number }) => {
  const put = createPut(props);
  const name = () => `${props.frame.name()}/${props.property}/${props.at}/label`;
  const reword = (zh: string) =>
    put(
      props.options.map((each) =>
        each.key === props.option.key ? { ...each, label: withChinese(each.label, zh) } : each,
      ),
      `option ${props.option.key}`,
    );
  return (
    <div class="option-row">
      <TextField
        name={name()}
        label={t('editors.option-number', { number: props.at + 1 })}
        error={props.frame.errorOf(name())}
        value={chinese(props.option.label)}
        onInput={reword}
      />
      <ItemTools
        name={chinese(props.option.label)}
        at={props.at}
        of={props.options.length}
        onMove={(to) => put(moved(props.options, props.at, to))}
        onRemove={
          props.options.length > 2
            ? () => put(props.options.filter((each) => each.key !== props.option.key))
            : undefined
        }
      />
    </div>
  );
};

const FromDictionary = (props: Props) => {
  const put = createPut(props);
  const dictionaries = () => props.frame.campaign.dictionaries ?? [];
  const take = (key: string) => {
    const found = dictionaries().find((each) => each.key === key);
    if (found) put(found.entries.map((entry) => ({ key: entry.key, label: entry.label })));
  };
  return (
    <Show when={dictionaries().length > 0}>
      <Select
        name={`${props.frame.name()}/dictionary`}
        label={t('editors.options-from')}
        placeholder={t('editors.options-from-none')}
        value=""
        options={dictionaries().map((each) => ({ value: each.key, label: chinese(each.title) }))}
        onChange={take}
      />
    </Show>
  );
};

/** The choices of a field, one a line; several at once may come from a list of words. */
export const OptionsEditor = (props: Props) => {
  const put = createPut(props);
  const name = () => `${props.frame.name()}/${props.property}`;
  const add = () => {
    const key = freeKey(
      'option',
      props.options.map((each) => each.key),
    );
    const label = t('editors.option-number', { number: props.options.length + 1 });
    put([...props.options, { key, label }]);
  };
  return (
    <FieldGroup name={name()} label={props.label} error={props.frame.errorOf(name())}>
      <div class="stack-tight">
        <For each={props.options.map(({ key }) => key)}>
          {(key, at) => (
            <Show when={props.options.find((each) => each.key === key)}>
              {(option) => <OptionRow {...props} option={option()} at={at()} />}
            </Show>
          )}
        </For>
        <div class="row">
          <Button small onClick={add}>
            {t('editors.option-add')}
          </Button>
        </div>
        <FromDictionary {...props} />
      </div>
    </FieldGroup>
  );
};
