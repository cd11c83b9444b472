import { For, Show } from 'solid-js';
import type { Register } from '#schema/contracts/campaign/register.ts';
import { t } from '#web/shared/i18n.ts';
import { Checkbox, CheckboxGroup, RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { withProperty } from '../part-keys.ts';
import { SourceFields, clauseOptions } from '../source-fields.component.tsx';
import { chinese, withChinese } from '../texts.ts';
import { linesFrom } from './line-lists.ts';
import { fieldsOfRegister, named } from './register-parts.ts';
import type { RegisterEditing } from './register-parts.ts';

const createPut =
  (props: RegisterEditing) =>
  <Name extends keyof Register>(name: Name, value: Register[Name] | undefined) =>
    props.editor.change((register) => withProperty(register, name, value), name);

const some = (list: readonly string[]) => (list.length === 0 ? undefined : [...list]);

const Recording = (props: RegisterEditing) => {
  const put = createPut(props);
  const body = () => props.editor.body();
  return (
    <>
      <CheckboxGroup
        name="recordedBy"
        label={t('editors.recorded-by')}
        inline
        options={(['unit', 'office'] as const).map((value) => ({
          value,
          label: t(`editors.recorded-by-${value}`),
        }))}
        values={body().recordedBy ?? []}
        onChange={(who) => put('recordedBy', some(who) as Register['recordedBy'])}
      />
      <TextArea
        name="channels"
        label={t('editors.channels')}
        hint={t('editors.one-a-line')}
        rows={Math.max(3, body().channels?.length ?? 0)}
        value={(body().channels ?? []).map(({ label }) => chinese(label)).join('\n')}
        onCommit={(typed) => {
          const before = (body().channels ?? []).map(({ key, label }) => ({ key, text: label }));
          const after = linesFrom(before, typed, 'channel');
          put(
            'channels',
            after.length === 0 ? undefined : after.map(({ key, text: label }) => ({ key, label })),
          );
        }}
      />
      <Checkbox
        name="sealed"
        label={t('editors.sealed')}
        checked={body().sealed === true}
        onChange={(sealed) => put('sealed', sealed || undefined)}
      />
      <TextField
        name="basis"
        label={t('editors.basis')}
        hint={t('editors.basis-hint')}
        value={body().basis ?? ''}
        onInput={(basis) => put('basis', basis === '' ? undefined : basis)}
      />
    </>
  );
};

/** What the register is called, whose it is, and where it comes from. */
export const RegisterBasics = (props: RegisterEditing) => {
  const put = createPut(props);
  const body = () => props.editor.body();
  const text = (name: 'title' | 'noun') => (
    <TextField
      name={name}
      label={t(`editors.register-${name}`)}
      hint={name === 'noun' ? t('editors.register-noun-hint') : undefined}
      required
      error={props.editor.errorOf(name)}
      value={chinese(body()[name])}
      onInput={(zh) => put(name, withChinese(body()[name], zh))}
    />
  );
  return (
    <div class="design-narrow stack">
      <div class="part-fields">
        {text('title')}
        {text('noun')}
      </div>
      <div class="part-fields">
        <Select
          name="clause"
          label={t('editors.indicator-clause')}
          placeholder={null}
          value={body().clause}
          options={clauseOptions(props.campaign.clauses)}
          onChange={(clause) => put('clause', clause)}
        />
        <Select
          name="office"
          label={t('editors.register-office')}
          placeholder={t('editors.register-no-office')}
          value={body().office ?? ''}
          options={named(props.campaign.offices)}
          onChange={(office) => put('office', office === '' ? undefined : office)}
        />
      </div>
      <Recording {...props} />
      <SourceFields
        name="source"
        source={body().source}
        clauses={props.campaign.clauses}
        onChange={(source) => put('source', source)}
      />
      <Kept register={body()} />
    </div>
  );
};

const keptNames = [
  'audience',
  'links',
  'handOver',
  'master',
  'relation',
  'relations',
  'duties',
] as const;

/** What this editor cannot say is kept as it is, and told. */
const Kept = (props: { register: Register }) => {
  const kept = () => keptNames.filter((name) => props.register[name] !== undefined);
  return (
    <Show when={kept().length > 0}>
      <div class="small soft">
        <p>{t('editors.kept')}</p>
        <ul>
          <For each={kept()}>{(name) => <li>{t(`editors.kept-${name}`)}</li>}</For>
        </ul>
      </div>
    </Show>
  );
};

/** 登记表 and the columns of its lists. */
export const RegisterLists = (props: RegisterEditing) => {
  const put = createPut(props);
  const body = () => props.editor.body();
  const fields = () => named(fieldsOfRegister(props));
  const seen = (change: Partial<NonNullable<Register['visibility']>>) =>
    put('visibility', { units: 'own', ...body().visibility, ...change });
  return (
    <div class="design-narrow stack">
      <Select
        name="form"
        label={t('editors.register-form')}
        hint={t('editors.register-form-hint')}
        placeholder={t('editors.register-no-form')}
        value={body().form ?? ''}
        options={named(props.campaign.forms)}
        onChange={(form) => put('form', form === '' ? undefined : form)}
      />
      <Show when={fields().length > 0}>
        <Select
          name="responsible"
          label={t('editors.responsible')}
          placeholder={t('editors.responsible-none')}
          value={body().responsible ?? ''}
          options={fields()}
          onChange={(key) => put('responsible', key === '' ? undefined : key)}
        />
        <CheckboxGroup
          name="listed"
          label={t('editors.listed')}
          limit={8}
          options={fields()}
          values={body().listed ?? []}
          onChange={(listed) => put('listed', some(listed))}
        />
        <CheckboxGroup
          name="visibility/masked"
          label={t('editors.masked')}
          hint={t('editors.masked-hint')}
          options={fields()}
          values={body().visibility?.masked ?? []}
          onChange={(masked) => seen({ masked: some(masked) })}
        />
      </Show>
      <RadioGroup
        name="visibility/units"
        label={t('editors.seen-by')}
        options={(['own', 'above', 'all'] as const).map((value) => ({
          value,
          label: t(`editors.seen-by-${value}`),
        }))}
        value={body().visibility?.units ?? 'own'}
        onChange={(units) => seen({ units: units === 'all' || units === 'above' ? units : 'own' })}
      />
      <Show when={body().visibility?.embargo}>
        <p class="small soft">{t('editors.embargo-kept')}</p>
      </Show>
    </div>
  );
};
