import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import type { FigureTerms } from '#schema/contracts/imported-figures.ts';

/** Four places: what a decimal value is counted in. */
export const UNITS = 10_000;

/** Decimal text as whole units, without any fraction of the machine's: `88.6` → 886000. */
export function toUnits(value: string): number {
  const [whole = '0', places = ''] = value.split('.');
  return Number(whole) * UNITS + Number(places.padEnd(4, '0'));
}

/**
 * How many answers a unit needs to be assessed: what the campaign says, and no fewer than the shared
 * indicator that it answers. 0 where no sample is judged.
 */
export function leastAnswers(
  { crosswalk }: Pick<Campaign, 'crosswalk'>,
  { key, form, minimum = 1 }: Pick<Indicator, 'key' | 'form' | 'minimum'>,
): number {
  if (form !== 'mean' && form !== 'ratio') return 0;
  const answered = crosswalk.filter(({ indicator }) => indicator === key);
  const shared = answered.map(({ common }) =>
    commonIndicatorCatalogue.find((each) => each.key === common),
  );
  return Math.max(minimum, ...shared.map((each) => each?.minimumDenominator ?? 1));
}

/** 样本不足，不作评价: `isTooFew(30, { value: '90', numerator: null, sample: 12 })` is true. */
export const isTooFew = (least: number, { sample }: FigureTerms): boolean =>
  sample !== null && sample < least;
