import { For } from 'solid-js';
import type { SiteBranding } from '#schema/contracts/tenant-branding.ts';
import { t } from '#web/shared/i18n.ts';
import { TextField } from '#web/ui/text-field.component.tsx';
import { partWords } from './branding.presenter.ts';
import type { SiteFieldsProps } from './site-fields.ts';

type FooterPart = keyof SiteBranding['footer'];

const footerParts: readonly { name: FooterPart; hint?: () => string; limit: number }[] = [
  { name: 'sponsor', limit: 60 },
  { name: 'organizer', limit: 60 },
  { name: 'address', limit: 80 },
  { name: 'postcode', limit: 6, hint: () => t('branding.postcode-hint') },
  { name: 'phone', limit: 30, hint: () => t('branding.phone-hint') },
  { name: 'icp', limit: 30, hint: () => t('branding.icp-hint') },
  { name: 'publicSecurity', limit: 30, hint: () => t('branding.public-security-hint') },
  { name: 'siteId', limit: 10, hint: () => t('branding.site-id-hint') },
];

export const FooterFields = (props: SiteFieldsProps) => (
  <section class="form" aria-labelledby="branding-footer">
    <h2 class="section-title" id="branding-footer">
      {t('branding.footer')}
    </h2>
    <p class="small soft">{t('branding.footer-summary')}</p>
    <For each={footerParts}>
      {({ name, hint, limit }) => (
        <TextField
          name={`footer-${name}`}
          label={partWords[name]()}
          hint={hint?.()}
          required={name === 'sponsor'}
          maxLength={limit}
          value={props.site.footer[name] ?? ''}
          error={props.errorAt(`footer/${name}`)}
          onInput={(value) => props.onWrite({ footer: { ...props.site.footer, [name]: value } })}
        />
      )}
    </For>
  </section>
);
