import { checkCampaign } from '#plugins/sdk/check/check-campaign.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { largeCampaign, manyUnits } from './large-campaign.ts';

/** What one check of the page took, and what it found. */
export type TimedChecks = { readonly ms: readonly number[]; readonly problems: number };

/** Runs in a page of the browser: the whole check, again and again, the first time included. */
export function timeChecks(times: number, units: number): TimedChecks {
  const campaign = largeCampaign();
  const organizations = manyUnits(units);
  const ms: number[] = [];
  let problems = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const begun = performance.now();
    problems = checkCampaign(campaign, { calendar: officialCalendar, organizations }).length;
    ms.push(performance.now() - begun);
  }
  return { ms, problems };
}
