import { Show, untrack } from 'solid-js';
import type { Audience } from '#schema/contracts/campaign/audience.ts';
import { recurrencePeriods } from '#schema/contracts/campaign/dates.ts';
import { signOffPosts } from '#schema/contracts/campaign/task.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { ChangeParts, Draft } from '#schema/contracts/campaigns.ts';
import { DateRuleFields } from '#web/features/campaigns/date-rule-fields.component.tsx';
import { anchorsOf, clauseOptions, phaseOptions } from '#web/features/campaigns/draft-options.ts';
import { headOf, partsOf } from '#web/features/campaigns/draft-parts.ts';
import type { PartOf } from '#web/features/campaigns/draft-parts.ts';
import { PartEditorFrame } from '#web/features/campaigns/part-editor-frame.component.tsx';
import type { PartEditor } from '#web/features/campaigns/part-editor.ts';
import { editorOf, fieldOf } from '#web/features/campaigns/part-editors.component.tsx';
import type { EditorProps, WithDraft } from '#web/features/campaigns/part-editors.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { Checkbox, CheckboxGroup, RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { AudienceFields } from './audience-fields.component.tsx';
import { DeliverableFields } from './deliverable-fields.component.tsx';
import { asFilingClause, newForm, titleOfForm } from './new-bodies.ts';
import { RollUpFields } from './roll-up-fields.component.tsx';
import { formToMake, readOne, recurrenceLabel, taskFormOf, taskLabel } from './task-form.ts';
import type { TaskField } from './task-form.ts';

type Fields = { editor: PartEditor; draft: Draft };

const field = (editor: PartEditor, name: TaskField) => fieldOf(editor, name, taskLabel(name));
const setter = (editor: PartEditor, name: string) => (value: string) =>
  void editor.set(name, value);

const RecurrenceFields = (props: { editor: PartEditor }) => {
  const own = (key: 'every' | 'dueOffsetDays' | 'from' | 'to' | 'wording') =>
    fieldOf(props.editor, `recurs/${key}`, recurrenceLabel(key));
  const set = (key: string) => setter(props.editor, `recurs/${key}`);
  return (
    <>
      <div class="part-fields">
        <Select
          {...own('every')}
          placeholder={null}
          options={recurrencePeriods.map((value) => ({
            value,
            label: t(`campaigns.every-${value}`),
          }))}
          onChange={set('every')}
        />
        <NumberField
          {...own('dueOffsetDays')}
          hint={t('campaigns.recurs-offset-hint')}
          onInput={set('dueOffsetDays')}
        />
        <DateField {...own('from')} onInput={set('from')} />
        <DateField {...own('to')} onInput={set('to')} />
      </div>
      <TextField {...own('wording')} hint={t('campaigns.wording-hint')} onInput={set('wording')} />
    </>
  );
};

const WhenFields = (props: Fields & { own: string }) => (
  <>
    <RadioGroup
      {...field(props.editor, 'when')}
      inline
      options={[
        { value: 'once', label: t('plan.when-once') },
        { value: 'turns', label: t('plan.when-turns') },
      ]}
      onChange={setter(props.editor, 'when')}
    />
    <Show
      when={props.editor.valueOf('when') === 'turns'}
      fallback={
        <DateRuleFields
          editor={props.editor}
          name="due"
          legend={t('campaigns.task-due')}
          edge="end"
          year={headOf(props.draft)?.body.year}
          anchors={anchorsOf(props.draft, props.own)}
        />
      }
    >
      <RecurrenceFields editor={props.editor} />
    </Show>
  </>
);

const PlaceFields = (props: Fields) => (
  <div class="part-fields">
    <Select
      {...field(props.editor, 'clause')}
      options={clauseOptions(props.draft)}
      onChange={setter(props.editor, 'clause')}
    />
    <Select
      {...field(props.editor, 'phase')}
      placeholder={t('plan.no-phase')}
      options={phaseOptions(props.draft)}
      onChange={setter(props.editor, 'phase')}
    />
    <Select
      {...field(props.editor, 'to')}
      options={(headOf(props.draft)?.body.offices ?? []).map(({ key, title }) => ({
        value: key,
        label: title,
      }))}
      onChange={setter(props.editor, 'to')}
    />
    <Select
      {...field(props.editor, 'form')}
      options={[
        { value: formToMake, label: t('plan.form-to-make') },
        ...partsOf(props.draft, 'form').map(({ key, body }) => ({
          value: key,
          label: localText(body.title),
        })),
      ]}
      onChange={setter(props.editor, 'form')}
    />
  </div>
);

