import type { Branding, Footer, RegionLevel, Words } from '#schema/contracts/campaign/branding.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { Coverage } from '../coverage/coverage.ts';
import type { RollForwardPlan } from '../roll-forward/plan.ts';

/** What an edition exports: the campaign, how it covers its document, how it is carried on. */
export type EditionModule = {
  campaign: Campaign;
  coverage: Coverage;
  rollForward: RollForwardPlan;
};

export type Edition = { year: number; title: Text; load: () => Promise<EditionModule> };

export type Plugin = {
  id: string;
  version: string;
  region: {
    level: RegionLevel;
    /** GB/T 2260, six digits. */
    divisionCode: string;
    names: { full: Text; short: Text };
    /** Place in official order among the regions shown together. */
    order: number;
  };
  branding: Branding;
  words: Words;
  footer: Footer;
  editions: Edition[];
};

/**
 * A commission's module: who it is and which editions it ships, readable without loading one.
 * `export const plugin = definePlugin({ id: 'putuo', …, editions: [{ year: 2020, title, load }] })`
 */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}
