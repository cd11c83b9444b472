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

/** The choices of a field, one a line; several at once may come from a list of words. */
export const OptionsEditor = (props: {
  frame: FieldFrame;
  property: 'options' | 'steps';
  options: Options;
  label: string;
}) => {
  const put = (options: readonly Options[number][], act?: string) =>
    props.frame.put({ [props.property]: options }, act);
  const dictionaries = () => props.frame.campaign.dictionaries ?? [];
  const take = (key: string) => {
    const found = dictionaries().find((each) => each.key === key);
    if (found) put(found.entries.map((entry) => ({ key: entry.key, label: entry.label })));
  };
  const name = (at: number) => `${props.frame.name()}/${props.property}/${at}/label`;
  const add = () =>
    put([
      ...props.options,
      {
        key: freeKey(
          'option',
          props.options.map(({ key }) => key),
        ),
        label: t('editors.option-number', { number: props.options.length + 1 }),
      },
    ]);
  return (
    <FieldGroup
      name={`${props.frame.name()}/${props.property}`}
      label={props.label}
      error={props.frame.errorOf(`${props.frame.name()}/${props.property}`)}
    >
      <div class="stack-tight">
        <For each={props.options.map(({ key }) => key)}>
          {(key, at) => (
            <Show when={props.options[at()]}>
              {(option) => (
                <div class="option-row">
                  <TextField
                    name={name(at())}
                    label={t('editors.option-number', { number: at() + 1 })}
                    error={props.frame.errorOf(name(at()))}
                    value={chinese(option().label)}
                    onInput={(zh) =>
                      put(
                        props.options.map((each) =>
                          each.key === key ? { ...each, label: withChinese(each.label, zh) } : each,
                        ),
                        `option ${key}`,
                      )
                    }
                  />
                  <ItemTools
                    name={chinese(option().label)}
                    at={at()}
                    of={props.options.length}
                    onMove={(to) => put(moved(props.options, at(), to))}
                    onRemove={
                      props.options.length > 2
                        ? () => put(props.options.filter((each) => each.key !== key))
                        : undefined
                    }
                  />
                </div>
              )}
            </Show>
          )}
        </For>
        <div class="row">
          <Button small onClick={add}>
            {t('editors.option-add')}
          </Button>
        </div>
        <Show when={dictionaries().length > 0}>
          <Select
            name={`${props.frame.name()}/dictionary`}
            label={t('editors.options-from')}
            placeholder={t('editors.options-from-none')}
            value=""
            options={dictionaries().map((each) => ({
              value: each.key,
              label: chinese(each.title),
            }))}
            onChange={take}
          />
        </Show>
      </div>
    </FieldGroup>
  );
};
