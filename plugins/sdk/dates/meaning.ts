import { byLanguage } from '../language/by-language.ts';
import { computeCampaignDates } from './campaign-dates.ts';

/** Dates as the language of the campaign has them: `datesOf(campaign).computeCampaignDates(…)`. */
export const datesOf = byLanguage({ 1: { computeCampaignDates } });
