import type { SiteBranding } from '#schema/contracts/tenant-branding.ts';
import type { TenantProfile } from '#schema/contracts/tenants.ts';

type Looks = Pick<TenantProfile, 'branding' | 'words' | 'footer'>;

/** What a profile says of its looks, in the shape in which it is edited. */
export function siteOf({ branding, words, footer }: Looks): SiteBranding {
  const { accent, title, subtitle, mark, motif, emblem } = branding;
  return {
    accent,
    title: inBoth(title),
    ...(subtitle === undefined ? {} : { subtitle: inBoth(subtitle) }),
    mark,
    motif,
    ...(emblem === undefined ? {} : { emblem }),
    words,
    footer,
  };
}

/** The same, in the shape in which a profile holds it. */
export function looksOf({ words, footer, ...branding }: SiteBranding): Looks {
  return { branding, words, footer };
}

function inBoth(text: SiteBranding['title'] | string): SiteBranding['title'] {
  return typeof text === 'string' ? { zh: text } : text;
}
