import { isMissing } from '#plugins/sdk/conditions/evaluate.ts';
import { rowsOf } from '#plugins/sdk/forms/answers.ts';
import type { Answers } from '#plugins/sdk/forms/answers.ts';
import { carryOver } from '#plugins/sdk/forms/carry-over.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { FormModel } from './form-model.ts';
import { createRowId } from './row-id.ts';

/**
 * What may be taken over from the time before: answers to fields that the form names for it, as far
 * as they are still answers to them, and where nothing is filled in yet. Files stay where they were.
 */
export const answersToCarry = (form: Form, before: Answers, answers: Answers): Answers => {
  const { answers: fitting } = carryOver(form, form, before);
  const keys = form.fields.flatMap((field) =>
    field.kind !== 'section' && field.kind !== 'evidence' && field.carry === true
      ? [field.key]
      : [],
  );
  const isOpen = (key: string) => isMissing(answers[key]);
  return Object.fromEntries(
    keys.flatMap((key): [string, unknown][] =>
      isMissing(fitting[key]) || !isOpen(key) ? [] : [[key, fitting[key]]],
    ),
  );
};

/** Writes them into the form as if they had been typed: each is kept, checked and may be changed. */
export const carryInto = (model: FormModel, carried: Answers): void => {
  for (const field of model.form.fields) {
    const value = carried[field.key];
    if (isMissing(value)) continue;
    if (field.kind !== 'table') model.commit(field.key, value);
    else {
      for (const { id: _id, ...cells } of rowsOf(carried, field.key)) {
        model.addRow(field.key, createRowId(), cells);
      }
    }
  }
};
