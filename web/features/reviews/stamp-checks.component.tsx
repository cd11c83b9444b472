import { stampChecks } from '#schema/contracts/reviews.ts';
import type { StampCheck } from '#schema/contracts/reviews.ts';
import { t } from '#web/shared/i18n.ts';
import { CheckboxGroup } from '#web/ui/choice-field.component.tsx';

/** Four ticks by a person who looks at the stamp; no machine guesses. */
export const StampChecks = (props: {
  ticked: readonly StampCheck[];
  isTried: boolean;
  onTick: (ticked: StampCheck[]) => void;
}) => (
  <div class="stamp-checks no-print">
    <CheckboxGroup
      name="stampChecks"
      label={t('reviews.stamp-title')}
      hint={t('reviews.stamp-hint')}
      required
      error={
        props.isTried && props.ticked.length < stampChecks.length
          ? t('reviews.stamp-missing', { count: stampChecks.length - props.ticked.length })
          : undefined
      }
      options={stampChecks.map((check) => ({ value: check, label: t(`reviews.stamp-${check}`) }))}
      values={props.ticked}
      onChange={(values) => props.onTick(stampChecks.filter((check) => values.includes(check)))}
    />
  </div>
);
