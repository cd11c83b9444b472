import { leastAnswers } from '#plugins/sdk/indicators/imported.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { FigureSource } from '#schema/contracts/imported-figures.ts';
import { daysOfPeriod } from '#schema/contracts/period.ts';
import type { Period } from '#schema/contracts/period.ts';

const both = (text: Text) => ({
  zh: textIn(text, 'zh-CN').value,
  en: textIn(text, 'en').value,
});

/** The indicators of a campaign whose figures a system elsewhere holds. */
export function sourcesOf(campaign: Campaign): FigureSource[] {
  return campaign.indicators.flatMap((indicator) => {
    const { key, title, definition, unit, form, measure } = indicator;
    if (measure.kind !== 'import') return [];
    return [
      {
        indicator: key,
        title: both(title),
        statement: both(definition),
        unit: both(unit),
        form,
        system: measure.system,
        least: leastAnswers(campaign, indicator),
      },
    ];
  });
}

/** The period that ended last; of two that ended together the longer one. */
export function newestPeriod(periods: readonly Period[]): Period | undefined {
  const dated = periods.map((period) => ({ period, ...daysOfPeriod(period) }));
  const [newest] = dated.toSorted(
    (left, right) => right.to.localeCompare(left.to) || left.from.localeCompare(right.from),
  );
  return newest?.period;
}