const SigningFields = (props: Fields) => (
  <>
    <CheckboxGroup
      name="signOff"
      label={taskLabel('signOff')}
      inline
      options={signOffPosts.map((value) => ({ value, label: t(`submissions.post-${value}`) }))}
      values={props.editor.valueOf('signOff').split(' ').filter(Boolean)}
      onChange={(posts) => props.editor.set('signOff', posts.join(' '))}
    />
    <div class="part-fields">
      <NumberField
        {...field(props.editor, 'minutes')}
        hint={t('campaigns.task-minutes-hint')}
        unit={t('campaigns.minutes')}
        onInput={setter(props.editor, 'minutes')}
      />
      <Select
        {...field(props.editor, 'prevails')}
        placeholder={t('plan.prevails-unsaid')}
        options={[
          { value: 'paper', label: t('plan.prevails-paper') },
          { value: 'scan', label: t('plan.prevails-scan') },
        ]}
        onChange={setter(props.editor, 'prevails')}
      />
    </div>
    <Checkbox
      name="nilReturn"
      label={t('plan.nil-return-words')}
      checked={props.editor.valueOf('nilReturn') === 'yes'}
      onChange={(isOn) => props.editor.set('nilReturn', isOn ? 'yes' : '')}
    />
    <Checkbox
      name="double"
      label={t('plan.double-review-words')}
      checked={props.editor.valueOf('double') === 'yes'}
      onChange={(isOn) => props.editor.set('double', isOn ? 'yes' : '')}
    />
  </>
);

const SourceFields = (props: { editor: PartEditor }) => {
  const kind = () => props.editor.valueOf('sourceKind');
  return (
    <>
      <RadioGroup
        {...field(props.editor, 'sourceKind')}
        inline
        options={(['clause', 'document', 'proposed'] as const).map((value) => ({
          value,
          label: t(`plan.source-${value}`),
        }))}
        onChange={setter(props.editor, 'sourceKind')}
      />
      <Show when={kind() === 'proposed'}>
        <TextField
          {...field(props.editor, 'sourceReason')}
          required
          onInput={setter(props.editor, 'sourceReason')}
        />
      </Show>
      <Show when={kind() === 'document'}>
        <TextField
          {...field(props.editor, 'sourceDocument')}
          required
          onInput={setter(props.editor, 'sourceDocument')}
        />
      </Show>
      <Show when={kind() !== 'proposed'}>
        <TextField
          {...field(props.editor, 'sourceQuote')}
          hint={t('plan.source-quote-hint')}
          onInput={setter(props.editor, 'sourceQuote')}
        />
      </Show>
    </>
  );
};

/** A task that needs a form of its own gets one, and its clause becomes one that may ask. */
const companionsOf = (draft: Draft) => {
  const made = newForm('');
  return {
    formKey: made.key,
    of: (task: Task): ChangeParts => {
      const clause = partsOf(draft, 'clause').find(({ key }) => key === task.clause);
      const work = clause && asFilingClause(clause.body);
      const form = { ...made, title: titleOfForm(task.title) };
      return {
        ...(task.form === made.key && { add: [{ kind: 'form', body: { ...form } }] }),
        ...(clause &&
          work && {
            save: [{ kind: 'clause', key: clause.key, version: clause.version, body: work }],
          }),
      };
    },
  };
};

export const TaskFields = (props: EditorProps<PartOf<'task'>> & WithDraft) => {
  const part = untrack(() => props.part);
  const { companions, form } = untrack(() => ({
    companions: companionsOf(props.draft),
    form: taskFormOf(props.draft),
  }));
  const withForm = {
    ...form,
    write: (before: Task, values: Record<string, string>) => {
      const task = form.write(before, values);
      return task.form === formToMake ? { ...task, form: companions.formKey } : task;
    },
  };
  const editor = editorOf(props, part, withForm, companions.of);
  const audience = () => readOne<Audience>(editor.valueOf('audience')) ?? part.body.audience;
  return (
    <PartEditorFrame title={t('campaigns.edit-task')} editor={editor} onCancel={props.onCancel}>
      <TextField {...field(editor, 'title')} required onInput={setter(editor, 'title')} />
      <PlaceFields editor={editor} draft={props.draft} />
      <WhenFields editor={editor} draft={props.draft} own={part.key} />
      <AudienceFields
        value={audience()}
        onChange={(next) => editor.set('audience', JSON.stringify(next))}
      />
      <DeliverableFields editor={editor} />
      <SigningFields editor={editor} draft={props.draft} />
      <RollUpFields editor={editor} draft={props.draft} own={part.key} />
      <TextArea {...field(editor, 'guidance')} rows={2} onInput={setter(editor, 'guidance')} />
      <SourceFields editor={editor} />
    </PartEditorFrame>
  );
};
