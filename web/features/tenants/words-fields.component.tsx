import type { SiteBranding } from '#schema/contracts/tenant-branding.ts';
import { t } from '#web/shared/i18n.ts';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import type { SiteFieldsProps } from './site-fields.ts';

export const WordsFields = (props: SiteFieldsProps) => {
  const write = (change: Partial<SiteBranding['words']>) =>
    props.onWrite({ words: { ...props.site.words, ...change } });
  return (
    <section class="form" aria-labelledby="branding-words">
      <h2 class="section-title" id="branding-words">
        {t('branding.words')}
      </h2>
      <RadioGroup
        name="self"
        label={t('branding.self')}
        inline
        options={(['本委', '本局'] as const).map((value) => ({ value, label: value }))}
        value={props.site.words.self}
        onChange={(value) => write({ self: value === '本局' ? '本局' : '本委' })}
      />
      <RadioGroup
        name="departments"
        label={t('branding.departments')}
        inline
        options={(['处室', '科室'] as const).map((value) => ({ value, label: value }))}
        value={props.site.words.departments}
        onChange={(value) => write({ departments: value === '科室' ? '科室' : '处室' })}
      />
      <TextField
        name="territory"
        label={t('branding.territory')}
        hint={t('branding.territory-hint')}
        required
        maxLength={12}
        value={props.site.words.territory}
        error={props.errorAt('words/territory')}
        onInput={(territory) => write({ territory })}
      />
      <TextField
        name="office"
        label={t('branding.office')}
        required
        maxLength={20}
        value={props.site.words.office}
        error={props.errorAt('words/office')}
        onInput={(office) => write({ office })}
      />
    </section>
  );
};
