import { For, Show } from 'solid-js';
import type { FormCheck } from '#schema/contracts/campaign/form.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import type { BodyEditor } from '../body-editor.ts';
import { ConditionEditor } from '../condition-editor.component.tsx';
import { conditionWords } from '../condition-words.presenter.ts';
import type { Named } from '../condition-words.presenter.ts';
import { freeKey, withProperty } from '../part-keys.ts';
import { chinese, withChinese } from '../texts.ts';
import { columnsIn, keysOfForm } from './field-list.ts';

const namedIn = (editor: BodyEditor<'form'>): Named[] =>
  editor
    .body()
    .fields.flatMap((field): Named[] =>
      field.kind === 'section' ? [] : [field, ...columnsIn(field)],
    );

const Where = (props: {
  check: FormCheck;
  at: number;
  fields: readonly Named[];
  put: (check: FormCheck, act: string) => void;
}) => {
  const name = (property: string) => `checks/${props.at}/${property}`;
  return (
    <div class="part-fields">
      <Select
        name={name('at')}
        label={t('editors.check-at')}
        placeholder={null}
        value={props.check.at}
        options={props.fields.map(({ key, label }) => ({ value: key, label: localText(label) }))}
        onChange={(at) => props.put({ ...props.check, at }, 'at')}
      />
      <RadioGroup
        name={name('missing')}
        label={t('editors.check-missing')}
        inline
        options={(['skip', 'fail'] as const).map((value) => ({
          value,
          label: t(`editors.missing-${value}`),
        }))}
        value={props.check.missing}
        onChange={(missing) =>
          props.put({ ...props.check, missing: missing === 'fail' ? 'fail' : 'skip' }, 'missing')
        }
      />
    </div>
  );
};

const Check = (props: {
  editor: BodyEditor<'form'>;
  check: FormCheck;
  at: number;
  onRemove: () => void;
}) => {
  const name = (property: string) => `checks/${props.at}/${property}`;
  const put = (after: FormCheck, act: string) =>
    props.editor.change(
      (form) => ({
        ...form,
        checks: (form.checks ?? []).map((each) => (each.key === after.key ? after : each)),
      }),
      `check ${props.check.key} ${act}`,
    );
  const fields = () => namedIn(props.editor);
  return (
    <Disclosure
      summary={`${chinese(props.check.message)}（${conditionWords(props.check.assert, fields())}）`}
    >
      <div class="stack">
        <ConditionEditor
          name={name('assert')}
          label={t('editors.check-assert')}
          condition={props.check.assert}
          fields={fields()}
          onChange={(assert) => put({ ...props.check, assert: assert ?? { all: [] } }, 'assert')}
        />
        <ConditionEditor
          name={name('when')}
          label={t('editors.check-when')}
          condition={props.check.when}
          fields={fields()}
          onChange={(when) => put(withProperty(props.check, 'when', when), 'when')}
        />
        <TextField
          name={name('message')}
          label={t('editors.check-message')}
          required
          error={props.editor.errorOf(name('message'))}
          value={chinese(props.check.message)}
          onInput={(zh) =>
            put({ ...props.check, message: withChinese(props.check.message, zh) }, 'message')
          }
        />
        <Where check={props.check} at={props.at} fields={fields()} put={put} />
        <Button small kind="danger" onClick={() => props.onRemove()}>
          {t('editors.check-remove')}
        </Button>
      </div>
    </Disclosure>
  );
};

/** 表内校验: what must hold between fields, in plain words. */
export const ChecksEditor = (props: { editor: BodyEditor<'form'> }) => {
  const checks = () => props.editor.body().checks ?? [];
  const add = () => {
    const [first] = namedIn(props.editor);
    if (!first) return;
    const check: FormCheck = {
      key: freeKey('check', keysOfForm(props.editor.body())),
      assert: { field: first.key, op: 'present' },
      missing: 'skip',
      at: first.key,
      message: t('editors.check-new'),
    };
    props.editor.change((form) => ({ ...form, checks: [...(form.checks ?? []), check] }));
  };
  const remove = (key: string) =>
    props.editor.change((form) => {
      const rest = (form.checks ?? []).filter((each) => each.key !== key);
      return withProperty(form, 'checks', rest.length === 0 ? undefined : rest);
    });
  return (
    <section class="stack-tight">
      <h2 class="section-title">{t('editors.checks')}</h2>
      <p class="small soft">{t('editors.checks-words')}</p>
      <For each={checks().map(({ key }) => key)}>
        {(key, at) => (
          <Show when={checks().find((each) => each.key === key)}>
            {(check) => (
              <Check editor={props.editor} check={check()} at={at()} onRemove={() => remove(key)} />
            )}
          </Show>
        )}
      </For>
      <div>
        <Button small onClick={add}>
          {t('editors.check-add')}
        </Button>
      </div>
    </section>
  );
};
