import { For, Show, untrack } from 'solid-js';
import { clauseKinds, disclosures } from '#schema/contracts/campaign/clause.ts';
import type { ChangeParts, Draft } from '#schema/contracts/campaigns.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { CheckboxGroup, Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { DateRuleFields } from './date-rule-fields.component.tsx';
import { anchorsOf, clauseOptions } from './draft-options.ts';
import { headOf } from './draft-parts.ts';
import type { BodyKind, PartOf } from './draft-parts.ts';
import type { Fresh } from './kept-edits.ts';
import { PartEditorFrame } from './part-editor-frame.component.tsx';
import { createPartEditor } from './part-editor.ts';
import type { PartEditor, PartForm } from './part-editor.ts';
import { clauseForm, headForm, headTextFields, phaseForm } from './part-forms.ts';

export type EditorProps<Part> = {
  draftId: string;
  part: Part;
  /** Set where the part is being added. */
  fresh?: Fresh | undefined;
  onSaved: () => void;
  onCancel: () => void;
};

export type WithDraft = { draft: Draft };

/** The part as it was when the form was opened is what the changes are based on. */
export const editorOf = <K extends BodyKind>(
  props: Pick<EditorProps<unknown>, 'draftId' | 'fresh' | 'onSaved'>,
  part: PartOf<K>,
  form: PartForm<PartOf<K>['body']>,
  companions?: (body: PartOf<K>['body']) => ChangeParts,
): PartEditor => {
  const { draftId, fresh } = untrack(() => ({ draftId: props.draftId, fresh: props.fresh }));
  const onSaved = () => props.onSaved();
  return createPartEditor<K>({ draftId, part, form, fresh, companions, onSaved });
};

export const fieldOf = (editor: PartEditor, name: string, label: string) => ({
  name,
  label,
  value: editor.valueOf(name),
  error: editor.errorOf(name),
});

export const PhaseEditor = (props: EditorProps<PartOf<'phase'>> & WithDraft) => {
  const part = untrack(() => props.part);
  const editor = editorOf(props, part, phaseForm);
  const year = () => headOf(props.draft)?.body.year;
  const anchors = () => anchorsOf(props.draft, part.key);
  return (
    <PartEditorFrame title={t('campaigns.edit-phase')} editor={editor} onCancel={props.onCancel}>
      <TextField
        {...fieldOf(editor, 'title', t('campaigns.phase-title'))}
        required
        onInput={(value) => void editor.set('title', value)}
      />
      <Select
        {...fieldOf(editor, 'clause', t('campaigns.field-clause'))}
        placeholder={t('campaigns.no-clause')}
        options={clauseOptions(props.draft)}
        onChange={(value) => void editor.set('clause', value)}
      />
      <DateRuleFields
        editor={editor}
        name="from"
        legend={t('campaigns.phase-from')}
        edge="start"
        year={year()}
        anchors={anchors()}
      />
      <DateRuleFields
        editor={editor}
        name="to"
        legend={t('campaigns.phase-to')}
        edge="end"
        year={year()}
        anchors={anchors()}
      />
    </PartEditorFrame>
  );
};

export const ClauseEditor = (props: EditorProps<PartOf<'clause'>> & WithDraft) => {
  const part = untrack(() => props.part);
  const editor = editorOf(props, part, clauseForm);
  const set = (name: string) => (value: string) => void editor.set(name, value);
  return (
    <PartEditorFrame title={t('campaigns.edit-clause')} editor={editor} onCancel={props.onCancel}>
      <div class="part-fields">
        <TextField
          {...fieldOf(editor, 'number', t('campaigns.clause-field-number'))}
          onInput={set('number')}
        />
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
      <ClauseGroupFields editor={editor} draft={props.draft} />
    </PartEditorFrame>
  );
};

/** 责任处室, 专项 and 口径标签; the last two only where the draft has any. */
const ClauseGroupFields = (props: { editor: PartEditor } & WithDraft) => {
  const head = () => headOf(props.draft)?.body;
  const set = (name: string) => (value: string) => void props.editor.set(name, value);
  const labels = () => props.editor.valueOf('labels').split(' ').filter(Boolean);
  return (
    <>
      <div class="part-fields">
        <TextField
          {...fieldOf(props.editor, 'lead', t('campaigns.clause-field-lead'))}
          hint={t('campaigns.posts-hint')}
          onInput={set('lead')}
        />
        <TextField
          {...fieldOf(props.editor, 'support', t('campaigns.clause-field-support'))}
          onInput={set('support')}
        />
        <Show when={(head()?.workstreams?.length ?? 0) > 0}>
          <Select
            {...fieldOf(props.editor, 'workstream', t('campaigns.clause-field-workstream'))}
            placeholder={t('campaigns.no-workstream')}
            options={(head()?.workstreams ?? []).map(({ key, title }) => ({
              value: key,
              label: localText(title),
            }))}
            onChange={set('workstream')}
          />
        </Show>
      </div>
      <Show when={(head()?.labels?.length ?? 0) > 0}>
        <CheckboxGroup
          name="labels"
          label={t('campaigns.clause-field-labels')}
          inline
          options={(head()?.labels ?? []).map(({ key, title }) => ({
            value: key,
            label: localText(title),
          }))}
          values={labels()}
          onChange={(keys) => set('labels')(keys.join(' '))}
        />
      </Show>
    </>
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
