import { Show, createDeferred, createMemo, createSignal } from 'solid-js';
import type { Answers } from '#plugins/sdk/forms/answers.ts';
import { applyChanges } from '#plugins/sdk/forms/drafts.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import { FormFields } from '#web/features/forms/renderer/form-fields.component.tsx';
import { createFormModel } from '#web/features/forms/renderer/form-model.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { PreviewFrame } from './preview-frame.component.tsx';

/** Nothing that is tried out leaves this page. */
const refuseFile = () => ({
  done: Promise.reject(new Error('a preview sends nothing')),
  cancel: () => undefined,
});

/** A form as what draws it for hospitals draws it; it may be filled in, and keeps nothing. */
export const FormTrial = (props: { form: Form }) => {
  const [answers, setAnswers] = createSignal<Answers>({});
  const model = createMemo(() =>
    createFormModel({
      form: props.form,
      saved: answers,
      restored: [],
      keep: (change) =>
        setAnswers((before) => applyChanges({ answers: before, revisions: {} }, [change]).answers),
      isKept: () => false,
      shelf: createEvidenceShelf(() => [], refuseFile),
    }),
  );
  return (
    <>
      <FormFields model={model()} />
      <p class="row">
        <Button onClick={() => void model().showAll()}>{t('editors.try-check')}</Button>
        <Button kind="quiet" onClick={() => setAnswers({})}>
          {t('editors.try-clear')}
        </Button>
      </p>
    </>
  );
};

/** The form beside its editor, once typing pauses. */
export const FormPreview = (props: { form: Form }) => {
  const settled = createDeferred(() => props.form, { timeoutMs: 300 });
  return (
    <PreviewFrame title={t('editors.preview')}>
      <div class="filing-form-head">
        <h2>{localText(settled().title)}</h2>
        <Show when={settled().note}>{(note) => <p class="prose">{localText(note())}</p>}</Show>
      </div>
      <FormTrial form={settled()} />
    </PreviewFrame>
  );
};
