import { For, Show, untrack } from 'solid-js';
import { clauseKinds, disclosures } from '#schema/contracts/campaign/clause.ts';
import type { Office } from '#schema/contracts/campaign/task.ts';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { DateRuleFields } from './date-rule-fields.component.tsx';
import type { BodyKind, PartOf } from './draft-parts.ts';
import { PartEditorFrame } from './part-editor-frame.component.tsx';
import { createPartEditor } from './part-editor.ts';
import type { PartEditor, PartForm } from './part-editor.ts';
import { clauseForm, headForm, headTextFields, phaseForm, taskForm } from './part-forms.ts';

export type EditorProps<Part> = {
  draftId: string;
  part: Part;
  onSaved: () => void;
  onCancel: () => void;
};

/** The part as it was when the form was opened is what the changes are based on. */
export const editorOf = <K extends BodyKind>(
  props: Pick<EditorProps<unknown>, 'draftId' | 'onSaved'>,
  part: PartOf<K>,
  form: PartForm<PartOf<K>['body']>,
): PartEditor => {
  const draftId = untrack(() => props.draftId);
  return createPartEditor<K>({ draftId, part, form, onSaved: () => props.onSaved() });
};

const fieldOf = (editor: PartEditor, name: string, label: string) => ({
  name,
  label,
  value: editor.valueOf(name),
  error: editor.errorOf(name),
});

const RecurrenceFields = (props: { editor: PartEditor }) => {
  const field = (key: 'dueOffsetDays' | 'from' | 'to' | 'wording') =>
    fieldOf(props.editor, `recurs/${key}`, t(`campaigns.recurs-field-${key}`));
  const set = (key: string) => (value: string) => void props.editor.set(`recurs/${key}`, value);
  return (
    <>
      <div class="part-fields">
        <NumberField
          {...field('dueOffsetDays')}
          hint={t('campaigns.recurs-offset-hint')}
          onInput={set('dueOffsetDays')}
        />
        <DateField {...field('from')} onInput={set('from')} />
        <DateField {...field('to')} onInput={set('to')} />
      </div>
      <TextField
        {...field('wording')}
        hint={t('campaigns.wording-hint')}
        onInput={set('wording')}
      />
    </>
  );
};

export const TaskEditor = (props: EditorProps<PartOf<'task'>> & { offices: readonly Office[] }) => {
  const part = untrack(() => props.part);
  const editor = editorOf(props, part, taskForm);
  const set = (name: string) => (value: string) => void editor.set(name, value);
  return (
    <PartEditorFrame title={t('campaigns.edit-task')} editor={editor} onCancel={props.onCancel}>
      <TextField
        {...fieldOf(editor, 'title', t('campaigns.task-title'))}
        required
        onInput={set('title')}
      />
      <Show when={part.body.due}>
        {(due) => (
          <DateRuleFields
            editor={editor}
            name="due"
            legend={t('campaigns.task-due')}
            edge="end"
            isTerm={due().kind === 'after'}
          />
        )}
      </Show>
      <Show when={part.body.recurs}>
        <RecurrenceFields editor={editor} />
      </Show>
      <div class="part-fields">
        <Select
          {...fieldOf(editor, 'to', t('campaigns.task-office'))}
          placeholder={null}
          options={props.offices.map(({ key, title }) => ({ value: key, label: title }))}
          onChange={set('to')}
        />
        <NumberField
          {...fieldOf(editor, 'minutes', t('campaigns.task-minutes'))}
          hint={t('campaigns.task-minutes-hint')}
          unit={t('campaigns.minutes')}
          onInput={set('minutes')}
        />
      </div>
    </PartEditorFrame>
  );
};

export const PhaseEditor = (props: EditorProps<PartOf<'phase'>>) => {
  const part = untrack(() => props.part);
  const editor = editorOf(props, part, phaseForm);
  return (
    <PartEditorFrame title={t('campaigns.edit-phase')} editor={editor} onCancel={props.onCancel}>
      <TextField
        {...fieldOf(editor, 'title', t('campaigns.phase-title'))}
        required
        onInput={(value) => void editor.set('title', value)}
      />
      <DateRuleFields
        editor={editor}
        name="from"
        legend={t('campaigns.phase-from')}
        edge="start"
        isTerm={part.body.from.kind === 'after'}
      />
      <DateRuleFields
        editor={editor}
        name="to"
        legend={t('campaigns.phase-to')}
        edge="end"
        isTerm={part.body.to.kind === 'after'}
      />
    </PartEditorFrame>
  );
};

export const ClauseEditor = (props: EditorProps<PartOf<'clause'>>) => {
  const part = untrack(() => props.part);
  const editor = editorOf(props, part, clauseForm);
  const set = (name: string) => (value: string) => void editor.set(name, value);
  return (
    <PartEditorFrame title={t('campaigns.edit-clause')} editor={editor} onCancel={props.onCancel}>
      <div class="part-fields">
        <TextField
          {...fieldOf(editor, 'title', t('campaigns.clause-field-title'))}
          onInput={set('title')}
        />
        <Select
          {...fieldOf(editor, 'kind', t('campaigns.clause-field-kind'))}
          placeholder={null}
          options={clauseKinds.map((value) => ({ value, label: t(`campaigns.clause-${value}`) }))}
          onChange={set('kind')}
        />
      </div>
      <TextArea
        {...fieldOf(editor, 'words', t('campaigns.clause-field-words'))}
        required
        rows={8}
        onInput={set('words')}
      />
    </PartEditorFrame>
  );
};

export const HeadEditor = (props: EditorProps<PartOf<'head'>>) => {
  const part = untrack(() => props.part);
  const editor = editorOf(props, part, headForm);
  const set = (name: string) => (value: string) => void editor.set(name, value);
  return (
    <PartEditorFrame title={t('campaigns.edit-head')} editor={editor} onCancel={props.onCancel}>
      <For each={headTextFields}>
        {({ name, label }) => (
          <TextField {...fieldOf(editor, name, label())} required onInput={set(name)} />
        )}
      </For>
      <TextArea
        {...fieldOf(editor, 'document/recipients', t('campaigns.head-recipients'))}
        rows={2}
        onInput={set('document/recipients')}
      />
      <div class="part-fields">
        <DateField
          {...fieldOf(editor, 'period/from', t('campaigns.head-period-from'))}
          onInput={set('period/from')}
        />
        <DateField
          {...fieldOf(editor, 'period/to', t('campaigns.head-period-to'))}
          onInput={set('period/to')}
        />
        <Select
          {...fieldOf(editor, 'document/disclosure', t('campaigns.head-disclosure'))}
          placeholder={null}
          options={disclosures.map((value) => ({
            value,
            label: t(`campaigns.disclosure-${value}`),
          }))}
          onChange={set('document/disclosure')}
        />
      </div>
    </PartEditorFrame>
  );
};
