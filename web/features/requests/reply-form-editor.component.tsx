import { For, Show } from 'solid-js';
import type { Field, Form } from '#schema/contracts/campaign/form.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox, RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import {
  addField,
  editField,
  isSimple,
  newForm,
  readOptions,
  removeField,
  simpleKinds,
} from './reply-fields.presenter.ts';
import type { FieldChange } from './reply-fields.presenter.ts';

type EditorProps = {
  title: string;
  form: Form | undefined;
  onChange: (form: Form | undefined) => void;
};

const FieldLine = (props: {
  field: Field;
  onEdit: (change: FieldChange) => void;
  onRemove: () => void;
}) => (
  <li class="request-field">
    <TextField
      name={`form/${props.field.key}/label`}
      label={t('requests.item-label')}
      value={localText(props.field.label)}
      disabled={!isSimple(props.field)}
      onCommit={(label) => {
        if (label.trim() !== '') props.onEdit({ label: label.trim() });
      }}
    />
    <Show
      when={isSimple(props.field)}
      fallback={<p class="small soft">{t('requests.item-kept')}</p>}
    >
      <Select
        name={`form/${props.field.key}/kind`}
        label={t('requests.item-kind')}
        placeholder={null}
        options={simpleKinds.map((kind) => ({ value: kind, label: t(`requests.kind-${kind}`) }))}
        value={props.field.kind}
        onChange={(value) => {
          const kind = simpleKinds.find((each) => each === value);
          if (kind !== undefined) props.onEdit({ kind });
        }}
      />
      <div class="row request-field-acts">
        <Checkbox
          name={`form/${props.field.key}/required`}
          label={t('kit.required')}
          checked={props.field.kind !== 'section' && props.field.required === true}
          onChange={(required) => props.onEdit({ required })}
        />
        <Button small kind="quiet" onClick={() => props.onRemove()}>
          {t('acts.remove')}
          <span class="visually-hidden">：{localText(props.field.label)}</span>
        </Button>
      </div>
      <Show when={props.field.kind === 'choice'}>
        <TextArea
          name={`form/${props.field.key}/options`}
          label={t('requests.item-options')}
          hint={t('requests.item-options-hint')}
          rows={3}
          value={readOptions(props.field)}
          onCommit={(options) => props.onEdit({ options })}
        />
      </Show>
    </Show>
  </li>
);

/** 自由回复 or a short form of one's own, field by field. */
export const ReplyFormEditor = (props: EditorProps) => (
  <>
    <RadioGroup
      name="form"
      label={t('requests.reply-way')}
      options={(['free', 'form'] as const).map((way) => ({
        value: way,
        label: t(`requests.way-${way}`),
        hint: t(`requests.way-${way}-hint`),
      }))}
      value={props.form === undefined ? 'free' : 'form'}
      onChange={(way) =>
        props.onChange(way === 'form' ? newForm(props.title, t('requests.item-first')) : undefined)
      }
    />
    <Show when={props.form}>
      {(form) => (
        <div class="stack">
          <ol class="request-fields">
            <For each={form().fields.map(({ key }) => key)}>
              {(key) => (
                <Show when={form().fields.find((field) => field.key === key)}>
                  {(field) => (
                    <FieldLine
                      field={field()}
                      onEdit={(change) => props.onChange(editField(form(), key, change))}
                      onRemove={() => props.onChange(removeField(form(), key))}
                    />
                  )}
                </Show>
              )}
            </For>
          </ol>
          <div class="row">
            <Button small onClick={() => props.onChange(addField(form(), t('requests.item-new')))}>
              {t('requests.item-add')}
            </Button>
          </div>
        </div>
      )}
    </Show>
  </>
);
