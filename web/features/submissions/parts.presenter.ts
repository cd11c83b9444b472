import { isHandable } from '#plugins/sdk/forms/parts.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Part } from '#schema/contracts/submission-parts.ts';
import { formatDate, formatMoment } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

const kinds: Readonly<Record<Part['state'], StatusKind>> = {
  handed: 'waiting',
  submitted: 'current',
  merged: 'done',
  'taken-back': 'stopped',
};

export const partStatus = (part: Part): { kind: StatusKind; words: string } =>
  part.overdue
    ? { kind: 'late', words: t('parts.state-late') }
    : { kind: kinds[part.state], words: t(`parts.state-${part.state}`) };

/** Until when, and what the department has done so far. */
export const partLine = (part: Part): string => {
  const due = t('parts.line-due', { day: formatDate(part.dueOn) });
  if (part.submittedAt !== undefined) {
    const at = formatMoment(part.submittedAt, 0);
    return `${due}，${t('parts.line-submitted', { post: part.submittedByPost ?? '', at })}`;
  }
  if (part.savedAt === undefined) return due;
  return `${due}，${t('parts.line-saved', { at: formatMoment(part.savedAt, 0) })}`;
};

export const fieldNames = (form: Form, keys: readonly string[]): string =>
  form.fields
    .filter(({ key }) => keys.includes(key))
    .map(({ label }) => localText(label))
    .join('、');

export type FieldGroup = { title: string; fields: { key: string; label: string }[] };

/** What can be given away, under the headings of the form; what is out already is not offered. */
export const groupsOf = (form: Form, out: ReadonlySet<string>): FieldGroup[] => {
  const groups: FieldGroup[] = [{ title: t('parts.no-section'), fields: [] }];
  for (const field of form.fields) {
    if (field.kind === 'section') groups.push({ title: localText(field.label), fields: [] });
    else if (isHandable(field) && !out.has(field.key)) {
      groups.at(-1)?.fields.push({ key: field.key, label: localText(field.label) });
    }
  }
  return groups.filter(({ fields }) => fields.length > 0);
};

/** The fields that are with a department, or back and not merged. */
export const fieldsOut = (parts: readonly Part[]): Set<string> =>
  new Set(
    parts
      .filter(({ state }) => state === 'handed' || state === 'submitted')
      .flatMap(({ fields }) => fields),
  );
