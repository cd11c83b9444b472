import { EvidenceField } from '#web/features/evidence/evidence-field.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { frameOf } from '../field-frame.component.tsx';
import type { KindOf, KindProps } from '../field-frame.component.tsx';
import { useForm } from '../form-model.ts';

const idsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const hintOf = (field: KindOf<'evidence'>): string =>
  [
    field.hint ? localText(field.hint) : '',
    field.accepts.includes('stamped-scan') && !field.accepts.includes('file')
      ? t('forms.evidence-stamped')
      : '',
    field.accepts.includes('paper') ? t('forms.evidence-paper') : '',
    field.photoReason ? t('forms.photo-reason', { reason: localText(field.photoReason) }) : '',
    field.maxFiles ? t('forms.evidence-limit', { count: field.maxFiles }) : '',
    t('evidence.formats'),
  ]
    .filter(Boolean)
    .join(' ');

export const EvidenceKind = (props: KindProps<'evidence'>) => {
  const form = useForm();
  return (
    <EvidenceField
      {...frameOf(form, props)}
      hint={hintOf(props.field)}
      shelf={form.shelf}
      ids={idsOf(form.valueOf(props.path))}
      maxFiles={props.field.maxFiles}
      onChange={(ids) => form.commit(props.path, ids)}
    />
  );
};
