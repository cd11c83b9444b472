import { inkOn, readableAccent } from '#plugins/sdk/branding/contrast.ts';
import type { SiteBranding } from '#schema/contracts/tenant-branding.ts';
import { PreviewFrame } from '#web/features/campaign-design/forms/preview-frame.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { Motif } from '#web/ui/emblem.component.tsx';
import { Footer, MastheadSigns } from '#web/ui/shell.layout.tsx';
import { judgeAccent, tidySite } from './branding.presenter.ts';

/** The portal's own head and foot with what is being typed; nothing in it leads anywhere. */
export const BrandingPreview = (props: { site: SiteBranding; organ: string }) => {
  const site = () => tidySite(props.site);
  const accent = () =>
    judgeAccent(site().accent).kind === 'unread' ? '#000000' : readableAccent(site().accent);
  return (
    <PreviewFrame title={t('branding.preview')} words={t('branding.preview-words')}>
      <div
        class="branding-preview"
        style={{ '--accent': accent(), '--accent-ink': inkOn(accent()) }}
      >
        <div class="masthead">
          <Motif name={site().motif} />
          <div class="shell-inner masthead-row">
            <div class="masthead-home">
              <MastheadSigns
                organ={props.organ}
                title={localText(site().title)}
                mark={site().mark}
                emblem={site().emblem}
              />
            </div>
          </div>
        </div>
        <div class="navigation">
          <div class="shell-inner">
            <ul>
              <li>
                <span class="branding-section branding-section-now">
                  {t('branding.preview-nav-one')}
                </span>
              </li>
              <li>
                <span class="branding-section">{t('branding.preview-nav-two')}</span>
              </li>
            </ul>
          </div>
        </div>
        <p class="shell-inner branding-page">
          {t('branding.preview-body', { self: site().words.self, office: site().words.office })}
        </p>
        <Footer duties={site().footer} />
      </div>
    </PreviewFrame>
  );
};
