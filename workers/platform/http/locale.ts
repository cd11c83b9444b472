export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

export const LOCALE_COOKIE = 'qf_locale';

/** The caller's language: the cookie's choice, else the browser's first, else Chinese. */
export function localeOf(input: { cookie?: string; acceptLanguage?: string }): Locale {
  const chosen = locales.find((locale) => locale === input.cookie);
  if (chosen) return chosen;
  const ranked = (input.acceptLanguage ?? '').split(',').map(parseRange);
  ranked.sort((left, right) => right.quality - left.quality);
  for (const { tag, quality } of ranked) {
    if (quality > 0 && tag.startsWith('zh')) return 'zh-CN';
    if (quality > 0 && tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}

function parseRange(range: string): { tag: string; quality: number } {
  const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
  const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
  return { tag, quality: quality === undefined ? 1 : Number(quality) };
}
