import { recordableItems } from '#plugins/sdk/scoring/recordable.ts';
import type { RecordableItem } from '#plugins/sdk/scoring/recordable.ts';
import type { OrganizationKind } from '#schema/contracts/campaign/audience.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Language } from '#schema/contracts/campaign/text.ts';
import type { RecordableCriterion } from '#schema/contracts/scoring.ts';

const unscored: ReadonlySet<OrganizationKind> = new Set(['bureau', 'department']);

/** A scorecard is of institutions; bureaus and departments hand in what others are scored by. */
export function isScoredKind(kind: OrganizationKind): boolean {
  return !unscored.has(kind);
}

/** Which item of which card a deduction is recorded on. */
export function spentKey(place: { scorecard: string; criterion: string }): string {
  return `${place.scorecard} ${place.criterion}`;
}

/** The items a deduction can be recorded on, with what the standing ones have left of each. */
export function recordableCriteria(
  campaign: Pick<Campaign, 'scorecards'>,
  spent: ReadonlyMap<string, number>,
  language: Language,
): RecordableCriterion[] {
  return campaign.scorecards.flatMap((card) =>
    recordableItems(card).map(({ criterion, words, limit }: RecordableItem) => {
      const place = { scorecard: card.key, criterion: criterion.key };
      return {
        ...place,
        title: textIn(criterion.title, language).value,
        words,
        points: limit,
        remaining: Math.max(0, limit - (spent.get(spentKey(place)) ?? 0)),
      };
    }),
  );
}
