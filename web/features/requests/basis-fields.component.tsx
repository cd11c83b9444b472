import { basisKinds } from '#schema/contracts/requests.ts';
import { t } from '#web/shared/i18n.ts';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { FieldGroup } from '#web/ui/field.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import type { DraftDesk } from './draft-desk.ts';

export const BasisFields = (props: { desk: DraftDesk }) => (
  <FieldGroup name="basis" label={t('requests.basis')} required>
    <div class="stack">
      <RadioGroup
        name="basis/kind"
        label={t('requests.basis-kind')}
        inline
        options={basisKinds.map((kind) => ({ value: kind, label: t(`requests.basis-${kind}`) }))}
        value={props.desk.fields().basisKind}
        onChange={(value) =>
          props.desk.write({ basisKind: basisKinds.find((kind) => kind === value) ?? 'other' })
        }
      />
      <TextArea
        name="basis/words"
        label={t('requests.basis-words')}
        hint={t('requests.basis-words-hint')}
        required
        rows={2}
        value={props.desk.fields().basisWords}
        onInput={(basisWords) => props.desk.write({ basisWords })}
      />
      <div class="request-pair">
        <TextField
          name="basis/number"
          label={t('requests.basis-number')}
          value={props.desk.fields().basisNumber}
          onInput={(basisNumber) => props.desk.write({ basisNumber })}
        />
        <DateField
          name="basis/on"
          label={t('requests.basis-on')}
          value={props.desk.fields().basisOn}
          onInput={(basisOn) => props.desk.write({ basisOn })}
        />
      </div>
    </div>
  </FieldGroup>
);
