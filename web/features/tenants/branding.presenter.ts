import type { SitePart } from '#plugins/sdk/branding/changed-parts.ts';
import { changedParts } from '#plugins/sdk/branding/changed-parts.ts';
import {
  accentContrast,
  isReadableAccent,
  readableAccent,
} from '#plugins/sdk/branding/contrast.ts';
import type { BrandingChange, SiteBranding } from '#schema/contracts/tenant-branding.ts';
import { locale, t } from '#web/shared/i18n.ts';

export const partWords: Readonly<Record<SitePart, () => string>> = {
  accent: () => t('branding.accent'),
  title: () => t('branding.title'),
  subtitle: () => t('branding.subtitle'),
  mark: () => t('branding.mark'),
  motif: () => t('branding.motif'),
  emblem: () => t('branding.emblem'),
  self: () => t('branding.self'),
  departments: () => t('branding.departments'),
  territory: () => t('branding.territory'),
  office: () => t('branding.office'),
  sponsor: () => t('branding.sponsor'),
  organizer: () => t('branding.organizer'),
  address: () => t('branding.address'),
  postcode: () => t('branding.postcode'),
  phone: () => t('branding.phone'),
  icp: () => t('branding.icp'),
  publicSecurity: () => t('branding.public-security'),
  siteId: () => t('branding.site-id'),
};

export const listParts = (before: SiteBranding, after: SiteBranding): string =>
  changedParts(before, after)
    .map((part) => partWords[part]())
    .join(locale() === 'en' ? ', ' : '、');

export type AccentVerdict =
  | { kind: 'unread' }
  | { kind: 'enough' | 'short'; ratio: string; nearest: string };

/** What is to be said of an accent while it is being typed. */
export const judgeAccent = (typed: string): AccentVerdict => {
  const accent = typed.trim().toLowerCase();
  if (!/^#[0-9a-f]{6}$/.test(accent)) return { kind: 'unread' };
  const kind = isReadableAccent(accent) ? 'enough' : 'short';
  return { kind, ratio: accentContrast(accent).toFixed(1), nearest: readableAccent(accent) };
};

/** Why a site cannot be saved with this accent, in words. */
export const accentFault = (typed: string): string | undefined => {
  const verdict = judgeAccent(typed);
  if (verdict.kind === 'enough') return undefined;
  if (verdict.kind === 'unread') return t('branding.accent-unread');
  return t('branding.accent-short', { ratio: verdict.ratio });
};

/** What is left empty is left out; a colour is written as the server keeps it. */
export const tidySite = (site: SiteBranding): SiteBranding => {
  const { subtitle, emblem, ...rest } = site;
  const footer = Object.entries(site.footer).flatMap(([name, value]) =>
    value === undefined || value.trim() === '' ? [] : [[name, value.trim()] as const],
  );
  const hasSubtitle = subtitle !== undefined && subtitle.zh.trim() !== '';
  return {
    ...rest,
    accent: site.accent.trim().toLowerCase(),
    title: tidyText(site.title),
    mark: site.mark.trim(),
    ...(hasSubtitle ? { subtitle: tidyText(subtitle) } : {}),
    ...(emblem === undefined ? {} : { emblem }),
    footer: { sponsor: '', ...Object.fromEntries(footer) },
  };
};

const tidyText = ({ zh, en }: SiteBranding['title']): SiteBranding['title'] => ({
  zh: zh.trim(),
  ...(en === undefined || en.trim() === '' ? {} : { en: en.trim() }),
});

/** What one change did, in words; `former` is the state before it. */
export const describeChange = (
  change: BrandingChange,
  former: BrandingChange | undefined,
): string => {
  if (change.number === 0) return t('branding.history-template');
  if (change.restored === 0) return t('branding.history-restored-template');
  if (change.restored !== null) return t('branding.history-restored', { number: change.restored });
  if (former === undefined) return '';
  return t('branding.history-changed', { parts: listParts(former.site, change.site) });
};
