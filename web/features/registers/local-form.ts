import { createSignal } from 'solid-js';
import type { Answers } from '#plugins/sdk/forms/answers.ts';
import { applyChanges } from '#plugins/sdk/forms/drafts.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Evidence } from '#schema/contracts/evidence.ts';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import { createFormModel } from '#web/features/forms/renderer/form-model.ts';

/** The fields of a form that one step asks for, all of them required there. */
export const partOf = (form: Form, keys: readonly string[], isRequired: boolean): Form => {
  const { checks: _checks, ...rest } = form;
  const fields = form.fields
    .filter(({ key }) => keys.includes(key))
    .map((field) =>
      isRequired && field.kind !== 'section' ? { ...field, required: true } : field,
    );
  return { ...rest, fields };
};

/** A form that is sent at once, with nothing kept on the way. */
export const createLocalForm = (
  form: Form,
  initial: Answers,
  evidence: readonly Evidence[] = [],
) => {
  const asked = new Set(form.fields.map(({ key }) => key));
  const known = Object.entries(initial).filter(([key]) => asked.has(key));
  const [saved, setSaved] = createSignal<Answers>(Object.fromEntries(known));
  const shelf = createEvidenceShelf(() => [...evidence]);
  const model = createFormModel({
    form,
    saved,
    restored: [],
    keep: (change) =>
      setSaved((answers) => applyChanges({ answers, revisions: {} }, [change]).answers),
    isKept: () => false,
    shelf,
  });
  /** What was filled in, once nothing stands in the way. */
  const collect = (): Answers | undefined => {
    model.settle();
    return model.showAll().length === 0 && !shelf.isMoving() ? model.answers() : undefined;
  };
  return { model, collect };
};
