import type { Field, Form } from '#schema/contracts/campaign/form.ts';

/** The fields that show, in form order; a heading with nothing under it is left out. */
export const shownFields = (form: Form, isVisible: (key: string) => boolean): Field[] => {
  const shown = form.fields.filter(({ key }) => isVisible(key));
  return shown.filter((field, place) => {
    const next = shown[place + 1];
    return field.kind !== 'section' || (next !== undefined && next.kind !== 'section');
  });
};
