import { inkOn, readableAccent } from '#plugins/sdk/branding/contrast.ts';

/** The tenant's stylesheet: its accent, darkened as far as it must be to be read on white. */
export function themeCss(accent: string): string {
  const safe = readableAccent(accent);
  return `:root{--accent:${safe};--accent-ink:${inkOn(safe)}}\n`;
}
