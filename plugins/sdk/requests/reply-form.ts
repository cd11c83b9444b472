import type { Field, Form } from '#schema/contracts/campaign/form.ts';
import type { RequestDraft } from '#schema/contracts/requests.ts';

/** The key of the stamped scan that is added to the form of a reply. */
export const scanKey = 'stamped-scan';

const freeFields: Field[] = [
  {
    kind: 'long-text',
    key: 'text',
    label: { zh: '办理情况', en: 'What was done' },
    required: true,
    maxLength: 8000,
  },
  {
    kind: 'evidence',
    key: 'files',
    label: { zh: '附件', en: 'Files' },
    accepts: ['file', 'stamped-scan'],
    maxFiles: 20,
  },
];

const scanField: Field = {
  kind: 'evidence',
  key: scanKey,
  label: { zh: '盖章扫描件', en: 'Stamped scan' },
  required: true,
  accepts: ['stamped-scan'],
  maxFiles: 10,
};

/**
 * The form that a reply fills in: the request's own or the free one (words and files), with the
 * stamped scan where one is asked for. A free reply so passes the same checks as any filing.
 */
export function replyFormOf({ form, title, stampedScan }: RequestDraft): Form {
  const own: Form = form ?? { key: 'reply', title: title ?? '临时任务', fields: freeFields };
  return stampedScan ? { ...own, fields: [...own.fields, scanField] } : own;
}
